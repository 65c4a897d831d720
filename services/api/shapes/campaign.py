"""A campaign: what was asked where, and what was answered."""

from msgspec import Struct

from assessments.campaign.commands import Mode, Verdict
from assessments.campaign.rosters import Cards
from assessments.campaign.state import Stage
from assessments.campaign.wave import WaveStage
from projections.campaigns import CampaignRow
from projections.lives import Stint
from projections.waves import WaveRow
from services.api.shapes import survey_figures as figures
from services.api.shapes.survey_figures import Anew, Item, Position, Scale
from services.api.shapes.words import Date, Text, Words
from services.commenting import Written
from services.surveyed import Found, Group, Result


class Comment(Struct, frozen=True, kw_only=True):
    """`number` is its place in an order that follows from what was written. `verdict` is null until somebody looked at it;
    `without` are the numbers of its words that are taken out, `named` those that are also in a name of the directory."""

    number: int
    text: str
    verdict: Verdict | None
    without: tuple[int, ...]
    named: tuple[str, ...]


def comment(one: Written) -> Comment:
    judged = one.judged
    return Comment(
        number=one.number,
        text=one.text,
        verdict=judged.verdict if judged else None,
        without=judged.without if judged else (),
        named=one.named,
    )


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
        items=figures.items(result.items) if result else (),
        scales=figures.scales(result.scales) if result else (),
        whole=figures.items(result.whole) if result else (),
        anew=figures.anew(result.newer, result.anew) if result else None,
        positions=figures.positions(result.held) if result else (),
        comments=comments,
        scoring=provenance.scoring if provenance else None,
        rules=provenance.rules if provenance else (),
        digest=state.digest,
        issue=state.issue,
        keep=words(state.keep),
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
        items=figures.items(one.items),
        scales=figures.scales(one.scales),
        anew=figures.items(one.anew),
        positions=figures.positions(one.held),
    )
