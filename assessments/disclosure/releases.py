"""What has been released from one campaign, and whether one more cell may be.

A campaign freezes its *parts*: the finest groups that any of its cuts tells apart, with how many people of each answered. A
cell is a set of parts. Parts that no released cell tells apart are kept as one block, so the record stays as small as what was
released, and a question takes as long as it concerns.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from assessments.disclosure.isolating import OutOfPatience, Row, isolates, without

Cell = frozenset[str]
"""Parts, by name."""


class Withheld(Struct, frozen=True):
    """Why a cell is not shown: too few people in it, a smaller group would follow from it, or nobody can tell in time.

    `instead` is the smallest released cell that holds all of it, if there is one.
    """

    why: Literal["too_few", "would_isolate", "too_entangled"]
    instead: Cell | None


class Releases(Struct, frozen=True):
    """`rows` stand in reduced form: each has a pivot, a block that no other row counts."""

    least: int
    people: Mapping[str, int]
    cells: tuple[Cell, ...]
    block_of: Mapping[str, int]
    in_block: Mapping[int, int]
    rows: Mapping[int, Row]


def opened(people: Mapping[str, int], least: int) -> Releases:
    """Nothing released yet. `people` of each part have answered; a part of which nobody did tells nothing."""
    met = {part: number for part, number in people.items() if number > 0}
    return Releases(least, met, (), dict.fromkeys(met, 0), {0: sum(met.values())}, {})


def released(before: Releases, parts: Iterable[str]) -> Releases | Withheld:
    """With this cell released too; as before if it follows from what is released already."""
    asked = frozenset(parts)
    cell = asked & before.people.keys()
    if sum(before.people[part] for part in cell) < before.least:
        return Withheld("too_few", _instead(before, asked))
    told = _told_apart(before, cell)
    new = _reduced(dict.fromkeys({told.block_of[part] for part in cell}, 1), told.rows)
    if not new:
        return replace(told, cells=(*before.cells, asked))
    try:
        if isolates(new, tuple(told.rows.values()), told.in_block, before.least):
            return Withheld("would_isolate", _instead(before, asked))
    except OutOfPatience:
        return Withheld("too_entangled", _instead(before, asked))
    pivot = min(new)
    rows = {at: without(row, new, pivot) if pivot in row else row for at, row in told.rows.items()}
    return replace(told, cells=(*before.cells, asked), rows={**rows, pivot: new})


def _told_apart(before: Releases, cell: Cell) -> Releases:
    """The same record, with the parts of this cell in blocks of their own."""
    inside: dict[int, int] = {}
    for part in cell:
        inside[before.block_of[part]] = inside.get(before.block_of[part], 0) + before.people[part]
    split = [block for block, number in inside.items() if number < before.in_block[block]]
    if not split:
        return before
    fresh = dict(zip(split, range(len(before.in_block), len(before.in_block) + len(split)), strict=True))
    in_block = {**before.in_block}
    for block, apart in fresh.items():
        in_block[apart] = inside[block]
        in_block[block] -= inside[block]
    moved = {part: fresh[before.block_of[part]] for part in cell if before.block_of[part] in fresh}
    rows = {at: _spread(row, fresh) for at, row in before.rows.items()}
    return replace(before, block_of={**before.block_of, **moved}, in_block=in_block, rows=rows)


def _spread(row: Row, fresh: Mapping[int, int]) -> Row:
    apart = {fresh[block]: times for block, times in row.items() if block in fresh}
    return {**row, **apart} if apart else row


def _reduced(new: Row, rows: Mapping[int, Row]) -> Row:
    for pivot in [block for block in new if block in rows]:
        new = without(new, rows[pivot], pivot)
    return new


def _instead(before: Releases, asked: Cell) -> Cell | None:
    around = [cell for cell in before.cells if asked < cell]
    return min(around, key=lambda cell: sum(before.people.get(part, 0) for part in cell), default=None)
