"""A campaign: what was asked where, and what was answered."""

from collections.abc import Sequence

from msgspec import Struct

from assessments.campaign.commands import Mode
from assessments.campaign.positions import TOGETHER
from assessments.campaign.rosters import Cards
from assessments.campaign.state import Stage
from assessments.campaign.wave import WaveStage
from assessments.disclosure import Bound
from assessments.instrument import Instrument
from projections.campaigns import CampaignRow
from projections.lives import Stint
from projections.waves import WaveRow
from services.api.shapes.words import Date, Text, Words
from services.surveyed import Found, Group, Held, Result, Said, Scaled


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


class Scale(Struct, frozen=True, kw_only=True):
    """The `mean` of the scores of `n` people, from 0 to 100, and how far they lie apart; null where too few answered. `bound`:
    it is no more, or no less, than that. `percent`: the plain mean of its items' shares of positive answers, between `low` and
    `high`; `agreement`: r_wg(j) of its people against even answers, `strict` against slightly skewed ones; all null where one
    of its items is not told to the point. `agree`: the percent of people at 75 or more, of instruments scored so."""

    scale: str
    text: str
    n: int | None
    mean: float | None
    sd: float | None
    bound: Bound
    percent: float | None
    low: float | None
    high: float | None
    agreement: float | None
    strict: float | None
    agree: int | None
    agree_bound: Bound


class Anew(Struct, frozen=True, kw_only=True):
    """The items of which `version` put the key right, as the same ballots are scored by it: a new series beside the old."""

    version: int
    items: tuple[Item, ...]


def _anew(newer: Instrument | None, items: Sequence[Said]) -> Anew | None:
    return None if newer is None else Anew(version=newer.version, items=_items(items))


class Position(Struct, frozen=True, kw_only=True):
    """Those who hold these `positions`, which too few hold to be told apart: of `units`, where that is told."""

    positions: tuple[str, ...]
    units: tuple[str, ...]
    eligible: int
    ballots: int
    rate: int | None
    items: tuple[Item, ...]


class Campaign(Struct, frozen=True, kw_only=True):
    """`units` are those whose answers are counted as one. `eligible`: how many could answer when it opened (null: anybody).
    `cards`: how many were made, drawn and used, once it was counted. `least`: answers below which nothing is shown. `needed`:
    so many more at least, in steps of five, while it is open; `rate`: of those who could answer so many percent have, in steps
    of five, once enough have; `ballots` once it was counted. `wave`: of which it is a part; then `whole` is what the hospital
    said, `ballots` is null where the part is held back, and `positions` is what was said by what people do. `rules` and
    `scoring` are those behind the numbers, `digest` that of the ballots. `comments`: what people wrote, once it is shown,
    without names and in an order that says nothing."""

    id: str
    unit: str
    units: tuple[str, ...]
    wave: str | None
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
    scales: tuple[Scale, ...]
    whole: tuple[Item, ...]
    anew: Anew | None
    positions: tuple[Position, ...]
    comments: tuple[str, ...]
    scoring: str | None
    rules: tuple[str, ...]
    digest: str | None
    issue: str | None
    keep: Text


def campaign(stint: Stint[CampaignRow], result: Result | None, comments: tuple[str, ...], words: Words) -> Campaign:
    state = stint.row.campaign
    provenance = result.provenance if result else None
    return Campaign(
        id=stint.stream,
        unit=state.unit,
        units=state.units,
        wave=state.part.wave if state.part else None,
        instrument=state.instrument,
        version=state.version,
        validation=result.instrument.validation.statement.get("en", "") if result else "",
        mode=state.mode,
        eligible=sum(state.roster.eligible) if state.roster else None,
        cards=result.cards if result else None,
        stage=state.stage,
        closes=state.closes,
        least=state.least,
        needed=result.needed if result else None,
        rate=result.rate if result else None,
        ballots=result.ballots if result else None,
        items=_items(result.items) if result else (),
        scales=_scales(result.scales) if result else (),
        whole=_items(result.whole) if result else (),
        anew=_anew(result.newer, result.anew) if result else None,
        positions=_positions(result.held) if result else (),
        comments=comments,
        scoring=provenance.scoring if provenance else None,
        rules=provenance.rules if provenance else (),
        digest=state.digest,
        issue=state.issue,
        keep=words(state.keep),
    )


