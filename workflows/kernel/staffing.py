"""Who is given a role, and who stands in for it: asked, told and decided the same in a unit and in the whole hospital. Each of
them gives the commands and events its own stored names, and leaves the rest to what stands here."""

from typing import Annotated, TypeVar, assert_never

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel import deputies
from workflows.kernel.deputies import Deputy
from workflows.kernel.grammar import Act, Command, Event, Refused, refused
from workflows.kernel.moments import Day
from workflows.kernel.noun import Decision
from workflows.kernel.roles import Held, in_role, without
from workflows.kernel.words import PersonId, Role


class Appoint(Command, frozen=True, kw_only=True):
    """Give somebody a role."""

    person: Annotated[PersonId, Meta(title="Who?", description="Somebody of the directory.")]
    role: Role
    since: Annotated[Day, Meta(title="Since when?", description="The first day in the role.")]


class Dismiss(Command, frozen=True, kw_only=True):
    """End somebody's role, or their standing in for it."""

    person: Annotated[PersonId, Meta(title="Who?", description="Somebody of the directory.")]
    role: Annotated[Role, Meta(title="As what?", description="The role that ends.")]


class Deputise(Command, frozen=True, kw_only=True):
    """Name a deputy for a role, with the day it ends."""

    person: Annotated[PersonId, Meta(title="Who stands in?", description="They may do what the role may, until then.")]
    role: Annotated[Role, Meta(title="For which role?", description="It stays with whoever holds it.")]
    since: Annotated[Day, Meta(title="From when?", description="The first day.")]
    until: Annotated[Day, Meta(title="Until when?", description="The last day; it ends by itself.")]


class RoleGiven(Event, frozen=True, kw_only=True):
    person: str
    role: str
    since: str


class RoleEnded(Event, frozen=True, kw_only=True):
    person: str
    role: str


class Deputised(Event, frozen=True, kw_only=True):
    """Both days included; it ends by itself."""

    person: str
    role: str
    since: str
    until: str


class DeputyEnded(Event, frozen=True, kw_only=True):
    """Before its day."""

    person: str
    role: str


Asked = Appoint | Dismiss | Deputise
Happened = RoleGiven | RoleEnded | Deputised | DeputyEnded


class Staffed(Struct, frozen=True, kw_only=True):
    """A place whose roles people hold: what its state has of them."""

    roles: tuple[Held, ...] = ()
    deputies: tuple[Deputy, ...] = ()


Place = TypeVar("Place", bound=Staffed)


def staffed(state: Place, event: Happened) -> Place:
    """The place after that."""
    match event:
        case RoleGiven(person=person, role=role, since=since):
            return replace(state, roles=(*state.roles, Held(person, role, since)))
        case RoleEnded(person=person, role=role):
            return replace(state, roles=without(state.roles, person, role))
        case Deputised(person=person, role=role, since=since, until=until):
            return replace(state, deputies=deputies.also(state.deputies, Deputy(person, role, since, until)))
        case DeputyEnded(person=person, role=role):
            return replace(state, deputies=deputies.less(state.deputies, person, role))
        case _:
            assert_never(event)


class Staffing(Struct, frozen=True):
    """How a place is staffed: its own events, and the roles one person has at a time, where whoever comes takes the place of
    whoever was."""

    given: type[RoleGiven]
    ended: type[RoleEnded]
    deputised: type[Deputised]
    deputy_ended: type[DeputyEnded]
    of_one: frozenset[str] = frozenset()

    def decide(self, command: Asked, state: Staffed, act: Act) -> Decision:
        match command:
            case Appoint():
                return self._appoint(command, state)
            case Dismiss():
                return self._dismiss(command, state)
            case Deputise():
                return self._deputise(command, state, act)

    def _appoint(self, command: Appoint, state: Staffed) -> Decision:
        there = in_role(state.roles, command.role)
        if command.person in there:
            return ()
        leaving = there if command.role in self.of_one else ()
        ended = tuple(self.ended(person=person, role=command.role) for person in leaving)
        return (*ended, self.given(person=command.person, role=command.role, since=command.since))

    def _dismiss(self, command: Dismiss, state: Staffed) -> Decision:
        """Both the role and the standing in for it."""
        person, role = command.person, command.role
        stands_in = any((one.person, one.role) == (person, role) for one in state.deputies)
        ended = (self.ended(person=person, role=role),) if person in in_role(state.roles, role) else ()
        return (*ended, self.deputy_ended(person=person, role=role)) if stands_in else ended

    def _deputise(self, command: Deputise, state: Staffed, act: Act) -> Decision:
        new = Deputy(command.person, command.role, command.since, command.until)
        if refusal := _amiss(new, state, act):
            return refusal
        if new in state.deputies:
            return ()
        return (self.deputised(person=new.person, role=new.role, since=new.since, until=new.until),)


def _amiss(new: Deputy, state: Staffed, act: Act) -> Refused | None:
    """Why this person cannot stand in."""
    if new.until < max(new.since, act.day):
        return refused("deputy.ends_before", day=new.until)
    return refused("deputy.holds_it") if new.person in in_role(state.roles, new.role) else None
