"""The only place that makes a moment. Everything else is handed one."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from workflows.kernel.moments import Day, Moment, as_datetime, micros


def now() -> Moment:
    """µs since 1970 UTC, by the machine's clock."""
    return micros(datetime.now(UTC))


def day_of(moment: Moment, zone: str) -> Day:
    """The ISO date of a moment in a zone such as `America/Chicago`."""
    return as_datetime(moment).astimezone(ZoneInfo(zone)).date().isoformat()


def end_of(day: Day, zone: str) -> Moment:
    """The last microsecond of that day in that zone."""
    following = date.fromisoformat(day).toordinal() + 1
    midnight = datetime.fromordinal(following).replace(tzinfo=ZoneInfo(zone))
    return micros(midnight) - 1
