"""How the meetings of a partnership went, and which months are due: the same reckoning for the clock and for every figure."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.months import Month, months_after
from workflows.partnership.commands import Colour, NotHeld

Standing = Literal["executive", "late", "deputy", "team", "paused", "missed", "open"]
"""How a time that is due stands. The partner came *late* in the days of grace; `open` is not over yet."""


class Stretch(Struct, frozen=True):
    """Months in which meetings are due: from `first`, and no longer after `last`."""

    first: Month
    last: Month | None = None


class Cadence(Struct, frozen=True):
    """Once in `every` months, from `since` on."""

    since: Month
    every: int


class Planned(Struct, frozen=True):
    """The next meeting: its day in force, the first one ever set."""

    day: Day
    first_day: Day


class Met(Struct, frozen=True):
    """A meeting that was held, and the month it counts for."""

    day: Day
    month: Month
    colour: Colour
    attendees: tuple[str, ...]
    agreed: Ref | None
    rounds: str | None


class NotMet(Struct, frozen=True):
    day: Day
    reason: NotHeld
    note: Ref | None


class Passed(Struct, frozen=True):
    """What the clock noted of the time that ended with `month`."""

    month: Month
    how: Literal["missed", "deputy", "team", "paused"]


class Slipped(Struct, frozen=True):
    """What slipped after a graduation; nothing follows from it."""

    since: Moment
    why: Ref


class Course(Struct, frozen=True, kw_only=True):
    """All meetings ever; `moves` counts those moved to another day."""

    stretches: tuple[Stretch, ...] = ()
    cadences: tuple[Cadence, ...] = ()
    planned: Planned | None = None
    moves: int = 0
    met: tuple[Met, ...] = ()
    not_met: tuple[NotMet, ...] = ()
    passed: tuple[Passed, ...] = ()
    at_risk: Moment | None = None
    relapses: tuple[Slipped, ...] = ()


class Period(Struct, frozen=True):
    """A time in which one meeting with the executive is due: a month, or more once the team has graduated."""

    first: Month
    last: Month

    def holds(self, month: Month) -> bool:
        return self.first <= month <= self.last


def periods(course: Course) -> Iterator[Period]:
    """In order, and without end while meetings are due. A time that a new cadence cuts short is not due."""
    for stretch in course.stretches:
        month = stretch.first
        while stretch.last is None or month <= stretch.last:
            last = months_after(month, _every(course, month) - 1)
            cut = [one.since for one in course.cadences if month < one.since <= last]
            if cut:
                month = min(cut)
                continue
            if stretch.last is not None and last > stretch.last:
                break
            yield Period(month, last)
            month = months_after(last, 1)


def _every(course: Course, month: Month) -> int:
    return next((one.every for one in reversed(course.cadences) if one.since <= month), 1)


def standing(course: Course, period: Period) -> Standing:
    """The best that happened in it; what the clock noted where nothing did."""
    met = [one for one in course.met if period.holds(one.month)]
    with_executive = [one for one in met if one.colour == "executive"]
    if with_executive:
        return "executive" if any(one.day[:7] <= period.last for one in with_executive) else "late"
    colours = {one.colour for one in met}
    if colours:
        return "deputy" if "deputy" in colours else "team"
    return next((one.how for one in course.passed if one.month == period.last), "open")


def is_settled(course: Course, period: Period) -> bool:
    """Whether nothing more is owed for it."""
    noted = any(one.month == period.last for one in course.passed)
    return noted or standing(course, period) in ("executive", "late")


def owed(course: Course) -> Period | None:
    """The earliest time for which the executive still owes a meeting; None when none will be due."""
    return next((one for one in periods(course) if not is_settled(course, one)), None)


def before(course: Course, month: Month) -> list[Period]:
    """Every time that ended before this month."""
    found = []
    for period in periods(course):
        if period.last >= month:
            break
        found.append(period)
    return found


def missed_in_a_row(course: Course, until: Period) -> int:
    """How many were missed one after the other, up to and with `until`; a pause neither breaks nor adds."""
    count = 1
    for period in reversed(before(course, until.first)):
        how = standing(course, period)
        if how not in ("missed", "paused"):
            break
        count += how == "missed"
    return count


def met_in_a_row(course: Course, month: Month) -> int:
    """How many times up to this month the executive came, one after the other; lateness does not break them."""
    count = 0
    for period in reversed(before(course, months_after(month, 1))):
        how = standing(course, period)
        if how in ("executive", "late"):
            count += 1
        elif how not in ("paused", "open"):
            break
    return count
