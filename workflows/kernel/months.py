"""Months as texts, `2025-03`. Like days they sort as they come, and nobody here asks which one it is."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from workflows.kernel.moments import Day, day_after

Month = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


def month_of(day: Day) -> Month:
    return day[:7]


def months_after(month: Month, count: int) -> Month:
    year, index = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + count, 12)
    return f"{year:04}-{index + 1:02}"


def first_day(month: Month) -> Day:
    return f"{month}-01"


def last_day(month: Month) -> Day:
    return day_after(first_day(months_after(month, 1)), -1)


def grace_ends(month: Month, grace: int) -> Day:
    """The day of the next month up to which something of this month is late and not missed; its own last day for 0."""
    return day_after(last_day(month), grace)


def days_of(first: Day, last: Day) -> int:
    """How many days that is, both included; 0 where the last comes before the first."""
    return max(0, (date.fromisoformat(last) - date.fromisoformat(first)).days + 1)


Quarter = Annotated[str, Meta(pattern=r"^\d{4}-Q[1-4]$")]
"""Three months as a text, `2025-Q3`."""


def quarter_of(day: Day) -> Quarter:
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def quarter_after(quarter: Quarter) -> Quarter:
    return quarter_of(day_after(last_day_of(quarter), 1))


def quarter_before(quarter: Quarter) -> Quarter:
    return quarter_of(day_after(first_day(f"{quarter[:4]}-{int(quarter[-1]) * 3 - 2:02}"), -1))


def last_day_of(quarter: Quarter) -> Day:
    return last_day(f"{quarter[:4]}-{int(quarter[-1]) * 3:02}")
