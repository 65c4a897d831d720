"""How a grievance came to stand where it stands. Never refuses, and never reads a text: it keeps where the words lie."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.grievance import events as e
from workflows.grievance.state import Complaint, Known, Letter, Open, Over, Sent, State
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing


def evolve(state: State, fact: Fact) -> State:
    event = cast(e.Happened, fact.event)
    if isinstance(event, e.Opened):
        return _opened(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: e.Happened, fact: Fact) -> Known:
    complaint = state.complaint
    match event:
        case e.Opened():
            return state
        case e.Acknowledged():
            return _with(state, acknowledged=fact.happened)
        case e.StepTaken():
            return _with(state, steps=(*complaint.steps, Ref(fact.seq, "what")))
        case e.HandedOn():
            return _with(state, holder=event.holder)
        case e.Extended():
            return _with(state, due=event.due, moves=complaint.moves + 1)
        case e.LetterWritten():
            return _with(state, letter=_letter(event, fact))
        case e.LetterSent():
            return Sent(complaint=complaint, since=fact.happened, how=event.how, to=Ref(fact.seq, "to"))
        case e.Closed():
            sent, to = (state.how, state.to) if isinstance(state, Sent) else (None, None)
            return Over(complaint=complaint, since=fact.happened, how="closed", sent=sent, to=to)
        case e.Withdrawn():
            return Over(complaint=complaint, since=fact.happened, how="withdrawn", why=Ref(fact.seq, "why"))
        case e.Corrected():
            return _corrected(state, event, fact)
        case e.Climbed():
            return _with(state, holder=event.to, below=(*complaint.below, event.below), climbed_on=event.day)
        case e.FellDue():
            return _with(state, fallen=(*complaint.fallen, (event.owes, event.due)))
        case _:
            assert_never(event)


def _opened(event: e.Opened, fact: Fact) -> Open:
    complaint = Complaint(
        about=event.concern,
        unit=event.unit,
        words=Ref(fact.seq, "complaint"),
        language=event.language,
        opened=fact.happened,
        holder=event.holder,
        due=event.due,
        first_due=event.due,
    )
    return Open(complaint=complaint, since=fact.happened)


def _letter(event: e.LetterWritten, fact: Fact) -> Letter:
    return Letter(
        contact=Ref(fact.seq, "contact"),
        steps=Ref(fact.seq, "steps"),
        results=Ref(fact.seq, "results"),
        outcome=event.outcome,
        completed=event.completed,
        written=fact.happened,
    )


def _corrected(state: Known, event: e.Corrected, fact: Fact) -> Known:
    complaint, letter, new = state.complaint, state.complaint.letter, Ref(fact.seq, "text")
    if event.field == "language":
        return _with(state, language=event.now, corrections=_also(complaint, "language", event.was, fact))
    if event.part == "complaint":
        return _with(state, words=new, corrections=_also(complaint, "complaint", complaint.words, fact))
    if letter is None:
        return state
    of = event.part or "completed"
    was: Ref | str | None = event.was if event.part is None else getattr(letter, of)
    changed = replace(letter, **{of: event.now if event.part is None else new})
    return _with(state, letter=changed, corrections=_also(complaint, of, was, fact))


def _also(complaint: Complaint, of: str, was: Ref | str | None, fact: Fact) -> tuple[Correction, ...]:
    return (*complaint.corrections, Correction(of, was, fact.happened))


def _with(state: Known, **changes: object) -> Known:
    return replace(state, complaint=replace(state.complaint, **changes))
