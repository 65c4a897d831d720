"""What a look answers about one month: what was said, answered and put right in it, the rounds, and what waits at its end."""

from collections.abc import Collection, Mapping
from typing import Any, get_args

from msgspec import Struct

from projections.answers import still_owed
from projections.barriers import BARRIERS
from projections.lives import Stint
from projections.monthly import MONTHLY, What
from projections.rounds import HELD, ROUNDS, RoundsRow
from projections.stories import StoryRow
from projections.tracking_log import TRACKING_LOG
from services.reader.views import Look
from workflows.kernel.moments import Moment, utc_day
from workflows.kernel.months import Month, month_of

WHAT: tuple[What, ...] = get_args(What)


class Waiting(Struct, frozen=True, kw_only=True):
    """What still waits: voices to be answered (`owed`), open `issues`, `barriers` that are not settled."""

    owed: int
    issues: int
    barriers: int


class UnitMonth(Struct, frozen=True, kw_only=True):
    """One unit ("" what belongs to none): what came about by what it was, the rounds of the month by their day, what waits."""

    slug: str
    came: Mapping[What, int]
    rounds: tuple[Stint[RoundsRow], ...]
    waits: Waiting

    @property
    def held(self) -> int:
        return sum(one.row.state in HELD for one in self.rounds)

    @property
    def not_held(self) -> int:
        return sum(one.row.state == "not_held" for one in self.rounds)


def months(look: Look, units: Collection[str], month: Month) -> tuple[UnitMonth, ...]:
    """Each of these units, in their order; as things stand at the moment looked at."""
    wanted = {"unit": units, "month": [month], "what": WHAT}
    came = look.tallied(MONTHLY, wanted, ("unit", "what"))
    voices = look.counts(units)
    issues = look.tallied(TRACKING_LOG, {"unit": units, "shelf": ["open"]}, ("unit",))
    barriers = look.tallied(BARRIERS, {"unit": units, "shelf": ["open"]}, ("unit",))
    walked = look.rows(ROUNDS, {"unit": units, "shelf": (*HELD, "not_held")})
    mine = [one for one in walked if month_of(one.row.visit.day) == month]
    return tuple(
        UnitMonth(
            slug=slug,
            came={what: came.get((slug, what), 0) for what in WHAT},
            rounds=tuple(sorted((one for one in mine if look.is_of(one.row.unit, slug)), key=_by_day)),
            waits=Waiting(
                owed=still_owed(voices[slug]),
                issues=issues.get((slug,), 0),
                barriers=barriers.get((slug,), 0),
            ),
        )
        for slug in units
    )


def came(look: Look, unit: str, month: Month, what: Collection[What]) -> tuple[str, ...]:
    """The streams of a unit of which that came about in the month, the first one first."""
    found = look.rows(MONTHLY, {"unit": [unit], "month": [month], "what": what})
    return tuple(one.stream for one in sorted(found, key=_by_beginning))


def stories(look: Look, units: Collection[str], month: Month) -> tuple[Stint[StoryRow], ...]:
    """Those published in the month, the first one first."""
    here = [one for one in look.stories() if any(look.is_of(one.row.unit, slug) for slug in units)]
    mine = [one for one in here if month_of(utc_day(one.row.since)) == month]
    return tuple(reversed(mine))


def _by_day(one: Stint[RoundsRow]) -> tuple[str, str]:
    return one.row.visit.day, one.stream


def _by_beginning(one: Stint[Any]) -> tuple[Moment, str]:
    return one.began, one.stream
