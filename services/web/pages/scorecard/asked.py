"""What those who were asked in a unit said that speaks of a responsibility: the latest count of each instrument, scale by
scale and item by item. What too few answered is not shown; nothing is rolled into one."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from assessments.campaign.state import Campaign
from assessments.scorecard import Responsibility
from projections.campaigns import CampaignRow
from projections.lives import Stint
from services.surveyed import Result, Said, result
from services.web.visit import Visit
from services.wording.shares import figure, share


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
        Heard(words + _whose(visit, unit, slug), share)
        for unit, campaign, said in counts
        for words, share in _told(said, frozenset(what.asked.get(campaign.instrument, ())), what.least)
    )


def _told(said: Result, wanted: frozenset[str], least: int) -> Iterator[tuple[str, str]]:
    """A scale before its sentences, where all of them speak of the responsibility."""
    for scaled in said.scales:
        if wanted.issuperset(scaled.composite.items) and scaled.mean is not None and scaled.sure is not None:
            mean, (low, high) = figure(round(scaled.mean), scaled.bound), scaled.sure
            yield scaled.composite.title.get("en", ""), f"{mean} of 100, between {low} and {high}, {scaled.n} answered"
    for one in said.items:
        if one.item.id in wanted and one.percent is not None:
            yield one.item.text.get("en", one.item.id), _share(one, least)


def _whose(visit: Visit, unit: str, slug: str | None) -> str:
    return "" if unit == slug else f" (asked in {visit.names.unit(unit)})"


def _share(one: Said, least: int) -> str:
    if one.percent is None or (one.n or 0) < least:
        return f"hidden: fewer than {least} answered"
    return f"{share(one.percent, one.bound)} of {one.n}, between {one.low} and {one.high} %"
