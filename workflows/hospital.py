"""The hospital itself: its name and zone, the terms it adopted, who holds a role in all of it. One stream, `hospital`.
Imports the kernel only."""

from typing import Annotated, Literal, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel import deputies
from workflows.kernel.ball import Ball
from workflows.kernel.deputies import Deputy
from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, UnitSlug, refused
from workflows.kernel.moments import Day
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.roles import Held, in_role, without
from workflows.kernel.words import PersonId, Role

Name = Annotated[str, Meta(min_length=1, max_length=120)]
Zone = Annotated[str, Meta(pattern=r"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$", max_length=64)]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


class Open(Command, frozen=True, kw_only=True):
    """Begin the record of a hospital."""

    VERB = "hospital.open"

    name: Annotated[Name, Meta(title="What is the hospital called?", description="As people say it.")]
    zone: Annotated[Zone, Meta(title="In which time zone is it?", description="For example America/Chicago.")]
    slug: Annotated[UnitSlug, Meta(title="What is its short name?", description="Small letters; it stays for ever.")]

    def stream(self) -> str:
        return "hospital"


class Rename(Command, frozen=True, kw_only=True):
    """Give the hospital another name."""

    VERB = "hospital.rename"

    name: Annotated[Name, Meta(title="What is it called now?", description="The old name stays in its history.")]


class AdoptTerms(Command, frozen=True, kw_only=True):
    """Adopt other terms: days to answer, notices, ladders; what was promised before stays promised."""

    VERB = "hospital.adopt_terms"

    digest: Annotated[Digest, Meta(title="Which terms?", description="SHA-256 of the checked document.")]


class Appoint(Command, frozen=True, kw_only=True):
    """Give somebody a role in the whole hospital."""

    VERB = "hospital.appoint"

    person: Annotated[PersonId, Meta(title="Who?", description="Somebody of the directory.")]
    role: Annotated[Role, Meta(title="As what?", description="For example quality director.")]
    since: Annotated[Day, Meta(title="Since when?", description="The first day in the role.")]


class Dismiss(Command, frozen=True, kw_only=True):
    """End somebody's role, or their standing in for it, in the hospital."""

    VERB = "hospital.dismiss"

    person: Annotated[PersonId, Meta(title="Who?", description="Somebody of the directory.")]
    role: Annotated[Role, Meta(title="As what?", description="The role that ends.")]


class Deputise(Command, frozen=True, kw_only=True):
    """Name a deputy for a role in the whole hospital, with the day it ends."""

    VERB = "hospital.deputise"

    person: Annotated[PersonId, Meta(title="Who stands in?", description="They may do what the role may, until then.")]
    role: Annotated[Role, Meta(title="For which role?", description="It stays with whoever holds it.")]
    since: Annotated[Day, Meta(title="From when?", description="The first day.")]
    until: Annotated[Day, Meta(title="Until when?", description="The last day; it ends by itself.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip in the name or zone right; the old one stays, marked as corrected."""

    VERB = "hospital.correct"

    field: Annotated[Literal["name", "zone"], Meta(title="Which field?", description="What was wrong.")]
    now: Annotated[Name, Meta(title="What should it be?", description="For a zone: America/Chicago, for example.")]


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
Happened = Opened | Renamed | TermsAdopted | RoleGiven | RoleEnded | Deputised | DeputyEnded | Corrected
Alone = Open | Rename | AdoptTerms | Appoint | Dismiss | Deputise | Correct


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


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(command, Open):
        return _open(command, state)
    if isinstance(state, Nothing):
        return refused("unknown", what="hospital")
    match command:
        case Rename(name=name):
            return () if name == state.name else (Renamed(name=name),)
        case AdoptTerms(digest=digest):
            same = state.terms is not None and state.terms.digest == digest
            return () if same else (TermsAdopted(digest=digest),)
        case Appoint(person=person, role=role, since=since):
            there = person in in_role(state.roles, role)
            return () if there else (RoleGiven(person=person, role=role, since=since),)
        case Dismiss(person=person, role=role):
            held = person in in_role(state.roles, role)
            stands_in = any((one.person, one.role) == (person, role) for one in state.deputies)
            ended = (RoleEnded(person=person, role=role),) if held else ()
            return (*ended, DeputyEnded(person=person, role=role)) if stands_in else ended
        case Deputise():
            return _deputise(command, state, act)
        case Correct(field=field, now=now):
            was = str(getattr(state, field))
            return () if now == was else (Corrected(field=field, was=was, now=now),)


def _open(command: Open, state: State) -> Decision:
    match state:
        case Nothing():
            return (Opened(slug=command.slug, name=command.name, zone=command.zone),)
        case Known(slug=command.slug, name=command.name, zone=command.zone):
            return ()
        case Known(name=name):
            return refused("hospital.exists", name=name)


def _deputise(command: Deputise, state: Known, act: Act) -> Decision:
    new = deputies.named(command)
    if refusal := deputies.amiss(command, state.roles, act):
        return refusal
    if new in state.deputies:
        return ()
    return (Deputised(person=new.person, role=new.role, since=new.since, until=new.until),)


def balls(_: State) -> tuple[Ball, ...]:
    return ()


NOUN = Noun(
    name="hospital",
    commands=get_args(Alone),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
    balls=balls,
)
