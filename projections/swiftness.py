"""How swiftly is disrespect answered, which steps are chosen, how much of it comes back? Reckoned from the rows of incidents,
for the readers of their compartment; nothing is stored."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import get_args

from msgspec import Struct

from projections.respect import RespectRow
from projections.share import Share
from workflows.kernel.moments import Day, Moment
from workflows.respect.commands import Tier

TIERS: tuple[Tier, ...] = get_args(Tier)
LEAST = 10
"""Of fewer incidents it is not said which steps were chosen: in a small house that would say whose."""


class Swiftness(Struct, frozen=True, kw_only=True):
    """`days` is how long half of them waited at most for a first response; those still waiting count as waiting (None: no
    half is answered yet). `in_time`: of first responses whose day has come, those given by it. `again`: of what was
    addressed, what came back. `tiers`: how many were met with which step; None where there are fewer than `LEAST`."""

    reported: int
    waiting: int
    days: int | None
    in_time: Share
    again: Share
    tiers: Mapping[Tier, int] | None


def swiftness(rows: Iterable[RespectRow], today: Day, day_of: Callable[[Moment], Day]) -> Swiftness:
    """What was taken back before anybody answered counts nowhere."""
    found = [row for row in rows if row.state != "withdrawn" or row.incident.responded is not None]
    kept = [row.incident.kept_its_day for row in found]
    addressed = [row for row in found if row.state in ("addressed", "closed") or row.incident.recurred]
    weighed = [row.incident.tier for row in found if row.incident.tier is not None]
    return Swiftness(
        reported=len(found),
        waiting=sum(row.state == "reported" for row in found),
        days=half_within([_waited(row, today, day_of) for row in found]),
        in_time=Share(kept.count(True), len(kept) - kept.count(None)),
        again=Share(sum(bool(row.incident.recurred) for row in addressed), len(addressed)),
        tiers={tier: weighed.count(tier) for tier in TIERS} if len(weighed) >= LEAST else None,
    )


def _waited(row: RespectRow, today: Day, day_of: Callable[[Moment], Day]) -> tuple[int, bool]:
    """How many days it waited, and whether that wait is over."""
    responded = row.incident.responded
    until = today if responded is None else day_of(responded)
    waited = date.fromisoformat(until) - date.fromisoformat(day_of(row.incident.reported))
    return max(0, waited.days), responded is not None


def half_within(waits: Iterable[tuple[int, bool]]) -> int | None:
    """The days within which half are over, by Kaplan and Meier: a wait that is not over says only that it is longer. None as
    long as half cannot be said to be over."""
    ordered = sorted(waits, key=lambda wait: (wait[0], not wait[1]))
    left, still = len(ordered), 1.0
    for days, over in ordered:
        if over:
            still *= 1 - 1 / left
            if still <= 0.5:
                return days
        left -= 1
    return None
