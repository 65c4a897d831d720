"""How the hospital stands, and how it came to stand so."""

from typing import assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from workflows.hospital.events import (
    Corrected,
    Deputised,
    DeputyEnded,
    Happened,
    Opened,
    Renamed,
    RoleEnded,
    RoleGiven,
    TermsAdopted,
)
from workflows.kernel import deputies
from workflows.kernel.ball import Ball
from workflows.kernel.deputies import Deputy
from workflows.kernel.grammar import Correction, Fact
from workflows.kernel.noun import Nothing
from workflows.kernel.roles import Held, without


class Adopted(Struct, frozen=True):
    """Terms in force since the fact at `seq`."""

    seq: int
    digest: str


class Known(Struct, frozen=True, kw_only=True):
    slug: str
    name: str
    zone: str
    unit: None = None
    terms: Adopted | None = None
    roles: tuple[Held, ...] = ()
    deputies: tuple[Deputy, ...] = ()
    corrections: tuple[Correction, ...] = ()


State = Nothing | Known


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Opened):
        return Known(slug=event.slug, name=event.name, zone=event.zone)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Known, event: Happened, fact: Fact) -> Known:
    match event:
        case Opened():
            return state
        case Renamed(name=name):
            return replace(state, name=name)
        case TermsAdopted(digest=digest):
            return replace(state, terms=Adopted(fact.seq, digest))
        case RoleGiven(person=person, role=role, since=since):
            return replace(state, roles=(*state.roles, Held(person, role, since)))
        case RoleEnded(person=person, role=role):
            return replace(state, roles=without(state.roles, person, role))
        case Deputised(person=person, role=role, since=since, until=until):
            return replace(state, deputies=deputies.also(state.deputies, Deputy(person, role, since, until)))
        case DeputyEnded(person=person, role=role):
            return replace(state, deputies=deputies.less(state.deputies, person, role))
        case Corrected(field=field, was=was, now=now):
            corrections = (*state.corrections, Correction(field, was, fact.happened))
            return replace(state, **{field: now}, corrections=corrections)
        case _:
            assert_never(event)


def balls(_: State) -> tuple[Ball, ...]:
    return ()
