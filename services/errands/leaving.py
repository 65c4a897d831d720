"""Whoever leaves hands over what lies with them; then their roles end and their account closes. By the operator's hand."""

from uuid import UUID, uuid5

from services import sentences
from services.clerk.access import OPERATOR
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.errands.errand import Answer, Leave
from services.errands.naming import NotFound, holder_called
from services.errands.seeing import Row, Seen, seen
from services.handover.leaving import ends, shut
from services.handover.lying import Lying, lying_with
from services.house import House
from services.people import Person
from services.wording.time_words import number_of
from workflows.kernel.grammar import Command, Refused

REASON = "Whoever had it has left."


def leave(house: House, errand: Leave) -> Answer:
    """Refused with the list of what lies with them, where nobody is named who takes it."""
    person = _somebody(house, errand.person)
    lying, rows = _lying(house, person)
    if lying and errand.to is None:
        return Answer(_to_hand_over(person, rows), {"lying": rows}, status=1)
    heir = _somebody(house, errand.to) if errand.to is not None else None
    if heir == person:
        return Answer((f"{person.name} is who leaves. Say --to somebody else.",), status=2)
    handed: list[Lying] = []
    while lying and heir:
        one = lying[0]
        told = _given(house, errand, one.given(heir.id, errand.reason or REASON), one.stream)
        if isinstance(told, Refused) or one in handed:
            why = sentences.sentence(told) if isinstance(told, Refused) else "It lies with them as before."
            return Answer((f"{one.stream} was not handed over. {why}",), status=1)
        handed.append(one)
        lying, _ = _lying(house, person)  # some things take others along
    return _gone(house, errand, person, len(handed), heir)


def _gone(house: House, errand: Leave, person: Person, handed: int, heir: Person | None) -> Answer:
    roles = ends(house, person.id)
    for command, to in roles:
        if isinstance(told := _given(house, errand, command, to), Refused):
            return Answer((f"{person.name} has not left: {sentences.sentence(told)}",), status=1)
    shut(house, person.id)
    house.policies.pull()
    to_whom = (f"Handed over to {heir.name}: {number_of(handed, 'thing')}.",) if heir and handed else ()
    said = f"{person.name} has left: {number_of(len(roles), 'role')} ended, no way in is open any more."
    return Answer((*to_whom, said), {"person": person.id, "handed": handed, "roles": len(roles)})


def _given(house: House, errand: Leave, command: Command, to: str) -> Told | Refused:
    key = uuid5(UUID(errand.id), f"{to}|{command.VERB}|{command}")
    return house.reception.ask(OPERATOR, command, Call(id=str(key), via="cli"), to)


def _lying(house: House, person: Person) -> tuple[tuple[Lying, ...], list[Row]]:
    with seen(house, None, None) as now:
        lying = lying_with(house, now.look, person.id, house.rights.waiting(OPERATOR))
        return lying, _rows(now, lying)


def _rows(now: Seen, lying: tuple[Lying, ...]) -> list[Row]:
    words = now.words(one.title for one in lying if one.title)
    return [
        {
            "duty": one.duty.replace("_", " "),
            "what": words(one.title) if one.title else f"{one.noun} {one.day or ''}".strip(),
            "where": now.names.unit(one.unit),
            "id": one.stream,
        }
        for one in lying
    ]


def _to_hand_over(person: Person, rows: list[Row]) -> tuple[str, ...]:
    lines = [f"  {row['duty']:<10}  {row['where']:<14}  {row['what']}" for row in rows]
    return (
        f"{number_of(len(rows), 'thing')} to hand over before {person.name} leaves:",
        *lines,
        "Hand them over one by one, or say --to WHO takes them all.",
    )


def _somebody(house: House, called: str) -> Person:
    found = house.people.person(holder_called(house, called))
    if found is None:
        raise NotFound(f"Nobody here is called {called!r}.")
    return found
