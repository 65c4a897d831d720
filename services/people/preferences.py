"""How somebody wants to be told: how often, and at which hours not. What nobody said is daily, at any hour."""

import re
from datetime import datetime, time, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from msgspec import Struct

from services.people.directory import Directory
from workflows.kernel.moments import Moment, Time, as_datetime, micros

Digest = Literal["daily", "mondays", "never"]
"""When what waits is told of. `mondays` is the first working day of a week."""
DIGESTS: tuple[Digest, ...] = get_args(Digest)
_TIME = re.compile(get_args(Time)[1].pattern, re.ASCII)


class Quiet(Struct, frozen=True):
    """No mail goes out from one time of the day until the other, which may be on the next day. `begins` and `ends` differ."""

    begins: Time
    ends: Time

    def over(self, now: Moment, zone: str) -> Moment | None:
        """When the quiet hours that last now are over; None where none last. By the clock of `zone`, whichever time it
        keeps that day."""
        local = as_datetime(now).astimezone(ZoneInfo(zone))
        clock, begins, ends = local.time(), time.fromisoformat(self.begins), time.fromisoformat(self.ends)
        overnight = begins > ends
        if not (begins <= clock or clock < ends if overnight else begins <= clock < ends):
            return None
        day = local.date() + timedelta(days=overnight and clock >= begins)
        return micros(datetime.combine(day, ends, ZoneInfo(zone)))


class Preference(Struct, frozen=True):
    """One person's."""

    digest: Digest = "daily"
    quiet: Quiet | None = None


def quiet_of(begins: str, ends: str) -> Quiet | None:
    """Two times as they were given, None where neither was. ValueError, with a sentence, where they are no stretch of time."""
    if not begins and not ends:
        return None
    if not _TIME.fullmatch(begins) or not _TIME.fullmatch(ends):
        raise ValueError("Give both times of your quiet hours, such as 22:00 and 07:00, or neither.")
    if begins == ends:
        raise ValueError("Quiet hours end at another time than they begin.")
    return Quiet(begins, ends)


UNSAID = Preference()


class Preferences:
    """Of one hospital's people. In no fact: it is theirs alone, and put right as often as they like. Thread-safe."""

    def __init__(self, directory: Directory) -> None:
        self._file = directory.file
        self._door = directory.door

    def of(self, person: str) -> Preference:
        with self._door:
            query = "SELECT digest, quiet_begins, quiet_ends FROM preferences WHERE person = ?"
            found = self._file.execute(query, (person,)).fetchone()
        if found is None:
            return UNSAID
        digest, begins, ends = found
        return Preference(digest, Quiet(begins, ends) if begins else None)

    def say(self, person: str, preference: Preference) -> None:
        quiet = (preference.quiet.begins, preference.quiet.ends) if preference.quiet else (None, None)
        with self._door:
            self._file.execute(
                "INSERT OR REPLACE INTO preferences VALUES (?,?,?,?)", (person, preference.digest, *quiet)
            )
