"""How a learning came to stand where it stands. Never refuses, and never reads a text: it keeps where the words lie."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing
from workflows.learning import events as e
from workflows.learning.commands import Part
from workflows.learning.state import (
    Kept,
    Known,
    Learned,
    Lesson,
    Look,
    Looking,
    Sharing,
    State,
    Step,
    Trying,
    Withdrawn,
)


def evolve(state: State, fact: Fact) -> State:
    event = cast(e.Happened, fact.event)
    match event:
        case e.Opened() | e.Tried() | e.Told() | e.Reflected():
            return _begun(event, fact) if isinstance(state, Nothing) else state
        case _:
            return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _begun(event: e.Opened | e.Tried | e.Told | e.Reflected, fact: Fact) -> Known:
    at, what = fact.happened, Ref(fact.seq, "what")
    match event:
        case e.Opened(unit=unit, about=about, lead=lead, due=due):
            lesson = Lesson(unit=unit, way="defect", what=what, began=at, lead=lead, about=about)
            return Looking(lesson=lesson, since=at, due=due)
        case e.Tried(unit=unit, lead=lead, due=due, after=after):
            said = _ref(event.prediction, "prediction", fact)
            lesson = Lesson(unit=unit, way="test", what=what, began=at, lead=lead, prediction=said, after=after)
            return Trying(lesson=lesson, since=at, due=due)
        case e.Told(unit=unit):
            passed_on = Ref(fact.seq, "lesson")
            return Learned(lesson=Lesson(unit=unit, way="told", what=what, began=at, lesson=passed_on), since=at)
        case e.Reflected(author=author):
            words = Ref(fact.seq, "words")
            return Kept(
                lesson=Lesson(unit=None, way="reflection", what=words, began=at, author=author, lesson=words), since=at
            )
        case _:
            assert_never(event)


Later = (
    e.FactorsMarked
    | e.Chosen
    | e.FollowedUp
    | e.Concluded
    | e.HandedOn
    | e.Predicted
    | e.Studied
    | e.OpenedUp
    | e.TakenBack
    | e.Shared
    | e.Withdrawn
    | e.Corrected
    | e.FellDue
)


def _changed(state: Known, event: Later, fact: Fact) -> Known:
    lesson, at = state.lesson, fact.happened
    match event:
        case e.FactorsMarked(helped=helped, hindered=hindered):
            return _with(state, helped=helped, hindered=hindered, how=_ref(event.how, "how", fact) or lesson.how)
        case e.Chosen():
            return _with(state, steps=(*lesson.steps, _step(event, fact)))
        case e.FollowedUp():
            return _with(state, steps=tuple(_looked(one, event, fact) for one in lesson.steps))
        case e.Concluded():
            because = _ref(event.nothing_because, "nothing_because", fact)
            return _learned(state, fact, lesson=Ref(fact.seq, "lesson"), nothing_because=because)
        case e.HandedOn():
            return _handed_on(state, event)
        case e.Predicted():
            return _with(state, prediction=Ref(fact.seq, "prediction"))
        case e.Studied(verdict=verdict):
            return _learned(state, fact, lesson=Ref(fact.seq, "result"), verdict=verdict)
        case e.OpenedUp():
            return _learned(state, fact, shared=(Sharing(None, None, at),))
        case e.TakenBack():
            return Withdrawn(lesson=lesson, since=at, why=None)
        case e.Shared(to=to, how=how):
            return _with(state, shared=(*lesson.shared, Sharing(to, how, at)))
        case e.Withdrawn():
            return Withdrawn(lesson=lesson, since=at, why=Ref(fact.seq, "why"))
        case e.Corrected(part=part):
            return _corrected(state, part, fact)
        case e.FellDue():
            return _with(state, fallen=(*lesson.fallen, (event.owes, event.due)))
        case _:
            assert_never(event)


def _step(event: e.Chosen, fact: Fact) -> Step:
    return Step(
        number=event.number,
        what=Ref(fact.seq, "what"),
        mitigates=event.mitigates,
        feasible=event.feasible,
        leader=event.leader,
        due=event.due,
        first_due=event.due,
        sign=Ref(fact.seq, "sign"),
        at=fact.happened,
    )


def _looked(step: Step, event: e.FollowedUp, fact: Fact) -> Step:
    if step.number != event.number:
        return step
    look = Look(Ref(fact.seq, "found"), event.risk, fact.happened)
    return replace(step, looks=(*step.looks, look), due=event.due or step.due)


def _handed_on(state: Known, event: e.HandedOn) -> Known:
    lesson = state.lesson
    steps = tuple(
        replace(one, leader=event.holder) if one.leader == event.whose and one.is_open else one for one in lesson.steps
    )
    return _with(state, steps=steps, lead=event.holder if lesson.lead == event.whose else lesson.lead)


def _corrected(state: Known, part: Part, fact: Fact) -> Known:
    correction = Correction(part, getattr(state.lesson, part), fact.happened)
    corrections = (*state.lesson.corrections, correction)
    return _with(state, **{part: Ref(fact.seq, "text")}, corrections=corrections)


def _learned(state: Known, fact: Fact, **changes: object) -> Known:
    return Learned(lesson=replace(state.lesson, **changes), since=fact.happened)


def _ref(words: str | None, part: str, fact: Fact) -> Ref | None:
    return None if words is None else Ref(fact.seq, part)


def _with(state: Known, **changes: object) -> Known:
    return replace(state, lesson=replace(state.lesson, **changes))
