"""Was it kept by the first day it was promised for? Verdicts and figures over rows of `promises`, of one moment.

A day that moved is no day that was kept: what counts is the first one. What was asked for is answered by a yes or a no. What
somebody was let off is counted apart.
"""

from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from projections.promises import PromiseRow
from workflows.kernel.moments import Day, Moment

Verdict = Literal["in_time", "late", "broken", "not_due", "released"]
"""Kept by its first day; kept after it; that day is over and it is still owed; that day is still to come; let off."""
VERDICTS: tuple[Verdict, ...] = ("in_time", "late", "broken", "not_due", "released")


class Kept(Struct, frozen=True, kw_only=True):
    """How many promises came out how."""

    in_time: int = 0
    late: int = 0
    broken: int = 0
    not_due: int = 0
    released: int = 0

    @property
    def fallen_due(self) -> int:
        """Those whose first day has come, or that were kept before it: of them the share kept in time is said."""
        return self.in_time + self.late + self.broken

    @property
    def percent(self) -> int | None:
        """Of nothing there is no share."""
        return round(100 * self.in_time / self.fallen_due) if self.fallen_due else None


def verdict(row: PromiseRow, today: Day, day_of: Callable[[Moment], Day]) -> Verdict:
    """`today` is the day looked at; `day_of` a moment's day in the hospital's zone."""
    pledge = row.pledge
    if row.state == "released":
        return "released"
    if row.state == "owed":
        return "broken" if pledge.first_due < today else "not_due"
    return "in_time" if day_of(row.since) <= pledge.first_due else "late"


def kept(rows: Iterable[PromiseRow], today: Day, day_of: Callable[[Moment], Day]) -> Kept:
    counts = dict.fromkeys(VERDICTS, 0)
    for row in rows:
        counts[verdict(row, today, day_of)] += 1
    return Kept(**counts)
