"""How rounds came to stand where they stand. Never refuses, and never reads a text: it keeps where the words lie."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing
from workflows.rounds import events as e
from workflows.rounds.state import Held, Known, NotHeld, Scheduled, Seen, State, Summarised, Visit, Withdrawn


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
        case e.Rescheduled():
            return _with(state, day=event.day)
        case e.Held():
            return Held(
                visit=visit,
                since=fact.happened,
                attendees=event.attendees,
                colour=event.colour,
                none_raised=event.none_raised,
                summary_due=event.summary_due,
            )
        case e.Reviewed():
            others = tuple(seen for seen in visit.seen if seen.issue != event.issue)
            return _with(state, seen=(*others, Seen(event.issue, event.finding)))
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


def _scheduled(event: e.Scheduled, fact: Fact) -> Scheduled:
    visit = Visit(
        unit=event.unit,
        day=event.day,
        first_day=event.day,
        partner=event.partner,
        guide=event.guide,
        scheduled=fact.happened,
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
    was = getattr(state, of, None) if event.part else event.was
    marked = _with(state, corrections=(*state.visit.corrections, Correction(of, was, fact.happened)))
    if not hasattr(marked, of):
        return marked
    return replace(marked, **{of: Ref(fact.seq, "text") if event.part else event.now})


def _with(state: Known, **changes: object) -> Known:
    return replace(state, visit=replace(state.visit, **changes))
