"""Who holds which role, since when: the same in a unit and in the whole hospital."""

from collections.abc import Iterable

from msgspec import Struct


class Held(Struct, frozen=True):
    """`person` in `role` since that day."""

    person: str
    role: str
    since: str


def as_holder(role: str) -> str:
    """A role as balls name their holders: `team_leader` → `role-team-leader`."""
    return f"role-{role.replace('_', '-')}"


def in_role(roles: Iterable[Held], role: str) -> tuple[str, ...]:
    """The persons who hold `role`, longest first."""
    return tuple(held.person for held in roles if held.role == role)


def without(roles: Iterable[Held], person: str, role: str) -> tuple[Held, ...]:
    return tuple(held for held in roles if (held.person, held.role) != (person, role))
