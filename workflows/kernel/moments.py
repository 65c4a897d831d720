"""Moments and days without a clock: a moment is an integer (µs UTC), a day an ISO date. Nobody here asks what time it is."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Annotated, get_args

from msgspec import Meta

Moment = int
"""Microseconds since 1970-01-01 UTC."""

Day = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
"""ISO date, read in the hospital's zone."""

Time = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""So: 14:00, by the hospital's clock."""

Occurred = Annotated[
    str,
    Meta(pattern=r"^\d{4}(-W\d\d|-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?)?)?$"),
]
"""ISO 8601 with its own precision: `2025`, `2025-W03`, `2025-01`, `2025-01-17` or a time with its offset."""

MICRO = 1_000_000
DAY = 86_400 * MICRO
YEARS = range(1900, 2200)
"""What a slip of the finger surely is not."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NOON = timedelta(hours=12)
_OCCURRED = re.compile(get_args(Occurred)[1].pattern, re.ASCII)
_WEEK = re.compile(r"^(\d{4})-W(\d\d)$")


@lru_cache(maxsize=65_536)
def moment_of(occurred: str) -> Moment:
    """The moment that stands for `occurred`: a day is its noon UTC, which falls on that date in every hospital's zone;
    coarser times are the noon of their first day. ValueError for what is no date."""
    if "T" in occurred:
        return micros(datetime.fromisoformat(occurred))
    first = _first_day(occurred)
    return micros(datetime(first.year, first.month, first.day, tzinfo=UTC) + _NOON)


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar in our spelling, of one of `YEARS`."""
    try:
        return date.fromisoformat(text).isoformat() == text and int(text[:4]) in YEARS
    except ValueError:
        return False


def is_occurred(text: str) -> bool:
    """Whether a text says in our spelling when something took place."""
    if not _OCCURRED.match(text) or int(text[:4]) not in YEARS:
        return False
    try:
        moment_of(text)
    except (ValueError, OverflowError):
        return False
    return True


def _first_day(occurred: str) -> date:
    if week := _WEEK.match(occurred):
        return date.fromisocalendar(int(week[1]), int(week[2]), 1)
    parts = [int(part) for part in occurred.split("-")]
    return date(*[*parts, 1, 1][:3])


def micros(moment: datetime) -> Moment:
    """An aware datetime as an integer, exactly."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def as_datetime(moment: Moment) -> datetime:
    return _EPOCH + timedelta(microseconds=moment)


def utc_day(moment: Moment) -> Day:
    """Its date in UTC: the core knows no hospital's zone."""
    return day_after("1970-01-01", moment // DAY)


@lru_cache(maxsize=65_536)
def day_after(day: Day, days: int) -> Day:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def is_working_day(day: Day, rest_days: tuple[int, ...], holidays: tuple[Day, ...]) -> bool:
    """`rest_days` are days of the week, Monday being 1."""
    return date.fromisoformat(day).isoweekday() not in rest_days and day not in holidays


@lru_cache(maxsize=65_536)
def working_day_after(day: Day, days: int, rest_days: tuple[int, ...], holidays: tuple[Day, ...]) -> Day:
    """The `days`-th working day after `day`. `rest_days` are days of the week, Monday being 1, and leave one to work on."""
    at = date.fromisoformat(day)
    while days:
        at += timedelta(days=1)
        days -= at.isoweekday() not in rest_days and at.isoformat() not in holidays
    return at.isoformat()


def days_between(began: Moment, ended: Moment) -> int:
    """Whole days held, never negative."""
    return max(0, (ended - began) // DAY)
