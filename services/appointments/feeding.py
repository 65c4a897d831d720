"""The feed of one person: what they come to, from a month ago on."""

from collections.abc import Iterator
from datetime import date, timedelta

from services import calendar_file, clock
from services.appointments.diary import Appointment, appointments, who_meets, who_walks
from services.calendar_file import Entry
from services.house import House

BACK = timedelta(days=31)


def feed_of(house: House, person: str) -> str:
    """As iCalendar."""
    return calendar_file.feed(_entries(house, person), name=f"Heard, {house.plate.name}", at=house.now())


def _entries(house: House, person: str) -> Iterator[Entry]:
    today = date.fromisoformat(clock.day_of(house.now(), house.plate.zone))
    since = (today - BACK).isoformat()
    for stream in _streams(house, person):
        for one in appointments(house, stream).values():
            if _stands(one) and person in one.whom and one.entry.day >= since:
                yield one.entry


def _stands(appointment: Appointment) -> bool:
    """What does not take place leaves a calendar by not being in its feed any more."""
    return appointment.fate != "called_off"


def _streams(house: House, person: str) -> Iterator[str]:
    """Rounds and partnerships they have to do with."""
    house.reader.fresh(house.ledger.head()[0])
    with house.views.look() as look:
        units = [stint.row.slug for stint in look.units()]
        visits = [stint for unit in units for stint in look.rounds(unit, ("scheduled", "held", "summarised"))]
        partnerships = look.partnerships(units, ("active", "graduated"))
    yield from (one.stream for one in visits if person in who_walks(house, one.row.visit))
    yield from (one.stream for one in partnerships if person in who_meets(house, one.row.unit, one.row.executive))
