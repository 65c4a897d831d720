"""A unit: who belongs to it in which role, since when. Its stream is `unit-<slug>`, the slug is for ever. Imports the kernel
only."""

from typing import Annotated, Literal, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel import deputies
from workflows.kernel.ball import Ball
from workflows.kernel.deputies import Deputy
from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, UnitSlug, refused
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.roles import Held, in_role, without
from workflows.kernel.words import PersonId, Role

Name = Annotated[str, Meta(min_length=1, max_length=80)]
PARTNER = "executive_partner"
"""A unit has one at a time: whoever comes takes the place of whoever was."""


class Open(Command, frozen=True, kw_only=True):
    """Open a unit."""

    VERB = "unit.open"

    slug: Annotated[UnitSlug, Meta(title="What is its short name?", description="Small letters; it stays for ever.")]
    name: Annotated[Name, Meta(title="What is it called?", description="As people say it.")]

    def stream(self) -> str:
        return f"unit-{self.slug}"


class Rename(Command, frozen=True, kw_only=True):
    """Give a unit another name."""

    VERB = "unit.rename"

    name: Annotated[Name, Meta(title="What is it called now?", description="The old name stays in its history.")]


class Close(Command, frozen=True, kw_only=True):
    """Close a unit; nothing new begins in it, what is open goes on."""

    VERB = "unit.close"


class Reopen(Command, frozen=True, kw_only=True):
    """Open a closed unit again."""

    VERB = "unit.reopen"


class Appoint(Command, frozen=True, kw_only=True):
    """Give somebody a role in this unit."""

    VERB = "unit.appoint"

    person: Annotated[PersonId, Meta(title="Who?", description="Somebody of the directory.")]
    role: Annotated[Role, Meta(title="As what?", description="For example team leader.")]
    since: Annotated[Day, Meta(title="Since when?", description="The first day in the role.")]


class Dismiss(Command, frozen=True, kw_only=True):
    """End somebody's role, or their standing in for it, in this unit."""

    VERB = "unit.dismiss"

    person: Annotated[PersonId, Meta(title="Who?", description="Somebody of the directory.")]
    role: Annotated[Role, Meta(title="As what?", description="The role that ends.")]


class Deputise(Command, frozen=True, kw_only=True):
    """Name a deputy for a role of this unit, with the day it ends."""

    VERB = "unit.deputise"

    person: Annotated[PersonId, Meta(title="Who stands in?", description="They may do what the role may, until then.")]
    role: Annotated[Role, Meta(title="For which role?", description="It stays with whoever holds it.")]
    since: Annotated[Day, Meta(title="From when?", description="The first day.")]
    until: Annotated[Day, Meta(title="Until when?", description="The last day; it ends by itself.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip in the name right; the old one stays, marked as corrected."""

    VERB = "unit.correct"

    field: Annotated[Literal["name"], Meta(title="Which field?", description="What was misspelt.")] = "name"
    now: Annotated[Name, Meta(title="What should it be?", description="As people say it.")]


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
Happened = Opened | Renamed | Closed | Reopened | RoleGiven | RoleEnded | Deputised | DeputyEnded | Corrected
Alone = Open | Rename | Close | Reopen | Appoint | Dismiss | Deputise | Correct


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


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(command, Open):
        return _open(command, state)
    if isinstance(state, Nothing):
        return refused("unknown", what="unit")
    match command:
        case Rename(name=name):
            return () if name == state.name else (Renamed(name=name),)
        case Close():
            return (Closed(),) if state.is_open else ()
        case Reopen():
            return () if state.is_open else (Reopened(),)
        case Appoint():
            return _appoint(command, state)
        case Dismiss(person=person, role=role):
            held = person in in_role(state.roles, role)
            stands_in = any((one.person, one.role) == (person, role) for one in state.deputies)
            ended = (RoleEnded(person=person, role=role),) if held else ()
            return (*ended, DeputyEnded(person=person, role=role)) if stands_in else ended
        case Deputise():
            return _deputise(command, state, act)
        case Correct(field=field, now=now):
            return () if now == state.name else (Corrected(field=field, was=state.name, now=now),)


def _open(command: Open, state: State) -> Decision:
    match state:
        case Nothing():
            return (Opened(unit=command.slug, name=command.name),)
        case Known(name=command.name):
            return ()
        case Known():
            return refused("unit.exists", unit=command.slug)


def _appoint(command: Appoint, state: Known) -> Decision:
    there = in_role(state.roles, command.role)
    if command.person in there:
        return ()
    leaving = there if command.role == PARTNER else ()
    ended = tuple(RoleEnded(person=person, role=command.role) for person in leaving)
    return (*ended, RoleGiven(person=command.person, role=command.role, since=command.since))


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
    name="unit",
    commands=get_args(Alone),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
    balls=balls,
)
