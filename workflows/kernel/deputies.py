"""Who stands in for a role, from one day to another. It ends by itself: whoever asks hands in the day."""

from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct

from workflows.kernel.grammar import Act, Refused, refused
from workflows.kernel.moments import Day
from workflows.kernel.roles import Held, in_role


class Deputy(Struct, frozen=True):
    """`person` in the place of whoever holds `role`, both days included; never counted as holding it."""

    person: str
    role: str
    since: Day
    until: Day

    def stands_in(self, day: Day) -> bool:
        return self.since <= day <= self.until


class Deputise(Protocol):
    """A `deputise` command, of a unit or of the hospital."""

    @property
    def person(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def since(self) -> Day: ...
    @property
    def until(self) -> Day: ...


def named(command: Deputise) -> Deputy:
    return Deputy(command.person, command.role, command.since, command.until)


def amiss(command: Deputise, roles: Iterable[Held], act: Act) -> Refused | None:
    """Why this person cannot stand in."""
    if command.until < max(command.since, act.day):
        return refused("deputy.ends_before", day=command.until)
    return refused("deputy.holds_it") if command.person in in_role(roles, command.role) else None


def also(deputies: Iterable[Deputy], new: Deputy) -> tuple[Deputy, ...]:
    """With a new one; what the same person was told of the same role before no longer counts."""
    return (*less(deputies, new.person, new.role), new)


def less(deputies: Iterable[Deputy], person: str, role: str) -> tuple[Deputy, ...]:
    return tuple(one for one in deputies if (one.person, one.role) != (person, role))
