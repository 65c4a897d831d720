"""How a unit stands, and how it came to stand so."""

from typing import assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from workflows.kernel import deputies
from workflows.kernel.ball import Ball
from workflows.kernel.deputies import Deputy
from workflows.kernel.grammar import Correction, Fact
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.roles import Held, in_role, without
from workflows.unit.events import (
    Closed,
    Corrected,
    Deputised,
    DeputyEnded,
    Happened,
    Opened,
    Renamed,
    Reopened,
    RoleEnded,
    RoleGiven,
)

PARTNER = "executive_partner"
"""A unit has one at a time: whoever comes takes the place of whoever was."""


class Known(Struct, frozen=True, kw_only=True):
    """A unit, open or `closed` at a moment (happened)."""

    unit: str
    name: str
    closed: Moment | None = None
    roles: tuple[Held, ...] = ()
    deputies: tuple[Deputy, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.closed is None

    @property
    def partner(self) -> str | None:
        return next(iter(in_role(self.roles, PARTNER)), None)


State = Nothing | Known


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Opened):
        return Known(unit=event.unit, name=event.name)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: Happened, fact: Fact) -> Known:
    match event:
        case Opened():
            return state
        case Renamed(name=name):
            return replace(state, name=name)
        case Closed():
            return replace(state, closed=fact.happened)
        case Reopened():
            return replace(state, closed=None)
        case RoleGiven(person=person, role=role, since=since):
            return replace(state, roles=(*state.roles, Held(person, role, since)))
        case RoleEnded(person=person, role=role):
            return replace(state, roles=without(state.roles, person, role))
        case Deputised(person=person, role=role, since=since, until=until):
            return replace(state, deputies=deputies.also(state.deputies, Deputy(person, role, since, until)))
        case DeputyEnded(person=person, role=role):
            return replace(state, deputies=deputies.less(state.deputies, person, role))
        case Corrected(field=field, was=was, now=now):
            correction = Correction(field, was, fact.happened)
            return replace(state, name=now, corrections=(*state.corrections, correction))
        case _:
            assert_never(event)


def balls(_: State) -> tuple[Ball, ...]:
    return ()
