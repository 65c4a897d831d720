"""How an issue came to stand where it stands. Never refuses, and never reads a text: it keeps where the words lie."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.issue import events as e
from workflows.issue.state import (
    Author,
    Closed,
    Declined,
    Deferred,
    Known,
    Matter,
    Open,
    Resolved,
    State,
    Unlisted,
    Weight,
)
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing


def evolve(state: State, fact: Fact) -> State:
    event = cast(e.Happened, fact.event)
    if isinstance(event, e.Listed):
        return _listed(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: e.Happened, fact: Fact) -> Known:
    matter = state.matter
    match event:  # the most frequent first: every miss costs
        case e.Resolved():
            evidence = None if event.evidence is None else Ref(fact.seq, "evidence")
            return Resolved(matter=matter, since=fact.happened, evidence=evidence, how=event.how)
        case e.Closed():
            return Closed(matter=matter, since=fact.happened, declined=isinstance(state, Declined))
        case e.FellDue():
            return _with(state, fallen=(*matter.fallen, (event.owes, event.due)))
        case e.Assigned():
            return _assigned(state, event, fact)
        case e.Prioritised():
            return _with(state, rank=event.rank)
        case e.Blocked():
            return _with(state, barriers=(*matter.barriers, event.barrier))
        case e.Declined():
            reason = None if event.reason is None else Ref(fact.seq, "reason")
            return Declined(matter=matter, since=fact.happened, reason=reason, reason_due=event.reason_due)
        case e.Joined():
            return _with(state, voices=(*matter.voices, event.concern))
        case e.Listed() | e.Left():
            return state
        case e.Parted():
            return _with(state, voices=tuple(voice for voice in matter.voices if voice != event.concern))
        case e.Triaged():
            weight = Weight(event.severity, event.likelihood, event.ease)
            return _with(state, category=event.category, weight=weight)
        case e.Planned():
            return _with(state, plan=Ref(fact.seq, "plan"), authors=())
        case e.CoAuthored(side=side):
            return _with(state, authors=(*matter.authors, Author(fact.head.by.id, side, fact.happened)))
        case e.Unblocked():
            return _with(state, barriers=tuple(other for other in matter.barriers if other != event.barrier))
        case e.ReasonGiven():
            return replace(state, reason=Ref(fact.seq, "reason")) if isinstance(state, Declined) else state
        case e.Deferred():
            reason = Ref(fact.seq, "reason")
            return Deferred(matter=matter, since=fact.happened, until=event.until, reason=reason)
        case e.Reopened():
            return Open(matter=replace(matter, due=event.due), since=fact.happened, why="reopened")
        case e.Unlisted():
            return Unlisted(matter=replace(matter, voices=()), since=fact.happened)
        case e.MarkedSame():
            return _with(state, alike=(*matter.alike, event.other))
        case e.Arrived():
            return _with(state, unit=event.unit)
        case e.Corrected():
            return _corrected(state, event, fact)
        case _:
            assert_never(event)


def _listed(event: e.Listed, fact: Fact) -> Open:
    matter = Matter(
        number=fact.seq,
        unit=event.unit,
        title=Ref(fact.seq, "title"),
        suggestion=None if event.suggestion is None else Ref(fact.seq, "suggestion"),
        needs=None if event.needs is None else Ref(fact.seq, "needs"),
        category=event.category,
        source=event.source,
        rounds=event.rounds,
        listed=fact.happened,
        owner=event.owner,
        due=event.due,
        first_due=event.due,
        rank=event.rank,
        voices=() if event.from_concern is None else (event.from_concern,),
    )
    return Open(matter=matter, since=fact.happened)


def _assigned(state: Known, event: e.Assigned, fact: Fact) -> Known:
    matter = state.matter
    moved = _with(state, owner=event.owner, due=event.due, moves=matter.moves + (event.due != matter.due))
    handed_on = isinstance(moved, Open) and event.owner != matter.owner
    return replace(moved, since=fact.happened, why="assigned") if handed_on else moved


def _corrected(state: Known, event: e.Corrected, fact: Fact) -> Known:
    new = Ref(fact.seq, "text")
    match event.part:
        case "title" | "suggestion" | "needs" | "plan":
            was = Correction(event.part, getattr(state.matter, event.part), fact.happened)
            return _with(state, **{event.part: new}, corrections=_also(state.matter, was))
        case "evidence" | "reason":
            was = Correction(event.part, getattr(state, event.part, None), fact.happened)
            marked = _with(state, corrections=_also(state.matter, was))
            return replace(marked, **{event.part: new}) if hasattr(marked, event.part) else marked
        case None:
            was = Correction(event.field or "", event.was, fact.happened)
            return _with(state, **{event.field or "category": event.now}, corrections=_also(state.matter, was))
        case _:
            assert_never(event.part)


def _also(matter: Matter, correction: Correction) -> tuple[Correction, ...]:
    return (*matter.corrections, correction)


def _with(state: Known, **changes: object) -> Known:
    return replace(state, matter=replace(state.matter, **changes))
