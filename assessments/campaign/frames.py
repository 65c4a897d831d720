"""Who was asked the same, by unit: two surveys whose people differ by a few could be taken from one another.

Ballots of two surveys are of no person that both know, so this cannot be exact; but nobody is to choose the units so that what
is left over are fewer than may be shown. While one is open no other asks the same of any of its units, and for a while after it
only such units are asked together as leave nobody over. Who came and who left in between is not held against anybody.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from assessments.disclosure import ORDINARY, Cell, Releases, Withheld, opened, released
from workflows.kernel.moments import Day, day_after

REST = 90
"""Days from which on people may be asked together with others than before; our own choice: by then answers are others."""


class Frame(Struct, frozen=True, kw_only=True):
    """One survey: of these `units`, with so many in each as far as that is on record, all asked as one or (`cells`) shown in
    these parts; `closes` on a day, `over` once it was counted."""

    units: Mapping[str, int]
    cells: tuple[Cell, ...]
    closes: Day
    over: bool


def cells_of(units: Sequence[str], groups: Sequence[int]) -> tuple[Cell, ...]:
    """All of them together, and each group that is shown by itself; -1: of none."""
    shown = sorted({group for group in groups if group >= 0})
    parts = [frozenset(unit for unit, at in zip(units, groups, strict=True) if at == group) for group in shown]
    return (frozenset(units), *parts)


def open_one(before: Iterable[Frame]) -> Frame | None:
    """One that is not over yet."""
    return next((one for one in before if not one.over), None)


def rests_from(closed: Iterable[Day], day: Day) -> Day | None:
    """Until when to wait after surveys of whose people nobody can reckon how many are asked again; None where all are over long
    enough."""
    return max((until for one in closed if (until := day_after(one, REST)) > day), default=None)


def rests_until(before: Iterable[Frame], new: Frame, day: Day) -> Day | None:
    """Until when `new` has to wait, because taken from those before it a few would be left; None where nobody would."""
    recent = sorted((one for one in before if day_after(one.closes, REST) > day), key=lambda one: one.closes)
    told: Releases = opened(dict(pair for one in (*recent, new) for pair in one.units.items()), ORDINARY)
    for cell in (cell for one in recent for cell in one.cells):
        told = _with(told, cell) or told
    for cell in new.cells:
        after = _with(told, cell)
        if after is None:
            return day_after(recent[-1].closes, REST) if recent else None
        told = after
    return None


def _with(told: Releases, cell: Cell) -> Releases | None:
    """With this cell told, too; None where it would tell of a few. Of too few nothing is told in the first place."""
    found = released(told, cell)
    if isinstance(found, Withheld):
        return told if found.why == "too_few" else None
    return found
