"""What several hospitals ask their people in the same weeks, so that results can stand beside each other: what the hospital
adopted, as its association hands it on, or `config/calendar.json`, which is empty."""

from itertools import combinations

from msgspec import Struct

from workflows.kernel.grammar import Refused, refused
from workflows.kernel.moments import Day, is_day


class Window(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An instrument and the days in which it is asked, both included."""

    instrument: str
    since: Day
    until: Day
    says: str = ""

    def meets(self, other: "Window") -> bool:
        """Whether both ask the same on one day."""
        return self.instrument == other.instrument and self.since <= other.until and other.since <= self.until


class SharedCalendar(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole document."""

    windows: tuple[Window, ...]

    def from_then_on(self, day: Day) -> tuple[Window, ...]:
        """What is asked on that day or later, in its order."""
        return tuple(sorted((one for one in self.windows if one.until >= day), key=lambda one: (one.since, one.until)))


def amiss(wished: SharedCalendar) -> Refused | None:
    """Why nothing can be asked so: windows of one instrument that meet would count somebody twice."""
    for one in wished.windows:
        if not (is_day(one.since) and is_day(one.until)):
            return refused("not_a_day")
        if one.until < one.since:
            return refused("setting.window_ends_before", what=one.instrument, day=one.until)
    twice = (one for one, other in combinations(wished.windows, 2) if one.meets(other))
    return next((refused("setting.said_twice", what=one.instrument) for one in twice), None)
