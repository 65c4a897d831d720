"""How soon is somebody answered who asks a leader for a talk? Reckoned from rows of promises; nothing is stored, and nobody is
named."""

from collections.abc import Callable, Iterable
from statistics import median_low

from msgspec import Struct

from projections.promises import PromiseRow
from projections.share import Share
from workflows.kernel.moments import Day, Moment, days_between


class Answered(Struct, frozen=True):
    """`in_time`: of those whose day has come or who have their answer, who had it by their day. `days`: half had it within
    (None: nobody yet). `waiting`: no answer yet; `missed`: their day passed without one."""

    in_time: Share
    days: int | None
    waiting: int
    missed: int


def answered(rows: Iterable[PromiseRow], today: Day, day_of: Callable[[Moment], Day]) -> Answered:
    """`day_of` says the day of a moment in the hospital's zone."""
    asked = list(rows)
    said = [row for row in asked if row.state in ("granted", "refused")]
    waiting = [row for row in asked if row.state == "owed"]
    missed = [row for row in waiting if row.pledge.first_due < today]
    soon = sum(day_of(row.since) <= row.pledge.first_due for row in said)
    days = [days_between(row.pledge.began, row.since) for row in said]
    return Answered(Share(soon, len(said) + len(missed)), median_low(days) if days else None, len(waiting), len(missed))
