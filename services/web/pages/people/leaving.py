"""How somebody leaves: what waits on them is handed over one by one, as always; then their roles end and the account closes."""

from uuid import uuid4

from msgspec import Struct

from services.people import Person
from services.reader.answers import Owing
from services.web.doing.giving import Failed, give
from services.web.telling.desks import headline
from services.web.visit import Visit, Words
from services.web.when import When
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import Command, Ref
from workflows.kernel.ids import noun_of
from workflows.kernel.roles import stood_for
from workflows.unit import commands as unit

HANDED_BY = {
    "concern": "concern.hand_on",
    "issue": "issue.assign",
    "barrier": "barrier.assign",
    "grievance": "grievance.hand_on",
    "promise": "promise.release",
    "rounds": "rounds.withdraw",
}
"""The command by which something leaves a desk, by what it is."""

WITHOUT_WORDS = {
    "concern": "An answer to somebody who spoke",
    "issue": "An issue",
    "barrier": "A barrier",
    "grievance": "A complaint that is owed its letter",
    "promise": "A promise",
    "rounds": "Rounds that are planned, or not summed up yet",
}
"""What it is called where it has no words, or none that the reader may read."""


class Duty(Struct, frozen=True):
    """Something that waits on whoever leaves; `href` leads to where it is handed over, "" for who may not."""

    title: str
    where: str
    href: str


def duties(visit: Visit, person: str) -> list[Duty]:
    """What waits on a person by name; what waits on their roles stays with the roles."""
    with visit.look(When("now", visit.today, visit.now)) as look:
        owed = [one for one in look.desk([person]) if noun_of(one.held.stream) in HANDED_BY]
    seen = [one for one in owed if visit.sees(one.held.stream)]
    words = visit.open(_title(one) for one in seen)
    return [_duty(visit, one, person, words if one in seen else None) for one in owed]


def _duty(visit: Visit, owing: Owing, person: str, words: Words | None) -> Duty:
    stream, place = owing.held.stream, owing.held.row.unit or None
    verb = HANDED_BY[noun_of(stream)]
    title = (words and headline(words.of(_title(owing)))) or WITHOUT_WORDS[noun_of(stream)]
    may = words is not None and visit.may(verb, place, stream)
    href = f"/do/{verb.replace('.', '/')}?to={stream}&next=/setup/people/{person}" if may else ""
    return Duty(title, visit.names.unit(place), href)


def _title(owing: Owing) -> Ref | None:
    title: Ref | None = getattr(owing.about.row, "title", None) if owing.about else None
    return title


def leave(visit: Visit, person: Person) -> Failed | None:
    """Everything, or the first reason why not; nothing is dropped."""
    if person.id == visit.person:
        return Failed(409, "Somebody else has to close your account.")
    if waiting := len(duties(visit, person.id)):
        return Failed(409, f"{waiting} still waits on {person.name}. Hand it over first, one by one.")
    for command, to in _ends(visit, person.id):
        if isinstance(outcome := give(visit, command, to, str(uuid4())), Failed):
            return outcome
    visit.house.accounts.close(person.id)
    visit.house.people.rename(person.id, person.name, None)  # by it the hospital's own sign-in would know them again
    return None


def _ends(visit: Visit, person: str) -> list[tuple[Command, str]]:
    """Every role they have, and every one they stand in for, also from a later day."""
    found: list[tuple[Command, str]] = []
    for stream in visit.house.posts.places():
        state = visit.house.clerk.memory.get(stream).state
        held = [*getattr(state, "roles", ()), *getattr(state, "deputies", ())]
        kind = unit.Dismiss if state.unit else hospital.Dismiss
        roles = dict.fromkeys(stood_for(one.role) for one in held if one.person == person)
        found += [(kind(person=person, role=role), stream) for role in roles]
    return found
