"""What leaders do in a large hospital, year after year: partners who round each month, promises, and what stands in the way."""

from collections.abc import Callable, Iterator
from itertools import count

from workflows.barrier import commands as barrier
from workflows.kernel.grammar import Command
from workflows.kernel.moments import Day, day_after
from workflows.promise import commands as promise
from workflows.rounds import commands as rounds
from workflows.unit import commands as unit

EVERY = 30
"""Days between two rounds of a unit, and between two promises made there."""
KEPT = 10
"""One promise in so many is still owed."""
STUCK = 4
"""One open issue in so many waits for a barrier."""

Give = Callable[[Day, Command, str | None], str]
"""Gives a command on a day, to a stream or to begin one; says which."""


def partnered(give: Give, slug: str, partner: str, began: Day) -> None:
    give(began, unit.Appoint(person=partner, role="executive_partner", since=began), f"unit-{slug}")


def walked(give: Give, slug: str, partner: str, began: Day, days: int) -> None:
    """Rounds each month, held and told of, the last of them some days ago and the next planned; promises beside."""
    for number, day in zip(count(), _months(began, days), strict=False):
        visit = give(day, rounds.Schedule(unit=slug, day=day, partner=partner), None)
        give(day, rounds.Hold(attendees=(partner,), colour="executive"), visit)
        give(day, rounds.Summarise(summary="We spoke of what waits longest."), visit)
        _promised(give, slug, partner, number, day)
    give(day_after(began, days - 3), rounds.Schedule(unit=slug, day=day_after(began, days + 9), partner=partner), None)


def stuck(give: Give, slug: str, partner: str, line: str, day: Day) -> None:
    blocks = barrier.Log(unit=slug, what="The store closes at night", issues=(line,), holder=partner)
    give(day, blocks, None)


def _promised(give: Give, slug: str, partner: str, number: int, day: Day) -> None:
    what = promise.Make(unit=slug, holder=partner, to=f"unit-{slug}", what="A second key", due=day_after(day, 60))
    made = give(day, what, None)
    if number % KEPT:
        give(day_after(day, 20), promise.Keep(), made)


def _months(began: Day, days: int) -> Iterator[Day]:
    return (day_after(began, after) for after in range(EVERY, days - 5, EVERY))
