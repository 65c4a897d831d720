"""How rules read the streams they asked for, and put their parts together."""

from collections.abc import Callable, Iterable
from typing import Any

from workflows.kernel.grammar import Refused, refused
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import DAY, moment_of
from workflows.kernel.noun import Case, Decision, Nothing, Writes
from workflows.unit import state as unit

Needs = Callable[[Any, Case], frozenset[str]]


def state_of(case: Case, stream: str | None) -> Any:
    """The state of a stream; `Nothing` where no stream was named or it has no facts yet."""
    return Nothing() if stream is None else case.states.get(stream, Nothing())


def unit_of(case: Case, slug: str | None) -> unit.State:
    state: unit.State = state_of(case, home_of(slug))
    return state


def home_of(slug: str | None) -> str | None:
    """The stream of a unit; None for the whole hospital."""
    return None if slug is None else f"unit-{slug}"


def partner_of(case: Case, slug: str | None) -> str | None:
    """The executive partner of a unit; the whole hospital has none."""
    state = unit_of(case, slug)
    return None if isinstance(state, Nothing) else state.partner


def not_open(case: Case, slug: str | None, on: str | None = None) -> Refused | None:
    """Why nothing new may begin in this unit, if so; the whole hospital (None) is always open. `on`: the day it began, where
    that is not today (ISO); what began while the unit was open may."""
    if slug is None:
        return None
    match unit_of(case, slug):
        case unit.Known(closed=closed) if closed is not None and on is not None and moment_of(on) < closed + DAY:
            return None
        case unit.Known(closed=None):
            return None
        case unit.Known(name=name):
            return refused("unit.closed", unit=name)
        case Nothing():
            return refused("unit.unknown", unit=slug)


def missing(case: Case, *streams: str | None) -> Refused | None:
    """The first stream that was named and does not exist, as a refusal."""
    absent = (stream for stream in streams if stream is not None and isinstance(state_of(case, stream), Nothing))
    return next((refused("unknown", what=noun_of(stream)) for stream in absent), None)


def named(*streams: str | None) -> frozenset[str]:
    return frozenset(stream for stream in streams if stream is not None)


def following(further: Callable[[Any, Any], Iterable[str | None]]) -> Needs:
    """Needs the stream addressed and, once it is there, what `further(command, its state)` names."""

    def needs(command: Any, case: Case) -> frozenset[str]:
        here = state_of(case, case.stream)
        beyond = () if isinstance(here, Nothing) else further(command, here)
        return named(case.stream, *beyond)

    return needs


def together(*parts: tuple[str, Decision]) -> tuple[Writes, ...] | Refused:
    """All parts or none: the first refusal is the answer of the whole."""
    for _, decision in parts:
        if isinstance(decision, Refused):
            return decision
    return tuple(Writes(stream, events) for stream, events in parts if events and not isinstance(events, Refused))
