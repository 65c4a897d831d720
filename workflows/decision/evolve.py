"""How a decision came to stand where it stands. Never refuses, and never reads a text: it keeps where the words lie."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.decision import events as e
from workflows.decision.commands import AIMS, Aim
from workflows.decision.state import (
    Asking,
    Concluded,
    Decided,
    Evidence,
    Known,
    Look,
    Proposal,
    Proposed,
    Rating,
    Ruling,
    State,
    Telling,
    Withdrawn,
)
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing


def evolve(state: State, fact: Fact) -> State:
    event = cast(e.Happened, fact.event)
    if isinstance(event, e.Proposed):
        return _proposed(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: e.Happened, fact: Fact) -> Known:
    proposal, at = state.proposal, fact.happened
    match event:
        case e.Proposed():
            return state
        case e.Rated():
            return _with(state, ratings=_rated(proposal, _rating(event, fact)))
        case e.AcceptorNamed(aim=aim, acceptor=acceptor):
            return _with(state, ratings=_of(proposal, aim, acceptor=acceptor, at=at))
        case e.HarmAccepted(aim=aim):
            return _with(state, ratings=_of(proposal, aim, accepted=at))
        case e.Consulted(who=who):
            return _with(state, asked=(*proposal.asked, Asking(who, _ref(event.said, "said", fact), at)))
        case e.HandedOn(decider=decider):
            return _with(state, decider=decider)
        case e.Decided():
            return Decided(proposal=proposal, since=at, ruling=_ruling(event, fact))
        case e.Communicated(to=to, how=how):
            return _with(state, told=(*proposal.told, Telling(to, how, at)))
        case e.EvidenceNoted(aim=aim):
            return _with(state, evidence=(*proposal.evidence, Evidence(Ref(fact.seq, "what"), aim, at)))
        case e.Reviewed():
            return _reviewed(state, event, fact)
        case e.Withdrawn():
            return Withdrawn(proposal=proposal, since=at, why=Ref(fact.seq, "why"))
        case e.Corrected():
            return _corrected(state, event, fact)
        case e.FellDue():
            return _with(state, fallen=(*proposal.fallen, (event.owes, event.due)))
        case _:
            assert_never(event)


def _proposed(event: e.Proposed, fact: Fact) -> Proposed:
    proposal = Proposal(
        unit=event.unit,
        kind=event.kind,
        what=Ref(fact.seq, "what"),
        values=event.values,
        decider=event.decider,
        due=event.due,
        money=event.money,
        about=event.about,
        proposed=fact.happened,
    )
    return Proposed(proposal=proposal, since=fact.happened)


def _rating(event: e.Rated, fact: Fact) -> Rating:
    return Rating(
        aim=event.aim,
        effect=event.effect,
        why=_ref(event.why, "why", fact),
        mitigation=_ref(event.mitigation, "mitigation", fact),
        acceptor=event.acceptor,
        at=fact.happened,
    )


def _rated(proposal: Proposal, rating: Rating) -> tuple[Rating, ...]:
    others = (one for one in proposal.ratings if one.aim != rating.aim)
    return tuple(sorted((*others, rating), key=lambda one: AIMS.index(one.aim)))


def _of(proposal: Proposal, aim: Aim, **changes: object) -> tuple[Rating, ...]:
    return tuple(replace(one, **changes) if one.aim == aim else one for one in proposal.ratings)


def _ruling(event: e.Decided, fact: Fact) -> Ruling:
    return Ruling(
        outcome=event.outcome,
        reason=Ref(fact.seq, "reason"),
        emergency=event.emergency,
        made=fact.happened,
        rate_by=event.rate_by,
        tell_by=event.tell_by,
        review_by=event.review_by,
        first_review_by=event.review_by,
    )


def _reviewed(state: Known, event: e.Reviewed, fact: Fact) -> Known:
    if not isinstance(state, Decided | Concluded):
        return state
    look = Look(Ref(fact.seq, "found"), event.verdict, fact.happened)
    ruling = replace(
        state.ruling, looks=(*state.ruling.looks, look), review_by=event.review_by or state.ruling.review_by
    )
    if event.verdict == "look_again":
        return replace(state, ruling=ruling)
    return Concluded(proposal=state.proposal, since=fact.happened, ruling=ruling, how=event.verdict)


def _corrected(state: Known, event: e.Corrected, fact: Fact) -> Known:
    proposal, now = state.proposal, Ref(fact.seq, "text")
    match event.part:
        case "what":
            return _with(state, what=now, corrections=_also(proposal, "what", proposal.what, fact))
        case "reason" | "found":
            return _ruling_corrected(state, event.part, now, fact)
        case None:
            return _with(state, kind=event.now, corrections=_also(proposal, "kind", event.was, fact))
        case _:
            assert_never(event.part)


def _ruling_corrected(state: Known, part: str, now: Ref, fact: Fact) -> Known:
    if not isinstance(state, Decided | Concluded):
        return state
    ruling = state.ruling
    if part == "reason":
        was, ruling = ruling.reason, replace(ruling, reason=now)
    else:
        *before, last = ruling.looks
        was, ruling = last.found, replace(ruling, looks=(*before, Look(now, last.verdict, last.at)))
    return replace(_with(state, corrections=_also(state.proposal, part, was, fact)), ruling=ruling)


def _also(proposal: Proposal, of: str, was: Ref | str | None, fact: Fact) -> tuple[Correction, ...]:
    return (*proposal.corrections, Correction(of, was, fact.happened))


def _ref(words: str | None, part: str, fact: Fact) -> Ref | None:
    return None if words is None else Ref(fact.seq, part)


def _with(state: Known, **changes: object) -> Known:
    return replace(state, proposal=replace(state.proposal, **changes))
