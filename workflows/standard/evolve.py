"""How a standard came to stand as it does."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing
from workflows.standard import events as e
from workflows.standard.marking import marked
from workflows.standard.state import Absent, Attestation, Gap, InPlace, Known, Lapsed, SetAside, Standard, State


def evolve(state: State, fact: Fact) -> State:
    event = cast(e.Happened, fact.event)
    match event:
        case e.Attested():
            return _attested(state, event, fact)
        case e.GapNoted():
            return _gap_noted(state, event, fact)
        case e.Waived():
            return _waived(state, event, fact)
        case _:
            return state if isinstance(state, Nothing) else _moved(state, event, fact)


def _moved(state: Known, event: e.Happened, fact: Fact) -> State:
    """What ends the way it stood, or only says something new of it."""
    at = fact.happened
    match event:
        case e.GapFilled():
            return Absent(standard=state.standard, since=at)
        case e.Withdrawn(reason=reason):
            return Absent(standard=state.standard, since=at, why=Ref(fact.seq, "reason") if reason else None)
        case e.HandedOn(owner=owner):
            return _handed_on(state, owner)
        case e.Renewed():
            return _renewed(state, event, fact)
        case e.RenewalAsked(due=due, why=why):
            return replace(state, renew_by=due, asked=why, asked_at=at) if isinstance(state, InPlace) else state
        case e.Lapsed(due=due):
            said = state.standard.said
            return Lapsed(standard=state.standard, since=at, said=said, due=due) if said else state
        case e.WaiverOver():
            return replace(state.before, since=at) if isinstance(state, SetAside) else state
        case e.Corrected():
            return _corrected(state, event, fact)
        case e.Attested() | e.GapNoted() | e.Waived():
            return state
        case e.Shown() | e.ReplyTaken() | e.Activated() | e.Used() | e.Met() | e.FellDue():
            return replace(state, standard=marked(state.standard, event, fact))
        case _:
            assert_never(event)


def _of(state: State, event: e.Attested | e.GapNoted | e.Waived, fact: Fact) -> Standard:
    """What stays with it: what there was, else what its first fact says."""
    if not isinstance(state, Nothing):
        return state.standard
    return Standard(
        item=event.item, unit=event.unit, person=event.person, of=event.of, few=event.few, began=fact.happened
    )


def _attested(state: State, event: e.Attested, fact: Fact) -> InPlace:
    said = Attestation(
        words=None if event.words is None else Ref(fact.seq, "words"),
        more=None if event.more is None else Ref(fact.seq, "more"),
        marks=event.marks,
        owner=event.owner,
        keeper=event.keeper,
        day=event.day,
        evidence=event.evidence,
        by=fact.head.by.id,
        at=fact.happened,
    )
    before = _of(state, event, fact)
    standard = replace(before, said=said, attested=before.attested + 1)
    since = state.since if isinstance(state, InPlace) else fact.happened
    return InPlace(standard=standard, since=since, said=said, renew_by=event.renew_by)


def _gap_noted(state: State, event: e.GapNoted, fact: Fact) -> Gap:
    why = None if event.why is None else Ref(fact.seq, "why")
    standard = _of(state, event, fact)
    if isinstance(state, Gap):
        moves = state.moves + (event.due != state.due)
        return replace(state, owner=event.owner, due=event.due, why=why or state.why, moves=moves)
    return Gap(standard=standard, since=fact.happened, owner=event.owner, due=event.due, first_due=event.due, why=why)


def _waived(state: State, event: e.Waived, fact: Fact) -> SetAside:
    standard = _of(state, event, fact)
    before = state if isinstance(state, Gap | Lapsed | Absent) else Absent(standard=standard, since=fact.happened)
    return SetAside(standard=standard, since=fact.happened, waiver=event.waiver, before=before)


def _handed_on(state: Known, owner: str) -> Known:
    if isinstance(state, Gap):
        return replace(state, owner=owner)
    if not isinstance(state, InPlace | Lapsed):
        return state
    said = replace(state.said, owner=owner)
    return replace(state, said=said, standard=replace(state.standard, said=said))


def _renewed(state: Known, event: e.Renewed, fact: Fact) -> Known:
    before = state.standard.said
    if before is None:
        return state
    looked = None if event.words is None else Ref(fact.seq, "words")
    said = replace(before, looked=looked, day=event.day or before.day)
    since = state.since if isinstance(state, InPlace) else fact.happened
    standard = replace(state.standard, said=said)
    return InPlace(standard=standard, since=since, said=said, renew_by=event.renew_by)


def _corrected(state: Known, event: e.Corrected, fact: Fact) -> Known:
    now, at = Ref(fact.seq, "text"), fact.happened
    if event.part == "why":
        if not isinstance(state, Gap | Absent):
            return state
        standard = _noting(state.standard, Correction("why", state.why, at))
        return replace(state, standard=standard, why=now)
    said = state.standard.said
    if said is None:
        return state
    was = said.words if event.part == "words" else said.more
    said = replace(said, words=now) if event.part == "words" else replace(said, more=now)
    standard = replace(_noting(state.standard, Correction(event.part, was, at)), said=said)
    return (
        replace(state, standard=standard, said=said)
        if isinstance(state, InPlace | Lapsed)
        else replace(state, standard=standard)
    )


def _noting(standard: Standard, correction: Correction) -> Standard:
    return replace(standard, corrections=(*standard.corrections, correction))
