"""Who was asked the same, by unit: two surveys whose people differ by a few could be taken from one another.

Ballots of two surveys are of no person that both know, so this cannot be exact; but nobody is to choose the units so that what
is left over are fewer than may be shown. While one is open no other asks the same of any of its units, and for a while after it
only such units are asked together as leave nobody over. Who came and who left in between is not held against anybody.
"""

from collections.abc import Iterable, Mapping

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
    for one in recent:
        told = _with(told, one.cells)
    return day_after(recent[-1].closes, REST) if any(_isolates(told, cell) for cell in new.cells) else None


def _with(told: Releases, cells: Iterable[Cell]) -> Releases:
    for cell in cells:
        after = released(told, cell)
        told = told if isinstance(after, Withheld) else after
    return told


def _isolates(told: Releases, cell: Cell) -> bool:
    found = released(told, cell)
    return isinstance(found, Withheld) and found.why != "too_few"
