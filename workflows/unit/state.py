"""How a unit stands, and how it came to stand so."""

from typing import assert_never, cast

from msgspec.structs import replace

from workflows.kernel.grammar import Correction, Fact
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.roles import in_role
from workflows.kernel.staffing import Staffed, staffed
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


class Known(Staffed, frozen=True, kw_only=True):
    """A unit, open or `closed` at a moment (happened)."""

    unit: str
    name: str
    closed: Moment | None = None
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
        case RoleGiven() | RoleEnded() | Deputised() | DeputyEnded():
            return staffed(state, event)
        case Corrected(field=field, was=was, now=now):
            correction = Correction(field, was, fact.happened)
            return replace(state, name=now, corrections=(*state.corrections, correction))
        case _:
            assert_never(event)
