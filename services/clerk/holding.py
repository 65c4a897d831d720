"""Whom somebody is when balls are counted: themselves, the roles they have or stand in for, the units they lead."""

from services.clerk.access import Actor
from workflows.kernel.ids import noun_of
from workflows.kernel.roles import as_holder, stood_for

LEADING = frozenset({"team_leader", "unit_champion", "unit_manager"})
"""Roles that act for their unit when the ball lies with it."""


def holders(actor: Actor) -> tuple[str, ...]:
    """Every holder that may mean them; whether a ball does, `holds` says: a role counts where it is held."""
    own = () if actor.id is None else (actor.id,)
    named = sorted(as_holder(role) for role, _ in actor.roles if role != "member")
    return tuple(dict.fromkeys((*own, *named, *sorted(_led(actor)))))


def holds(actor: Actor, holder: str, unit: str | None) -> bool:
    """Whether the holder of a ball of this unit means them: by name, by a role that counts there, or as a leader of the
    unit that holds it."""
    match noun_of(holder):
        case "role":
            return any(as_holder(role) == holder for role in actor.here(unit))
        case "unit":
            return holder in _led(actor)
        case _:
            return holder == actor.id


def _led(actor: Actor) -> frozenset[str]:
    return frozenset(f"unit-{where}" for role, where in actor.roles if where and stood_for(role) in LEADING)
