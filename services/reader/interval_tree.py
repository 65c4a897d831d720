"""A relational interval tree (Kriegel, Pötke, Seidl 2000): a closed interval of positive integers is filed under one number.

That number, its fork, is the one inside it that ends in the most zero bits. Whoever asks for the intervals around a point
looks under a few dozen numbers, the point's path to the root, however many intervals there are and however old they are.
"""


def fork(lower: int, upper: int) -> int:
    """Where [lower, upper] is filed; 1 ≤ lower ≤ upper."""
    zeros = ((lower - 1) ^ upper).bit_length() - 1
    return upper >> zeros << zeros


def path(point: int, bits: int) -> tuple[list[int], list[int]]:
    """The forks of all intervals around `point` whose numbers have at most `bits` bits: those not above it (where only
    the interval's end is in question) and those above it (where only its start is)."""
    below: list[int] = []
    above: list[int] = []
    for zeros in range(bits):
        node = point >> (zeros + 1) << (zeros + 1) | 1 << zeros
        (below if node <= point else above).append(node)
    return below, above
