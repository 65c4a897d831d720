"""Who may be given a role by whom: where it is held, by somebody else, and a deputy for what one holds oneself. Whoever reads
here as a surveyor comes from outside, is let in by somebody else, and never for good."""

from collections.abc import Callable

from services.clerk.access import SURVEYOR, Access, Actor, Resource
from workflows.hospital.commands import ReceiveSurveyor
from workflows.kernel.grammar import Command, Refused, refused
from workflows.kernel.staffing import Appoint, Deputise


def amiss(access: Access, actor: Actor, command: Command, where: str | None) -> Refused | None:
    """Why this role is not given; None for any other command. `where` is the unit, or None."""
    if not isinstance(command, Appoint | Deputise):
        return None
    if command.role == SURVEYOR:
        return refused("surveyor.for_hours")
    held = command.VERB.partition(".")[0]
    if not access.is_held(command.role, held):
        return refused("role_held_elsewhere", role=command.role)
    if command.person == actor.id:
        return refused("role_for_oneself")
    may_give = access.authorize(actor, f"{held}.appoint", Resource(where))
    if may_give or (command.role, where) in actor.roles:
        return None
    return refused("deputy.of_ones_own")


def no_guest(actor: Actor, command: Command, works_here: Callable[[str], bool]) -> Refused | None:
    """Why somebody is not let in as a surveyor; None for any other command."""
    if not isinstance(command, ReceiveSurveyor):
        return None
    if command.person == actor.id:
        return refused("role_for_oneself")
    return refused("surveyor.works_here") if works_here(command.person) else None
