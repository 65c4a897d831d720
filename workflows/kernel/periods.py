"""Days, weeks and months as texts: `2025-03-14`, `2025-W11`, `2025-03`. Of one kind they sort as they come."""

import re
from datetime import date
from typing import Annotated, Literal, get_args

from msgspec import Meta

from workflows.kernel.moments import Day, day_after, is_day
from workflows.kernel.months import first_day as first_of_month
from workflows.kernel.months import last_day as last_of_month

Every = Literal["day", "week", "month"]
Period = Annotated[str, Meta(pattern=r"^\d{4}-((0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|W(0[1-9]|[1-4]\d|5[0-3]))$")]
_PERIOD = re.compile(get_args(Period)[1].pattern, re.ASCII)
_KINDS: dict[int, Every] = {7: "month", 8: "week", 10: "day"}


def kind_of(period: Period) -> Every | None:
    """Which kind it is; None for what the calendar does not have, as 30 February or the 53rd week of most years."""
    kind = _KINDS.get(len(period)) if _PERIOD.match(period) else None
    there = kind == "month" or (kind == "day" and is_day(period)) or (kind == "week" and _monday(period) is not None)
    return kind if there else None


def first_day(period: Period) -> Day:
    """ValueError for what the calendar does not have."""
    match kind_of(period):
        case "day":
            return period
        case "week":
            return _monday(period) or period
        case "month":
            return first_of_month(period)
        case None:
            raise ValueError(f"{period} is no day, week or month")


def last_day(period: Period) -> Day:
    match kind_of(period):
        case "week":
            return day_after(first_day(period), 6)
        case "month":
            return last_of_month(period)
        case _:
            return first_day(period)


def period_of(day: Day, every: Every) -> Period:
    """The day, the week or the month that holds it."""
    if every == "week":
        year, week, _ = date.fromisoformat(day).isocalendar()
        return f"{year:04}-W{week:02}"
    return day if every == "day" else day[:7]


def _monday(week: Period) -> Day | None:
    try:
        return date.fromisocalendar(int(week[:4]), int(week[6:]), 1).isoformat()
    except ValueError:
        return None
