"""Does adding one figure to those released let anybody work out something about a small group?

Released figures are rows over *blocks*, sets of people whom no figure tells apart; an attacker can make any sum of rows. The
question is whether some sum that uses the new row is nothing but for blocks of fewer than `least` people together. It is
answered exactly, in whole numbers: for one block after the other either its people are paid for, or a released row takes the
block out of the sum. Blocks that cannot be paid for come first, then those that fewest rows could take out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import gcd

Row = Mapping[int, int]
"""Block to how often its people are counted; never 0."""

PATIENCE = 1_000


class OutOfPatience(Exception):
    """The search has looked at PATIENCE places; whoever asked holds back what cannot be shown to be safe."""


def isolates(new: Row, rows: Sequence[Row], people: Mapping[int, int], least: int) -> bool:
    """`rows` are independent and no sum of them isolates; `new` is no sum of them. OutOfPatience if it takes too long."""
    left = [(dict(new), tuple(rows), least)]
    for _ in range(PATIENCE):
        if not left:
            return False
        sum_, free, budget = left.pop()
        if not sum_:
            return True
        block, takers = _next(sum_, free, people, budget)
        if takers:
            taker = min(takers, key=len)
            left.append((without(sum_, taker, block), tuple(_cleared(free, taker, block)), budget))
        if people[block] < budget:
            paid = {at: times for at, times in sum_.items() if at != block}
            left.append((paid, tuple(_blind(free, block)), budget - people[block]))
    raise OutOfPatience


def without(row: Row, taker: Row, block: int) -> dict[int, int]:
    """A multiple of `row` plus one of `taker` in which `block` does not count."""
    mine, theirs = row[block], taker[block]
    found = {at: times * theirs for at, times in row.items()}
    for at, times in taker.items():
        if total := found.get(at, 0) - times * mine:
            found[at] = total
        else:
            found.pop(at, None)
    common = gcd(*found.values()) if found else 1
    return found if common == 1 else {at: times // common for at, times in found.items()}


def _next(sum_: Row, free: Sequence[Row], people: Mapping[int, int], budget: int) -> tuple[int, list[Row]]:
    """The block to decide on, and the rows that could take it out."""
    able = Counter(at for row in free for at in row if at in sum_)
    block = min(sum_, key=lambda at: (people[at] < budget, able[at], -people[at], at))
    return block, [row for row in free if block in row]


def _cleared(free: Sequence[Row], taker: Row, block: int) -> list[Row]:
    return [without(row, taker, block) if block in row else row for row in free if row is not taker]


def _blind(free: Sequence[Row], block: int) -> list[Row]:
    """The same rows where this block no longer matters."""
    return [{at: times for at, times in row.items() if at != block} if block in row else row for row in free]
