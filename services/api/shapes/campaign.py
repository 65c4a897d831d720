"""A campaign: what was asked where, and what was answered."""

from msgspec import Struct

from assessments.campaign.commands import Mode
from assessments.campaign.state import Cards, Stage
from assessments.disclosure import Bound
from projections.campaigns import CampaignRow
from projections.lives import Stint
from services.api.shapes.words import Date, Text, Words
from services.surveyed import Result


class Item(Struct, frozen=True, kw_only=True):
    """Of `n` answers `percent` were positive; `low` and `high` bound it (Wilson, 95 %). All null where too few answered.

    In a small group all and nobody are told as a `bound`: the share is no more (`at_most`) or no less (`at_least`) than that;
    and `falls`, how the answers fall, is empty.
    """

    item: str
    text: str
    n: int | None
    percent: int | None
    low: int | None
    high: int | None
    bound: Bound
    falls: tuple[int, ...]


class Campaign(Struct, frozen=True, kw_only=True):
    """`units` are those whose answers are counted as one. `eligible`: how many could answer when it opened (null: anybody).
    `cards`: how many were made, drawn and used, once it was counted. `least`: answers below which nothing is shown. `needed`:
    so many more at least, in steps of five, while it is open; `rate`: of those who could answer so many percent have, in steps
    of five, once enough have; `ballots` once it was counted. `rules` and `scoring` are those behind the numbers, `digest` that
    of the ballots."""

    id: str
    unit: str
    units: tuple[str, ...]
    instrument: str
    version: int
    validation: str
    mode: Mode
    eligible: int | None
    cards: Cards | None
    stage: Stage
    closes: Date
    least: int
    needed: int | None
    rate: int | None
    ballots: int | None
    items: tuple[Item, ...]
    scoring: str | None
    rules: tuple[str, ...]
    digest: str | None
    issue: str | None
    keep: Text


def campaign(stint: Stint[CampaignRow], result: Result | None, words: Words) -> Campaign:
    state = stint.row.campaign
    provenance = result.provenance if result else None
    return Campaign(
        id=stint.stream,
        unit=state.unit,
        units=state.units,
        instrument=state.instrument,
        version=state.version,
        validation=result.instrument.validation.statement.get("en", "") if result else "",
        mode=state.mode,
        eligible=sum(state.roster.eligible) if state.roster else None,
        cards=state.cards,
        stage=state.stage,
        closes=state.closes,
        least=state.least,
        needed=result.needed if result else None,
        rate=result.rate if result else None,
        ballots=state.ballots,
        items=_items(result) if result else (),
        scoring=provenance.scoring if provenance else None,
        rules=provenance.rules if provenance else (),
        digest=state.digest,
        issue=state.issue,
        keep=words(state.keep),
    )


def _items(result: Result) -> tuple[Item, ...]:
    return tuple(
        Item(
            item=one.item.id,
            text=one.item.text.get("en", ""),
            n=one.n,
            percent=one.percent,
            low=one.low,
            high=one.high,
            bound=one.bound,
            falls=one.falls,
        )
        for one in result.items
    )
