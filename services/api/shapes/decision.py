"""A decision: how it was weighed, what was decided, what came of it; and figures over many."""

from msgspec import Struct

from projections.decisions import DecisionRow, DecisionState
from projections.lives import Stint
from projections.weighed import Weighed as Counted
from services.api.shapes.part import Part, part
from services.api.shapes.words import Date, Instant, Slip, Text, Words, instant, maybe, slips
from workflows.decision import state
from workflows.decision.commands import Aim, Effect, Kind, Outcome, Verdict
from workflows.kernel.words import Brought


class Rating(Struct, frozen=True, kw_only=True):
    """What it does to one aim. A harm was `accepted` by `acceptor`, or waits for that."""

    aim: Aim
    effect: Effect
    why: Text
    mitigation: Text
    acceptor: str | None
    accepted: Instant | None


class Asked(Struct, frozen=True, kw_only=True):
    who: str
    said: Text
    at: Instant


class Told(Struct, frozen=True, kw_only=True):
    to: str
    how: Brought
    at: Instant


class Evidence(Struct, frozen=True, kw_only=True):
    """What came to light after it was decided."""

    what: Text
    aim: Aim | None
    at: Instant


class Look(Struct, frozen=True, kw_only=True):
    """One look at what came of it."""

    found: Text
    verdict: Verdict
    at: Instant


class Ruling(Struct, frozen=True, kw_only=True):
    """What was decided. `rate_by`: by when the aims are rated, where it could not wait for them."""

    outcome: Outcome
    reason: Text
    emergency: bool
    made: Instant
    rate_by: Date | None
    tell_by: Date
    review_by: Date
    first_review_by: Date
    looks: tuple[Look, ...]


class Decision(Struct, frozen=True, kw_only=True):
    """`decider` decides by `due`; `values` are the keys of the hospital's values it serves; `ratings` has one for each of the
    six aims that was rated."""

    id: str
    unit: str | None
    state: DecisionState
    since: Instant
    kind: Kind
    what: Text
    values: tuple[str, ...]
    decider: str
    due: Date
    money: int | None
    about: str | None
    ratings: tuple[Rating, ...]
    asked: tuple[Asked, ...]
    told: tuple[Told, ...]
    ruling: Ruling | None
    evidence: tuple[Evidence, ...]
    why: Text
    corrections: tuple[Slip, ...]


class Effects(Struct, frozen=True, kw_only=True):
    """How many of the decisions made do what to one aim."""

    aim: Aim
    supports: int
    neutral: int
    trade_off: int
    harms: int
    not_rated: int


class Weighed(Struct, frozen=True, kw_only=True):
    """Of the decisions made: rated on all six aims; looked at by the day first promised, of those whose day has come; harms
    that were accepted, of all harms; and the effects, aim by aim."""

    rated: Part
    reviewed: Part
    harms_accepted: Part
    effects: tuple[Effects, ...]


def decision(stint: Stint[DecisionRow], words: Words) -> Decision:
    row, proposal = stint.row, stint.row.proposal
    return Decision(
        id=stint.stream,
        unit=proposal.unit,
        state=row.state,
        since=instant(row.since),
        kind=proposal.kind,
        what=words(proposal.what),
        values=proposal.values,
        decider=proposal.decider,
        due=proposal.due,
        money=proposal.money,
        about=proposal.about,
        ratings=tuple(_rating(one, words) for one in proposal.ratings),
        asked=tuple(Asked(who=one.who, said=words(one.said), at=instant(one.at)) for one in proposal.asked),
        told=tuple(Told(to=one.to, how=one.how, at=instant(one.at)) for one in proposal.told),
        ruling=_ruling(row.ruling, words) if row.ruling else None,
        evidence=tuple(Evidence(what=words(one.what), aim=one.aim, at=instant(one.at)) for one in proposal.evidence),
        why=words(row.why),
        corrections=slips(proposal.corrections, words),
    )


def weighed(counted: Counted) -> Weighed:
    return Weighed(
        rated=part(counted.rated),
        reviewed=part(counted.reviewed),
        harms_accepted=part(counted.harms),
        effects=tuple(
            Effects(
                aim=aim,
                supports=counts["supports"],
                neutral=counts["neutral"],
                trade_off=counts["trade_off"],
                harms=counts["harms"],
                not_rated=counts[None],
            )
            for aim, counts in counted.effects.items()
        ),
    )


def _rating(rating: state.Rating, words: Words) -> Rating:
    return Rating(
        aim=rating.aim,
        effect=rating.effect,
        why=words(rating.why),
        mitigation=words(rating.mitigation),
        acceptor=rating.acceptor,
        accepted=maybe(rating.accepted),
    )


def _ruling(ruling: state.Ruling, words: Words) -> Ruling:
    return Ruling(
        outcome=ruling.outcome,
        reason=words(ruling.reason),
        emergency=ruling.emergency,
        made=instant(ruling.made),
        rate_by=ruling.rate_by,
        tell_by=ruling.tell_by,
        review_by=ruling.review_by,
        first_review_by=ruling.first_review_by,
        looks=tuple(Look(found=words(one.found), verdict=one.verdict, at=instant(one.at)) for one in ruling.looks),
    )
