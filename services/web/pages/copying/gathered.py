"""What Heard knows of one person and what they said, with what they were answered: plain shapes, nobody else by name."""

from collections.abc import Iterator

from msgspec import Struct

from services import clock
from services.house import House
from services.people import Person
from services.web.phrases import choice
from services.wording.names import Names
from workflows.kernel.grammar import Fact, Ref
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Day

TOLD = frozenset(
    f"concern.{event}"
    for event in (
        *("raised", "answered", "reason_given", "speaker_asked", "replied", "disputed", "disagreed", "reopened"),
        *("not_reached", "withdrawn", "corrected"),
    )
) | {"respect.reported"}
"""What was said between the one who spoke and those who answered; who a matter is about, or deals with it, is not theirs."""


class Line(Struct, frozen=True):
    """One text: when it was said, what it is, by whom as a role or as `you`."""

    day: Day
    what: str
    by: str
    words: str


class Voice(Struct, frozen=True):
    """One thing the person said, and everything said on it since."""

    id: str
    unit: str
    lines: tuple[Line, ...]


class Everything(Struct, frozen=True):
    """`roles` as people say them, with the unit and since when."""

    hospital: str
    made: Day
    name: str
    mail: str | None
    login: str | None
    roles: tuple[str, ...]
    voices: tuple[Voice, ...]


def everything(house: House, person: Person) -> Everything:
    voices = house.people.voices_of(person.id)
    return Everything(
        hospital=house.plate.name,
        made=clock.day_of(house.now(), house.plate.zone),
        name=person.name,
        mail=person.mail,
        login=house.people.logins().get(person.id),
        roles=tuple(_roles(house, person.id)),
        voices=tuple(_voice(house, stream) for stream in sorted(voices)),
    )


def _roles(house: House, person: str) -> Iterator[str]:
    names = Names(house)
    for stream in house.posts.places():
        state = house.clerk.memory.get(stream).state
        for held in getattr(state, "roles", ()):
            if held.person == person:
                yield f"{names.role(held.role)}, {names.unit(state.unit)}, since {held.since}"


def _voice(house: House, stream: str) -> Voice:
    facts = [house.clerk.mapper.fact(row) for row in house.ledger.stream_rows(stream)]
    told = [(fact, Ref(fact.seq, part.part)) for fact in facts if fact.head.name in TOLD for part in fact.head.sealed]
    words = house.door.open((ref for _, ref in told), lambda one: one == stream or noun_of(one) == "subject")
    unit = Names(house).unit(facts[-1].unit) if facts else ""
    return Voice(stream, unit, tuple(_line(house, fact, ref, words[ref]) for fact, ref in told if ref in words))


def _line(house: House, fact: Fact, ref: Ref, words: str) -> Line:
    role = fact.head.by.capacity
    by = Names(house).role(role).lower() if role and fact.head.by.kind == "person" else "you"
    return Line(clock.day_of(fact.happened, house.plate.zone), choice(ref.part), by, words)
