"""Who may be given a role by whom: where it is held, by somebody else, and a deputy for what one holds oneself."""

from services.clerk.access import Access, Actor, Resource
from workflows.kernel.grammar import Command, Refused, refused
from workflows.kernel.staffing import Appoint, Deputise


def amiss(access: Access, actor: Actor, command: Command, where: str | None) -> Refused | None:
    """Why this role is not given; None for any other command. `where` is the unit, or None."""
    if not isinstance(command, Appoint | Deputise):
        return None
    held = command.VERB.partition(".")[0]
    if not access.is_held(command.role, held):
        return refused("role_held_elsewhere", role=command.role)
    if command.person == actor.id:
        return refused("role_for_oneself")
    may_give = access.authorize(actor, f"{held}.appoint", Resource(where))
    if may_give or (command.role, where) in actor.roles:
        return None
    return refused("deputy.of_ones_own")
