"""What can have happened to the hospital."""

from typing import Literal, get_args

from workflows.kernel.grammar import Event


class Opened(Event, frozen=True, kw_only=True):
    NAME = "hospital.opened"

    slug: str
    name: str
    zone: str


class Renamed(Event, frozen=True, kw_only=True):
    NAME = "hospital.renamed"

    name: str


class TermsAdopted(Event, frozen=True, kw_only=True):
    """`digest` is the SHA-256 of the whole validated document, kept as an attachment."""

    NAME = "terms.adopted"

    digest: str


class RoleGiven(Event, frozen=True, kw_only=True):
    NAME = "role.given"

    person: str
    role: str
    since: str


class RoleEnded(Event, frozen=True, kw_only=True):
    NAME = "role.ended"

    person: str
    role: str


class Deputised(Event, frozen=True, kw_only=True):
    """Both days included; it ends by itself."""

    NAME = "hospital.deputised"

    person: str
    role: str
    since: str
    until: str


class DeputyEnded(Event, frozen=True, kw_only=True):
    """Before its day."""

    NAME = "hospital.deputy_ended"

    person: str
    role: str


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "hospital.corrected"

    field: Literal["name", "zone"]
    was: str
    now: str


Happened = Opened | Renamed | TermsAdopted | RoleGiven | RoleEnded | Deputised | DeputyEnded | Corrected

ALL: tuple[type[Event], ...] = get_args(Happened)
