"""How a respect incident came to stand where it stands. Never refuses, and never reads a text: it keeps where the words lie."""

from typing import Any, assert_never, cast

from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing
from workflows.respect import events as e
from workflows.respect.state import Addressed, Ended, Incident, Known, Reported, Responded, State, Weighed


def evolve(state: State, fact: Fact) -> State:
    event = cast(e.Happened, fact.event)
    if isinstance(event, e.Reported):
        return _reported(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: e.Happened, fact: Fact) -> Known:
    incident, at = state.incident, fact.happened
    match event:
        case e.Reported():
            return state
        case e.Acknowledged():
            answered = replace(incident, responded=at, answer=Ref(fact.seq, "answer"))
            return Responded(incident=answered, since=at, due=event.due)
        case e.HandedOn():
            return _with(state, holder=event.holder)
        case e.Weighed():
            weighed = replace(incident, tier=event.tier, grave=event.grave, why=Ref(fact.seq, "why"))
            return Weighed(incident=weighed, since=at, due=_due(state))
        case e.ConversationHeld():
            talked = _with(state, talks=(*incident.talks, Ref(fact.seq, "note")))
            return replace(talked, talked=True) if isinstance(talked, Weighed) else talked
        case e.Addressed():
            return Addressed(incident=incident, since=at, note=Ref(fact.seq, "note"))
        case e.Closed():
            return Ended(incident=incident, since=at, how="closed")
        case e.Recurred():
            again = replace(incident, recurred=(*incident.recurred, Ref(fact.seq, "what")))
            return Responded(incident=again, since=at, due=event.due)
        case e.Withdrawn():
            return Ended(incident=incident, since=at, how="withdrawn")
        case e.Corrected():
            return _corrected(state, event, fact)
        case e.FellDue():
            return _with(state, fallen=(*incident.fallen, (event.owes, event.due)))
        case e.Climbed():
            return _with(state, holder=event.to, below=(*incident.below, event.below), climbed_on=event.day)
        case _:
            assert_never(event)


def _reported(event: e.Reported, fact: Fact) -> Reported:
    incident = Incident(
        voice=f"voice-{fact.stream.partition('-')[2]}",
        kind=event.kind,
        what=Ref(fact.seq, "what"),
        unit=None if event.unit is None else Ref(fact.seq, "unit"),
        where=None if event.where is None else Ref(fact.seq, "where"),
        who=None if event.who is None else Ref(fact.seq, "who"),
        danger=event.danger,
        speaker=event.speaker,
        holder=event.holder,
        reported=fact.happened,
        first_due=event.due,
    )
    return Reported(incident=incident, since=fact.happened, due=event.due)


def _corrected(state: Known, event: e.Corrected, fact: Fact) -> Known:
    of = event.part or event.field or "kind"
    was = event.was if event.part is None else getattr(state.incident, event.part)
    now = event.now if event.part is None else Ref(fact.seq, "text")
    corrections = (*state.incident.corrections, Correction(of, was, fact.happened))
    return _with(state, **{of: now}, corrections=corrections)


def _due(state: Known) -> str:
    return state.due if isinstance(state, Reported | Responded | Weighed) else state.incident.first_due


def _with(state: Known, **changes: Any) -> Known:
    return replace(state, incident=replace(state.incident, **changes))
