"""What those who were asked in a unit said that speaks of a responsibility: the latest count of each instrument, item by item.
What too few answered is not shown; nothing is rolled into one."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from assessments.campaign.state import Campaign
from assessments.scorecard import Responsibility
from projections.campaigns import CampaignRow
from projections.lives import Stint
from services.surveyed import Result, Said, result
from services.web.visit import Visit
from services.wording.shares import share


class Heard(Struct, frozen=True):
    """One sentence and who agreed to it, as a share with its bounds in words."""

    sentence: str
    share: str


Counts = Sequence[tuple[str, Campaign, Result]]
"""The latest count of each instrument in each unit, the latest first."""


def counted(visit: Visit, found: Sequence[Stint[CampaignRow]]) -> Counts:
    """Of the campaigns of a unit and of those it goes on from, the latest first."""
    latest: dict[tuple[str, str], tuple[str, Campaign, Result]] = {}
    for one in found:
        campaign = one.row.campaign
        key = one.row.unit, campaign.instrument
        if campaign.digest is None or key in latest or not visit.sees(one.stream):
            continue
        said = result(visit.house, one.stream, campaign)
        if said is not None and said.items:
            latest[key] = one.row.unit, campaign, said
    return tuple(latest.values())


def heard(visit: Visit, what: Responsibility, counts: Counts, slug: str | None) -> tuple[Heard, ...]:
    """What another unit was asked, that this one goes on from, stands under its name."""
    return tuple(
        Heard(one.item.text.get("en", one.item.id) + _whose(visit, unit, slug), _share(one, what.least))
        for unit, campaign, said in counts
        for one in _of(said, what.asked, campaign.instrument)
    )


def _whose(visit: Visit, unit: str, slug: str | None) -> str:
    return "" if unit == slug else f" (asked in {visit.names.unit(unit)})"


def _of(said: Result, asked: Mapping[str, Sequence[str]], instrument: str) -> Iterator[Said]:
    wanted = asked.get(instrument, ())
    yield from (one for one in said.items if one.item.id in wanted and one.percent is not None)


def _share(one: Said, least: int) -> str:
    if one.percent is None or (one.n or 0) < least:
        return f"hidden: fewer than {least} answered"
    return f"{share(one.percent, one.bound)} of {one.n}, between {one.low} and {one.high} %"
