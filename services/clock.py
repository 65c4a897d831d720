"""The only place that makes a moment. Everything else is handed one."""

import time
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from workflows.kernel.moments import MICRO, Day, Moment, as_datetime, micros

QUARTER = 15 * 60 * MICRO
"""No zone changes its day but at a quarter of an hour."""


def now() -> Moment:
    """µs since 1970 UTC, by the machine's clock."""
    return time.time_ns() // 1_000


def day_of(moment: Moment, zone: str) -> Day:
    """The ISO date of a moment in a zone such as `America/Chicago`."""
    return _day_at(moment // QUARTER, zone)


@lru_cache(maxsize=4_096)
def _day_at(quarter: int, zone: str) -> Day:
    return as_datetime(quarter * QUARTER).astimezone(ZoneInfo(zone)).date().isoformat()


def as_written(moment: Moment, zone: str) -> str:
    """A moment to the second, as the clock of that zone shows it: `2025-07-03T14:05:12-05:00`."""
    return as_datetime(moment // MICRO * MICRO).astimezone(ZoneInfo(zone)).isoformat()


def end_of(day: Day, zone: str) -> Moment:
    """The last microsecond of that day in that zone."""
    following = date.fromisoformat(day).toordinal() + 1
    midnight = datetime.fromordinal(following).replace(tzinfo=ZoneInfo(zone))
    return micros(midnight) - 1
