"""Time as people say it: how long, by when, on which day."""

from datetime import date

from workflows.kernel.moments import Day, Moment, days_between


def held(since: Moment, until: Moment) -> str:
    """So: "today", "1 day", "47 days"."""
    count = days_between(since, until)
    return "today" if count == 0 else number_of(count, "day")


def due(day: Day | None, today: Day) -> str:
    """So: "due today", "due in 8 days", "3 days over"; empty without a day."""
    if day is None:
        return ""
    days = left(day, today)
    if days < 0:
        return f"{number_of(-days, 'day')} over"
    return {0: "due today", 1: "due tomorrow"}.get(days, f"due in {days} days")


def left(day: Day, today: Day) -> int:
    """Days until then; negative when it is over."""
    return (date.fromisoformat(day) - date.fromisoformat(today)).days


def short(day: Day, today: Day) -> str:
    """So: "12 May", with its year when that is another one."""
    when = date.fromisoformat(day)
    return f"{when.day} {when:%b}" if day[:4] == today[:4] else f"{when.day} {when:%b %Y}"


def month(day: Day) -> str:
    """So: "May 2025"."""
    return f"{date.fromisoformat(day):%B %Y}"


def weekday(day: Day) -> str:
    """So: "Thursday 12 May"."""
    when = date.fromisoformat(day)
    return f"{when:%A} {when.day} {when:%B}"


def number_of(count: int, one: str, many: str = "") -> str:
    """So: "1 day", "2 days", "0 voices"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def times(count: int) -> str:
    """So: "once", "3 times"."""
    return "once" if count == 1 else f"{count} times"


def dollars(cents: int) -> str:
    """So: "$9,800" or "$9,800.50"."""
    whole, rest = divmod(cents, 100)
    return f"${whole:,}" + (f".{rest:02}" if rest else "")
