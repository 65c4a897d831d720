"""What can have happened to a unit."""

from typing import Literal, get_args

from workflows.kernel.grammar import Event


class Opened(Event, frozen=True, kw_only=True):
    NAME = "unit.opened"

    unit: str
    name: str


class Renamed(Event, frozen=True, kw_only=True):
    NAME = "unit.renamed"

    name: str


class Closed(Event, frozen=True, kw_only=True):
    NAME = "unit.closed"


class Reopened(Event, frozen=True, kw_only=True):
    NAME = "unit.reopened"


class RoleGiven(Event, frozen=True, kw_only=True):
    NAME = "unit.role_given"

    person: str
    role: str
    since: str


class RoleEnded(Event, frozen=True, kw_only=True):
    NAME = "unit.role_ended"

    person: str
    role: str


class Deputised(Event, frozen=True, kw_only=True):
    """Both days included; it ends by itself."""

    NAME = "unit.deputised"

    person: str
    role: str
    since: str
    until: str


class DeputyEnded(Event, frozen=True, kw_only=True):
    """Before its day."""

    NAME = "unit.deputy_ended"

    person: str
    role: str


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "unit.corrected"

    field: Literal["name"]
    was: str
    now: str


Happened = Opened | Renamed | Closed | Reopened | RoleGiven | RoleEnded | Deputised | DeputyEnded | Corrected

ALL: tuple[type[Event], ...] = get_args(Happened)
