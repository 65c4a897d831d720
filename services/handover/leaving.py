"""The end of somebody's roles, and of every way in."""

from services import clock
from services.house import House
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import Command
from workflows.kernel.roles import stood_for
from workflows.unit import commands as unit


def ends(house: House, person: str) -> list[tuple[Command, str]]:
    """The commands, and to which stream, that end every role they have and every one they stand in for, also from a later
    day."""
    found: list[tuple[Command, str]] = []
    for stream in house.posts.places():
        state = house.clerk.memory.get(stream).state
        held = [*getattr(state, "roles", ()), *getattr(state, "deputies", ())]
        kind = unit.Dismiss if state.unit else hospital.Dismiss
        roles = dict.fromkeys(stood_for(one.role) for one in held if one.person == person)
        found += [(kind(person=person, role=role), stream) for role in roles]
    return found


def shut(house: House, person: str) -> None:
    """No way in is left, and the directory knows the day."""
    house.accounts.close(person)
    house.people.leave(person, clock.day_of(house.now(), house.plate.zone))
