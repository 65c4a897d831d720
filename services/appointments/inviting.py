"""Whoever comes to rounds or to a meeting is invited by mail, told of another day, and told that it does not take place.

What changed since the last look is told once, as it stands now: who was away for days hears where things are, not how they
went. What is over is no longer told of. The outbox keeps that it was told, under a key of its own.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from services import clock
from services.appointments.diary import NOUNS, Appointment, appointments
from services.bookmark import Bookmark
from services.calendar_file import Entry
from services.house import House
from services.wording.time_words import weekday

BATCH = 2_000
COMES = """{title}
{when}

Your calendar takes it from this mail. What there is to know beforehand:
{link}
"""
GOES = """{title}
{when}

This is no longer in your calendar. What became of it:
{link}
"""


class Inviting:
    """Run again and again, by one thread."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._bookmark = Bookmark(house.directory / "inviting.bookmark")

    def invite(self) -> int:
        """Says how many messages were put into the outbox. Where no mail is sent nobody is invited to what was planned
        meanwhile."""
        since = self._bookmark.at
        streams, upto = self._touched(since)
        told = sum(self._tell(stream, since, upto) for stream in streams)
        if upto > since:
            self._bookmark.move(upto)
        return told

    def _touched(self, since: int) -> tuple[list[str], int]:
        """Rounds and partnerships of which something new is known, and up to which position."""
        house, upto, streams = self._house, since, dict[str, None]()
        while rows := house.ledger.rows(upto, BATCH):
            streams |= dict.fromkeys(
                house.clerk.mapper.fact(row).stream for row in rows if row[4].partition(".")[0] in NOUNS
            )
            upto = rows[-1][0]
        return list(streams), upto

    def _tell(self, stream: str, since: int, upto: int) -> int:
        before, after = appointments(self._house, stream, since), appointments(self._house, stream, upto)
        today = clock.day_of(self._house.now(), self._house.plate.zone)
        changes = (change for uid, one in after.items() for change in _changes(before.get(uid), one))
        return sum(self._put(person, entry, stream) for person, entry in changes if entry.day >= today)

    def _put(self, person: str, entry: Entry, about: str) -> bool:
        """Whether a message was put; none for whoever has no address, who finds it in the feed."""
        if not self._house.people.mail_of(person):
            return False
        body = (GOES if entry.called_off else COMES).format(title=entry.title, when=when(entry), link=entry.link)
        thread = f"invite|{entry.uid}|{person}"
        key = f"{thread}|{entry.sequence}|{entry.method}"
        return self._house.outbox.put(
            person, _subject(entry), body, key, instead_of=thread, invitation=entry, about=about
        )


def _changes(before: Appointment | None, after: Appointment) -> Iterator[tuple[str, Entry]]:
    """Whom to tell what."""
    was = before if before and before.fate == "planned" else None
    invited = was.whom if was else frozenset[str]()
    if after.fate == "planned":
        same = was is not None and was.entry == after.entry
        yield from ((person, after.entry) for person in sorted(after.whom) if not same or person not in invited)
        gone = replace(after.entry, called_off=True)
        yield from ((person, gone) for person in sorted(invited - after.whom))
    elif after.fate == "called_off":
        yield from ((person, after.entry) for person in sorted(invited))


def _subject(entry: Entry) -> str:
    if entry.called_off:
        return f"Called off: {entry.title}"
    return f"Changed: {entry.title}" if entry.sequence else entry.title


def when(entry: Entry) -> str:
    """So: "Friday 10 January, 14:00"."""
    return weekday(entry.day) + (f", {entry.time}" if entry.time else "")
