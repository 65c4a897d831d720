"""Is it more than chance? A run chart: values in the order of time, their median, and two rules that say a process has changed.

A *shift* is six values or more in a row on one side of the median; those on it neither break the row nor count. A *trend* is
five or more in a row that all rise or all fall; one like the one before neither breaks it nor counts (Perla, Provost, Murray:
The run chart, BMJ Quality & Safety 2011). With fewer than ten values the median itself still moves; that is said beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from statistics import median as middle
from typing import Literal

from msgspec import Struct

from projections.readings import ReadingRow
from workflows.kernel.moments import Day, day_after
from workflows.kernel.months import days_of
from workflows.kernel.periods import first_day, last_day
from workflows.measure.state import Gauge, Value

SHIFT, TREND, FEW = 6, 5, 10
Number = Fraction
Way = Literal["above", "below", "rising", "falling"]


class Point(Struct, frozen=True):
    """A value at the day it is drawn at; `row` is the value as it was entered."""

    day: Day
    number: Number
    row: ReadingRow


class Run(Struct, frozen=True):
    """Values in a row, from the first to the last of them by their place; `count` of them count."""

    way: Way
    first: int
    last: int
    count: int


class Chart(Struct, frozen=True, kw_only=True):
    """`since` are the days since it last happened, where that is what is measured; None where it never did."""

    points: tuple[Point, ...]
    median: Number | None
    runs: tuple[Run, ...]
    since: int | None = None

    @property
    def is_few(self) -> bool:
        return len(self.points) < FEW


def chart(gauge: Gauge, rows: Iterable[ReadingRow], day: Day) -> Chart:
    """Of the values that count and were over by that day, the earliest first."""
    counting = [row for row in rows if row.counts]
    if gauge.kind == "days_since":
        points = tuple(_intervals(counting))
        since = days_of(counting[-1].value.period, day) - 1 if counting else None
    else:
        points = tuple(Point(_within(row.value), number(gauge, row.value), row) for row in counting)
        since = None
    numbers = [point.number for point in points]
    return Chart(points=points, median=median(numbers), runs=(*shifts(numbers), *trends(numbers)), since=since)


def number(gauge: Gauge, value: Value) -> Number:
    """A count as it is; a rate per so many."""
    count = Fraction(value.count or 0)
    return count * (gauge.per or 1) / value.of if value.of else count


def median(numbers: Sequence[Number]) -> Number | None:
    return middle(numbers) if numbers else None


def shifts(numbers: Sequence[Number]) -> tuple[Run, ...]:
    line = median(numbers)
    sides = [None if one == line else "above" if line is not None and one > line else "below" for one in numbers]
    return tuple(run for run in _rows(sides) if run.count >= SHIFT)


def trends(numbers: Sequence[Number]) -> tuple[Run, ...]:
    """The value a trend starts from counts too."""
    steps = [
        None if after == before else "rising" if after > before else "falling" for before, after in pairwise(numbers)
    ]
    grown = (Run(run.way, run.first, run.last + 1, run.count + 1) for run in _rows(steps))
    return tuple(run for run in grown if run.count >= TREND)


def _rows(ways: Sequence[str | None]) -> Iterator[Run]:
    """Every row of the same way, one after the other; None neither breaks one nor counts."""
    run: Run | None = None
    for place, way in enumerate(ways):
        if way is None:
            continue
        if run is not None and run.way == way:
            run = Run(run.way, run.first, place, run.count + 1)
            continue
        if run is not None:
            yield run
        run = Run(way, place, place, 1)  # type: ignore[arg-type] # both kinds of ways are among them
    if run is not None:
        yield run


def _intervals(rows: Sequence[ReadingRow]) -> Iterator[Point]:
    """Each time it happened, with the days since the time before."""
    for before, row in pairwise(rows):
        yield Point(row.value.period, Fraction(days_of(before.value.period, row.value.period) - 1), row)


def _within(value: Value) -> Day:
    """The middle of its day, week or month."""
    first = first_day(value.period)
    return day_after(first, days_of(first, last_day(value.period)) // 2)
