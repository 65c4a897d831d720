"""Whatever interval holds a point, its fork lies on the point's path; and on the right side of it."""

from hypothesis import given
from hypothesis import strategies as st

from services.reader.interval_tree import fork, path

BITS = 12
numbers = st.integers(1, 2**BITS - 1)


def zeros(number: int) -> int:
    return (number & -number).bit_length()


@given(numbers, numbers)
def test_the_fork_is_the_roundest_number_inside(one: int, other: int) -> None:
    lower, upper = sorted((one, other))
    node = fork(lower, upper)
    assert lower <= node <= upper
    assert zeros(node) == max(zeros(number) for number in range(lower, upper + 1))


@given(numbers, numbers, numbers)
def test_the_path_of_a_point_meets_every_interval_around_it(one: int, other: int, another: int) -> None:
    lower, point, upper = sorted((one, other, another))
    below, above = path(point, BITS)
    node = fork(lower, upper)
    assert (node in below) == (node <= point)
    assert (node in above) == (node > point)


@given(numbers, numbers, numbers)
def test_one_bound_decides_on_either_side(one: int, other: int, point: int) -> None:
    lower, upper = sorted((one, other))
    below, above = path(point, BITS)
    node = fork(lower, upper)
    met = (node in below and upper >= point) or (node in above and lower <= point)
    assert met == (lower <= point <= upper)


def test_a_path_is_as_long_as_the_numbers_may_be() -> None:
    below, above = path(5, BITS)
    assert (len(below) + len(above), below) == (BITS, [5, 4])
