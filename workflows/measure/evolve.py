"""How a measure came to stand where it stands. Never refuses, and never reads a text: it keeps where the words lie."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.noun import Nothing
from workflows.measure import events as e
from workflows.measure.state import Active, Before, Gauge, Known, Retired, State, Target, Value


def evolve(state: State, fact: Fact) -> State:
    event = cast(e.Happened, fact.event)
    if isinstance(event, e.Registered):
        return Active(gauge=_gauge(event, fact), since=fact.happened)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: e.Happened, fact: Fact) -> Known:
    match event:
        case e.Registered():
            return state
        case e.Recorded(period=period, count=count, of=of):
            value = Value(period=period, count=count, of=of, recorded=fact.happened)
            return replace(state, values=(*state.values, value))
        case e.ValueCorrected():
            return _with_value(state, event.period, _put_right(state, event, fact))
        case e.ValueWithdrawn(period=period):
            return _with_value(state, period, _taken_back(state, period, fact))
        case e.Aimed(goal=goal):
            return _with(state, targets=(*state.gauge.targets, Target(goal, fact.happened)))
        case e.Served(goal=goal):
            return _with(state, serves=goal)
        case e.HandedOn(owner=owner):
            return _with(state, owner=owner)
        case e.Retired():
            return Retired(gauge=state.gauge, values=state.values, since=fact.happened, why=Ref(fact.seq, "why"))
        case e.Resumed():
            return Active(gauge=state.gauge, values=state.values, since=fact.happened)
        case e.Corrected():
            return _corrected(state, event, fact)
        case _:
            assert_never(event)


def _gauge(event: e.Registered, fact: Fact) -> Gauge:
    return Gauge(
        unit=event.unit,
        title=Ref(fact.seq, "title"),
        kind=event.kind,
        definition=Ref(fact.seq, "definition"),
        source=Ref(fact.seq, "source"),
        owner=event.owner,
        every=event.every,
        better=event.better,
        per=event.per,
        per_what=Ref(fact.seq, "per_what") if event.per_what is not None else None,
        serves=event.serves,
        registered=fact.happened,
        targets=(Target(event.goal, fact.happened),),
    )


def _put_right(state: Known, event: e.ValueCorrected, fact: Fact) -> Value | None:
    value = state.value(event.period)
    if value is None:
        return None
    before = Before(event.period, event.was_count, event.was_of, fact.happened)
    return replace(value, period=event.to, count=event.count, of=event.of, was=(*value.was, before))


def _taken_back(state: Known, period: str, fact: Fact) -> Value | None:
    value = state.value(period)
    return None if value is None else replace(value, withdrawn=Ref(fact.seq, "why"))


def _with_value(state: Known, period: str, now: Value | None) -> Known:
    """With `now` in the place of what counted for that period."""
    before = state.value(period)
    if now is None:
        return state
    return replace(state, values=tuple(now if one is before else one for one in state.values))


def _corrected(state: Known, event: e.Corrected, fact: Fact) -> Known:
    gauge = state.gauge
    if event.part is None:
        return _with(state, better=event.now, corrections=_also(gauge, "better", event.was, fact))
    was = getattr(gauge, event.part)
    return _with(state, **{event.part: Ref(fact.seq, "text"), "corrections": _also(gauge, event.part, was, fact)})


def _also(gauge: Gauge, of: str, was: Ref | str | None, fact: Fact) -> tuple[Correction, ...]:
    return (*gauge.corrections, Correction(of, was, fact.happened))


def _with(state: Known, **changes: object) -> Known:
    return replace(state, gauge=replace(state.gauge, **changes))
