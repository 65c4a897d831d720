"""How a concern came to stand where it stands. Never refuses, and never reads a text: it keeps where the words lie."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.concern import events as e
from workflows.concern.state import (
    Answer,
    Answered,
    Delivered,
    End,
    Ended,
    Known,
    Owed,
    Photo,
    Said,
    State,
    Voice,
    answer_of,
    first_to_answer,
)
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing


def evolve(state: State, fact: Fact) -> State:
    event = cast(e.Happened, fact.event)
    if isinstance(event, e.Raised):
        return _raised(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: e.Happened, fact: Fact) -> Known:
    match event:  # the most frequent first: every miss costs
        case e.Answered():
            return _answered(state, event, fact)
        case e.Listed() | e.Merged():
            return _with(state, issue=event.issue)
        case e.FellDue():
            return _with(state, fallen=(*state.voice.fallen, (event.owes, event.due)))
        case e.Delivered():
            return _delivered(state, event, fact)
        case e.NoticeGiven():
            return replace(state, notices=event.n, noticed=fact.happened) if isinstance(state, Delivered) else state
        case e.Heard():
            return _ended(state, fact, "heard")
        case e.FellSilent():
            return _ended(state, fact, "no_reply", as_the_sheet_says=event.as_the_sheet_says)
        case e.NotReached():
            return _ended(state, fact, "cannot_be_reached", Ref(fact.seq, "why"))
        case e.Acknowledged():
            return _with(state, acknowledged=fact.happened)
        case e.Raised():
            return state
        case e.HandedOn():
            return _handed_on(state, event)
        case e.Entrusted(holder=holder):
            return _answer_with(state, holder=holder)
        case e.SpeakerAsked():
            return _talked(state, Said(Ref(fact.seq, "question"), fact.happened, fact.head.by.id))
        case e.PhotoAdded(photo=photo, key=key, shows=shows):
            added = Photo(photo, key, None if shows is None else Ref(fact.seq, "shows"))
            return _with(state, photos=(*state.voice.photos, added))
        case e.Replied():
            return _talked(state, Said(Ref(fact.seq, "words"), fact.happened))
        case e.Hidden():
            return _with(state, hidden=Ref(fact.seq, "why"))
        case e.Unhidden():
            return _with(state, hidden=None)
        case e.ReasonGiven():
            return _answer_with(state, reason=Ref(fact.seq, "reason"))
        case e.Disputed():
            voice = replace(state.voice, disputes=(*state.voice.disputes, Ref(fact.seq, "why")), answerer=event.holder)
            return _owed_again(replace(state, voice=voice), fact, event.due, "disputed")
        case e.Disagreed():
            return _ended(state, fact, "disagreed", Ref(fact.seq, "why"))
        case e.Reopened():
            return _owed_again(state, fact, event.due, "reopened")
        case e.Withdrawn():
            return _ended(state, fact, "withdrawn", Ref(fact.seq, "why") if event.why is not None else None)
        case e.Unmerged():
            return _unmerged(state, event, fact)
        case e.Left() | e.Walled() | e.WallLifted():
            return state
        case e.Arrived():
            return _arrived(state, event)
        case e.Corrected():
            return _corrected(state, event, fact)
        case e.Triaged():
            return _now_with(_with(state, route=event.route), event.holder, event.due)
        case e.BecameGrievance():
            return _now_with(_with(state, grievance=event.grievance), event.holder, event.due)
        case e.EventLinked():
            return _with(state, event=event.number)
        case e.Paged():
            return _with(state, paged=fact.happened)
        case _:
            assert_never(event)


def _now_with(state: Known, holder: str | None, due: str | None) -> Known:
    """Where that is said: another owes the answer, by another day."""
    given = _with(state, answerer=holder or state.voice.answerer)
    return replace(given, due=due) if isinstance(given, Owed) and due else given


def _raised(event: e.Raised, fact: Fact) -> Owed:
    voice = Voice(
        id=f"voice-{fact.stream.partition('-')[2]}",
        unit=event.unit,
        kind=event.kind,
        what=Ref(fact.seq, "what"),
        idea=None if event.idea is None else Ref(fact.seq, "idea"),
        source=event.source,
        speaker=event.speaker,
        urgent=event.urgent,
        rounds=event.rounds,
        raised=fact.happened,
        answerer=first_to_answer(event.unit),
        who=event.who,
        for_another=event.for_another,
        language=event.language,
        came=event.came,
        contact=None if event.contact is None else Ref(fact.seq, "contact"),
    )
    return Owed(voice=voice, since=fact.happened, due=event.due)


def _handed_on(state: Known, event: e.HandedOn) -> Known:
    if isinstance(state, Answered):
        return replace(_answer_with(state, holder=event.holder), since=state.since)
    return _with(state, answerer=event.holder)


def _talked(state: Known, turn: Said) -> Known:
    return _with(state, talk=(*state.voice.talk, turn))


def _answered(state: Known, event: e.Answered, fact: Fact) -> Known:
    answer = Answer(
        text=Ref(fact.seq, "answer"),
        outcome=event.outcome,
        reason=None if event.reason is None else Ref(fact.seq, "reason"),
        reason_due=event.reason_due,
        by=fact.head.by.id,
        holder=event.holder,
        at=fact.happened,
        due=event.due,
        through=event.through,
    )
    if not event.final and isinstance(state, Owed):
        return replace(state, so_far=answer, brought=None)
    return Answered(voice=state.voice, since=fact.happened, answer=answer)


def _delivered(state: Known, event: e.Delivered, fact: Fact) -> Known:
    match state:
        case Owed():
            return replace(state, brought=fact.happened)
        case Answered():
            return Delivered(
                voice=state.voice,
                since=fact.happened,
                answer=state.answer,
                how=event.how,
                day=event.day,
                due=event.due,
            )
        case Delivered() | Ended():
            return state
        case _:
            assert_never(state)


def _ended(state: Known, fact: Fact, how: End, why: Ref | None = None, as_the_sheet_says: bool = False) -> Ended:
    return Ended(
        voice=state.voice,
        since=fact.happened,
        how=how,
        why=why,
        answer=answer_of(state),
        as_the_sheet_says=as_the_sheet_says,
    )


def _owed_again(state: Known, fact: Fact, due: str, why: str) -> Owed:
    answer = answer_of(state)
    voice = state.voice if answer is None else replace(state.voice, answers=(*state.voice.answers, answer))
    return Owed(voice=voice, since=fact.happened, due=due, why=why)


def _unmerged(state: Known, event: e.Unmerged, fact: Fact) -> Known:
    alone = _with(state, issue=None)
    answer = answer_of(state)
    if answer is not None and answer.through == event.issue and not isinstance(state, Ended):
        return _owed_again(alone, fact, event.due, "unmerged")
    return alone


def _arrived(state: Known, event: e.Arrived) -> Known:
    follows = state.voice.answerer == first_to_answer(state.voice.unit)
    return _with(state, unit=event.unit, answerer=f"unit-{event.unit}" if follows else state.voice.answerer)


def _corrected(state: Known, event: e.Corrected, fact: Fact) -> Known:
    new = Ref(fact.seq, "text")
    voice = state.voice
    match event.part:
        case "what":
            return _with(state, what=new, corrections=_also(voice, Correction("what", voice.what, fact.happened)))
        case "idea":
            return _with(state, idea=new, corrections=_also(voice, Correction("idea", voice.idea, fact.happened)))
        case "answer" | "reason":
            return _answer_corrected(state, event.part, new, fact)
        case None:
            was = Correction(event.field or "", event.was, fact.happened)
            return _with(state, **{event.field or "kind": event.now}, corrections=_also(voice, was))
        case _:
            assert_never(event.part)


def _answer_corrected(state: Known, part: str, new: Ref, fact: Fact) -> Known:
    answer = answer_of(state)
    was = None if answer is None else (answer.text if part == "answer" else answer.reason)
    marked = _with(state, corrections=_also(state.voice, Correction(part, was, fact.happened)))
    return _answer_with(marked, **{"text" if part == "answer" else "reason": new})


def _also(voice: Voice, correction: Correction) -> tuple[Correction, ...]:
    return (*voice.corrections, correction)


def _with(state: Known, **changes: object) -> Known:
    return replace(state, voice=replace(state.voice, **changes))


def _answer_with(state: Known, **changes: object) -> Known:
    answer = answer_of(state)
    if answer is None:
        return state
    changed = replace(answer, **changes)
    return replace(state, so_far=changed) if isinstance(state, Owed) else replace(state, answer=changed)
