"""A pause of the whole hospital: days on which nothing that returns every month was due."""

from collections.abc import Iterable

from msgspec import Struct

from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, day_after
from workflows.kernel.months import days_of


class Pause(Struct, frozen=True):
    """Both days included; why lies at `reason`."""

    since: Day
    until: Day
    reason: Ref


def days_paused(pauses: Iterable[Pause], first: Day, last: Day) -> int:
    """How many of these days lie in a pause, each counted once."""
    paused, clear = 0, first
    for pause in sorted(pauses, key=lambda one: one.since):
        begins = max(pause.since, clear)
        ends = min(pause.until, last)
        paused += days_of(begins, ends)
        clear = max(clear, day_after(ends, 1))
    return paused
