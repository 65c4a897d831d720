"""A voice or a person: what is asked to be erased."""

from uuid import uuid4

from services.clerk.access import Actor
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.house import House
from services.people import Leaving
from workflows.kernel.grammar import Refused, Via, refused
from workflows.kernel.ids import noun_of
from workflows.subject.commands import Basis, Erase


def erase(house: House, actor: Actor, command: Erase, via: Via) -> Told | Refused:
    """Asks for a record to be erased; of a voice that was listed alone, also the words of its issue, which tell the same."""
    told = house.reception.ask(actor, command, Call(id=str(uuid4()), via=via))
    if isinstance(told, Refused):
        return told
    for issue in told_again(house, command.about):
        also = Erase(about=issue, basis=command.basis, approver=command.approver)
        house.reception.ask(actor, also, Call(id=str(uuid4()), via=via))
    return told


def told_again(house: House, about: str) -> tuple[str, ...]:
    """The issue that tells of this voice and of no other."""
    voice = getattr(house.clerk.memory.get(about).state, "voice", None) if noun_of(about) == "concern" else None
    issue = voice.issue if voice else None
    if issue is None or house.clerk.memory.get(issue).state.matter.voices != (about,):
        return ()
    return (issue,)


def leave(house: House, actor: Actor, person: str, basis: Basis, approver: str, *, entry: bool) -> Refused | None:
    """Asks for everything a person said to be erased; with `entry`, name and sign-in too. Remembered in the directory until
    it is done."""
    if not house.rights.may(actor, Erase.VERB, None):
        return refused("forbidden")
    if approver in (actor.id, person):
        return refused("subject.another_approves")
    house.leavers.add(Leaving(person, basis, approver, actor.id, entry, str(uuid4())))
    return None