def _items(items: Sequence[Said]) -> tuple[Item, ...]:
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
        for one in items
    )


class Counted(Struct, frozen=True, kw_only=True):
    """`units` that are counted as one; of the whole all of them. `ballots` and `cards` are null where it is not told how many
    answered. `positions`: the same by what people do, where each may be told. `anew`: items by a key that was put right."""

    units: tuple[str, ...]
    eligible: int
    ballots: int | None
    rate: int | None
    cards: Cards | None
    items: tuple[Item, ...]
    scales: tuple[Scale, ...]
    anew: tuple[Item, ...]
    positions: tuple[Position, ...]


class Wave(Struct, frozen=True, kw_only=True):
    """`eligible` once it was locked; `whole` and `groups` once it was published, and before that for who may publish it.
    `even`: in every group as many cards were used as there are ballots. `comments`: what people wrote, once it is shown."""

    id: str
    units: tuple[str, ...]
    instrument: str
    version: int
    mode: Mode
    stage: WaveStage
    closes: Date
    least: int
    eligible: int | None
    ballots: int | None
    even: bool | None
    whole: Counted | None
    groups: tuple[Counted, ...]
    comments: tuple[str, ...]
    scoring: str | None
    rules: tuple[str, ...]
    digest: str | None


def wave(stint: Stint[WaveRow], found: Found | None, comments: tuple[str, ...]) -> Wave:
    state = stint.row.wave
    return Wave(
        id=stint.stream,
        units=state.units,
        instrument=state.instrument,
        version=state.version,
        mode=state.mode,
        stage=state.stage,
        closes=state.closes,
        least=state.least,
        eligible=sum(state.roster.eligible) if state.roster else None,
        ballots=state.ballots,
        even=found.is_even if found else None,
        whole=_counted(found.whole) if found else None,
        groups=tuple(map(_counted, found.groups)) if found else (),
        comments=comments,
        scoring=found.provenance.scoring if found else None,
        rules=found.provenance.rules if found else (),
        digest=state.digest,
    )


def _counted(one: Group) -> Counted:
    return Counted(
        units=one.units,
        eligible=one.eligible,
        ballots=one.ballots,
        rate=one.rate,
        cards=one.cards,
        items=_items(one.items),
        scales=_scales(one.scales),
        anew=_items(one.anew),
        positions=_positions(one.held),
    )


def _scales(some: Sequence[Scaled]) -> tuple[Scale, ...]:
    return tuple(
        Scale(
            scale=one.composite.id,
            text=one.composite.title.get("en", ""),
            n=None if one.mean is None else one.n,
            mean=None if one.mean is None else round(one.mean, 1),
            sd=None if one.sd is None or one.mean is None else round(one.sd, 1),
            bound=one.bound,
            percent=round(one.share.percent, 1) if one.share else None,
            low=round(one.share.low, 1) if one.share else None,
            high=round(one.share.high, 1) if one.share else None,
            agreement=None if one.agreement is None else round(one.agreement, 2),
            strict=None if one.strict is None else round(one.strict, 2),
            agree=one.agree,
            agree_bound=one.agree_bound,
        )
        for one in some
    )


def _positions(some: Sequence[Held]) -> tuple[Position, ...]:
    return tuple(
        Position(
            positions=tuple(one.positions.split(TOGETHER)),
            units=one.units,
            eligible=one.eligible,
            ballots=one.ballots,
            rate=one.rate,
            items=_items(one.items),
        )
        for one in some
    )
