"""Time laid out on a line: where a moment falls, where months begin."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from msgspec import Struct

SECOND = 1_000_000
DAY = 86_400 * SECOND


class Span(Struct, frozen=True):
    """From `start` to `end` in µs UTC, drawn from `left` over `width` units; months are those of `zone`."""

    start: int
    end: int
    left: float
    width: float
    zone: tzinfo

    def at(self, moment: int) -> float:
        """The place of a moment, held inside the picture."""
        share = (min(max(moment, self.start), self.end) - self.start) / max(self.end - self.start, 1)
        return self.left + share * self.width

    def months(self) -> Iterator[tuple[int, datetime]]:
        """The month the span starts in and every one that begins inside: its first, as µs UTC and in the zone."""
        day = self.local(self.start).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        while (moment := micros(day)) <= self.end:
            yield moment, day
            day = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)

    def day(self, moment: int) -> str:
        """3 Jul 2025."""
        return f"{self.local(moment).day} {self.local(moment):%b %Y}"

    def local(self, moment: int) -> datetime:
        return datetime.fromtimestamp(moment / SECOND, self.zone)


def micros(moment: datetime) -> int:
    return round(moment.timestamp()) * SECOND


def days(began: int, ended: int) -> int:
    """Whole days between two moments."""
    return max(ended - began, 0) // DAY
