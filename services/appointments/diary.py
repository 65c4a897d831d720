"""What is planned with whom, and what became of it: the appointments that the facts of one stream tell of."""

from collections.abc import Iterable
from typing import Any, Literal
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from services.calendar_file import Entry
from services.clerk.memory import BLANK
from services.house import House
from workflows.kernel.grammar import Fact
from workflows.kernel.ids import noun_of
from workflows.kernel.roles import as_holder, stood_for
from workflows.partnership import events as p
from workflows.rounds import events as r
from workflows.rounds.state import Held, NotHeld, Scheduled, Summarised, Visit, Withdrawn

NOUNS = ("rounds", "partnership")
Fate = Literal["planned", "held", "called_off"]
_FATES: dict[type, Fate] = {
    Scheduled: "planned",
    Held: "held",
    Summarised: "held",
    NotHeld: "called_off",
    Withdrawn: "called_off",
}
ALSO_COME = frozenset({"team_leader", "executive_assistant"})
"""Who meets the visitor, and who keeps the visitor's calendar: in the unit."""
CHANGES = (r.Rescheduled, r.Entrusted, r.GuideNamed, r.NotHeld, r.Withdrawn)
"""What makes another appointment of rounds; the same ones again under a new sequence."""
OVER = (p.MeetingNotHeld, p.HandedOver, p.Ended, p.Withdrawn)
"""After which no meeting is planned with this executive, and none was held."""


class Appointment(Struct, frozen=True):
    """One appointment, the persons who come, and what became of it."""

    entry: Entry
    whom: frozenset[str]
    fate: Fate


def appointments(house: House, stream: str, upto: int | None = None) -> dict[str, Appointment]:
    """By uid, as far as position `upto`; of a stream of `NOUNS`."""
    facts = [house.clerk.mapper.fact(row) for row in house.ledger.stream_rows(stream, upto=upto)]
    if not facts:
        return {}
    return _rounds(house, stream, facts) if noun_of(stream) == "rounds" else _meetings(house, stream, facts)


def who_walks(house: House, visit: Visit) -> frozenset[str]:
    """Who comes to rounds."""
    return _persons(house, visit.unit, [one for one in (visit.partner, visit.guide) if one])


def who_meets(house: House, unit: str, executive: str) -> frozenset[str]:
    """Who comes to a monthly meeting: the partner and the team."""
    seats = getattr(house.clerk.memory.get(f"unit-{unit}").state, "team", ())
    return _persons(house, unit, [executive, *(seat.person for seat in seats)])


def _rounds(house: House, stream: str, facts: list[Fact]) -> dict[str, Appointment]:
    state: Any = house.clerk.memory.after(stream, BLANK, facts).state
    visit: Visit = state.visit
    fate = _FATES[type(state)]
    entry = Entry(
        uid=_uid(house, stream),
        sequence=sum(isinstance(fact.event, CHANGES) for fact in facts),
        title=f"Safety rounds, {_name(house, visit.unit)}",
        day=visit.day,
        time=visit.time,
        zone=house.plate.zone,
        link=house.outbox.link(f"/rounds/{stream}"),
        called_off=fate == "called_off",
    )
    return {entry.uid: Appointment(entry, who_walks(house, visit), fate)}


def _meetings(house: House, stream: str, facts: Iterable[Fact]) -> dict[str, Appointment]:
    """Each that was ever planned, one after the other; rounds that count as a meeting leave it where it is."""
    found: dict[str, Appointment] = {}
    open_: Appointment | None = None
    whom, title = frozenset[str](), ""
    for fact in facts:
        match fact.event:
            case p.Nominated(unit=unit, executive=executive):
                whom, title = who_meets(house, unit, executive), f"Monthly meeting, {_name(house, unit)}"
            case p.MeetingScheduled(day=day):
                uid = _uid(house, f"{stream}-{len(found) + 1}")
                open_ = Appointment(_meeting(house, stream, uid, title, day), whom, "planned")
            case p.MeetingMoved(day=day) if open_:
                open_ = _changed(open_, day=day)
            case p.MeetingHeld(rounds=None) if open_:
                open_ = replace(open_, fate="held")
            case event if isinstance(event, OVER) and open_:
                open_ = replace(_changed(open_, called_off=True), fate="called_off")
            case _:
                continue
        if open_:
            found[open_.entry.uid] = open_
            open_ = open_ if open_.fate == "planned" else None
    return found


def _meeting(house: House, stream: str, uid: str, title: str, day: str) -> Entry:
    link = house.outbox.link(f"/partnership/{stream}")
    return Entry(uid=uid, sequence=0, title=title, day=day, time=None, zone=house.plate.zone, link=link)


def _changed(appointment: Appointment, **changes: Any) -> Appointment:
    entry = appointment.entry
    return replace(appointment, entry=replace(entry, sequence=entry.sequence + 1, **changes))


def _persons(house: House, unit: str, holders: Iterable[str]) -> frozenset[str]:
    """Those meant by these holders, and who else comes in the unit."""
    named = set(holders)
    here = [(stood_for(role), person) for person, role, where in house.posts.held() if where in (None, unit)]
    meant = {person for role, person in here if as_holder(role) in named or role in ALSO_COME}
    return frozenset(meant | {one for one in named if noun_of(one) == "person"})


def _name(house: House, unit: str) -> str:
    name: str = house.clerk.memory.get(f"unit-{unit}").state.name
    return name


def _uid(house: House, called: str) -> str:
    """The same for ever, and unlike any of another hospital."""
    where = urlsplit(house.outbox.link("/")).hostname or house.plate.slug
    return f"{called}@{where}"
