"""Appointments as calendars read them: iCalendar (RFC 5545), as an invitation by mail (RFC 6047) or a feed to subscribe to.

A title says what and where, a link where the rest is read; nobody's name stands in either. An appointment keeps its `uid`
as long as it is the same one, and its `sequence` goes up with every change, by which a calendar tells new from old.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText
from icalendar.enums import STATUS
from msgspec import Struct

from workflows.kernel.moments import Day, Moment, Time, as_datetime

PRODUCT = "-//Heard//Heard//EN"
LASTS = timedelta(hours=1)
"""An appointment that has a time; one without takes no hour of its day."""
OFTEN = timedelta(hours=1)
"""How often a calendar may ask for a feed."""
Method = Literal["REQUEST", "CANCEL"]


class Entry(Struct, frozen=True, kw_only=True):
    """One appointment, by the clock of `zone`; `link` is the whole address of its page."""

    uid: str
    sequence: int
    title: str
    day: Day
    time: Time | None
    zone: str
    link: str
    called_off: bool = False

    @property
    def method(self) -> Method:
        return "CANCEL" if self.called_off else "REQUEST"

    @property
    def begins(self) -> date | datetime:
        """The day, or the moment by the clock on the wall."""
        day = date.fromisoformat(self.day)
        return datetime.combine(day, time.fromisoformat(self.time), ZoneInfo(self.zone)) if self.time else day

    @property
    def ends(self) -> date | datetime:
        begins = self.begins
        if not isinstance(begins, datetime):
            return begins + timedelta(days=1)
        return (begins.astimezone(UTC) + LASTS).astimezone(begins.tzinfo)


def invitation(entry: Entry, *, organizer: str, to: str, at: Moment) -> str:
    """What one person's calendar takes from a mail; both addresses are plain ones."""
    event = _event(entry, at)
    event.add("organizer", _address(organizer, "Heard"))
    invited = _address(to)
    invited.params["ROLE"] = vText("REQ-PARTICIPANT")
    invited.params["PARTSTAT"] = vText("NEEDS-ACTION")
    invited.params["RSVP"] = vText("FALSE")
    event.add("attendee", invited)
    return _written(Calendar.new(prodid=PRODUCT, method=entry.method, subcomponents=[event]), [entry])


def feed(entries: Iterable[Entry], *, name: str, at: Moment) -> str:
    """What a calendar subscribes to."""
    found = sorted(entries, key=lambda one: (one.day, one.time or "", one.uid))
    events = [_event(entry, at) for entry in found]
    calendar = Calendar.new(prodid=PRODUCT, method="PUBLISH", name=name, subcomponents=events)
    calendar.add("refresh-interval", OFTEN, parameters={"VALUE": "DURATION"})
    return _written(calendar, found)


def _event(entry: Entry, at: Moment) -> Event:
    return Event.new(
        uid=entry.uid,
        sequence=entry.sequence,
        summary=entry.title,
        start=entry.begins,
        end=entry.ends,
        stamp=as_datetime(at),
        status=STATUS.CANCELLED if entry.called_off else STATUS.CONFIRMED,
        url=entry.link,
    )


def _address(mail: str, name: str = "") -> vCalAddress:
    address = vCalAddress(f"mailto:{mail}")
    if name:
        address.params["CN"] = vText(name)
    return address


def _written(calendar: Calendar, entries: list[Entry]) -> str:
    """With the rules of its zones for the years it is about, so that no calendar has to know them. Only what stands in it
    has a uid."""
    calendar.pop("UID")
    if entries:
        days = [date.fromisoformat(one.day) for one in entries]
        calendar.add_missing_timezones(date(min(days).year, 1, 1), date(max(days).year + 1, 12, 31))
    written: bytes = calendar.to_ical()
    return written.decode()
