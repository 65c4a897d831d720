"""How rounds came to stand where they stand. Never refuses, and never reads a text: it keeps where the words lie."""

from collections.abc import Iterator
from typing import assert_never, cast

from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing
from workflows.rounds import events as e
from workflows.rounds.state import (
    Held,
    Known,
    NotHeld,
    Orientation,
    Scheduled,
    Seen,
    Spoken,
    State,
    Summarised,
    Visit,
    Withdrawn,
)


def evolve(state: State, fact: Fact) -> State:
    event = cast(e.Happened, fact.event)
    if isinstance(event, e.Scheduled):
        return _scheduled(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: e.Happened, fact: Fact) -> Known:
    visit = state.visit
    match event:
        case e.Scheduled():
            return state
        case e.Prepared():
            return _with(state, prepared=(*visit.prepared, event.item))
        case e.GuideNamed():
            return _with(state, guide=event.guide)
        case e.PreBriefed():
            return _with(state, briefing_good_until=event.good_until)
        case e.ProvidersBriefed():
            return _with(state, briefed=(event.briefed, event.of))
        case e.OrientationOffered():
            return _with(state, orientations=(*_others(visit, event.visitor), _offered(event, fact)))
        case e.OrientationAcknowledged():
            return _with(state, orientations=tuple(_read(visit, event.visitor, fact)))
        case e.Rescheduled():
            return _with(state, day=event.day, time=event.time or visit.time, moves=visit.moves + 1)
        case e.Entrusted(partner=partner):
            return _with(state, partner=partner)
        case e.Held():
            return Held(
                visit=visit,
                since=fact.happened,
                attendees=event.attendees,
                colour=event.colour,
                none_raised=event.none_raised,
                summary_due=event.summary_due,
            )
        case e.ExchangeNoted():
            return _with(state, exchanges=(*visit.exchanges, Spoken(event.kind, event.by)))
        case e.Reviewed():
            others = tuple(seen for seen in visit.seen if seen.issue != event.issue)
            return _with(state, seen=(*others, Seen(event.issue, event.finding)))
        case e.LookedOver():
            return _with(state, looked_over=tuple(dict.fromkeys((*visit.looked_over, *event.issues))))
        case e.PrioritiesAgreed():
            return _with(state, agreed=(*visit.agreed, event.issues))
        case e.NotHeld():
            note = None if event.note is None else Ref(fact.seq, "note")
            return NotHeld(visit=visit, since=fact.happened, reason=event.reason, note=note)
        case e.Summarised():
            return _summarised(state, event, fact)
        case e.Withdrawn():
            return Withdrawn(visit=visit, since=fact.happened)
        case e.Corrected():
            return _corrected(state, event, fact)
        case e.FellDue():
            return _with(state, fallen=(*visit.fallen, (event.owes, event.due)))
        case _:
            assert_never(event)


def _others(visit: Visit, visitor: str) -> tuple[Orientation, ...]:
    return tuple(one for one in visit.orientations if one.visitor != visitor)


def _offered(event: e.OrientationOffered, fact: Fact) -> Orientation:
    privacy = None if event.privacy is None else Ref(fact.seq, "privacy")
    return Orientation(event.visitor, Ref(fact.seq, "where"), Ref(fact.seq, "wear"), privacy)


def _read(visit: Visit, visitor: str, fact: Fact) -> Iterator[Orientation]:
    for one in visit.orientations:
        yield replace(one, acknowledged=fact.happened) if one.visitor == visitor else one


def _scheduled(event: e.Scheduled, fact: Fact) -> Scheduled:
    visit = Visit(
        unit=event.unit,
        day=event.day,
        first_day=event.day,
        partner=event.partner,
        guide=event.guide,
        scheduled=fact.happened,
        time=event.time,
        kind=event.kind,
        shift=event.shift,
        where=None if event.where is None else Ref(fact.seq, "where"),
    )
    return Scheduled(visit=visit, since=fact.happened)


def _summarised(state: Known, event: e.Summarised, fact: Fact) -> Known:
    if not isinstance(state, Held):
        return state
    return Summarised(
        visit=state.visit,
        since=fact.happened,
        attendees=state.attendees,
        colour=state.colour,
        none_raised=state.none_raised,
        summary=Ref(fact.seq, "summary"),
        thanks=None if event.thanks is None else Ref(fact.seq, "thanks"),
        priorities=event.priorities,
    )


def _corrected(state: Known, event: e.Corrected, fact: Fact) -> Known:
    of = event.part or event.field or ""
    place = state.visit if hasattr(state.visit, of) else state
    was = getattr(place, of, None) if event.part else event.was
    marked = _with(state, corrections=(*state.visit.corrections, Correction(of, was, fact.happened)))
    right = {of: Ref(fact.seq, "text") if event.part else event.now}
    if hasattr(marked.visit, of):
        return _with(marked, **right)
    return replace(marked, **right) if hasattr(marked, of) else marked


def _with(state: Known, **changes: object) -> Known:
    return replace(state, visit=replace(state.visit, **changes))
