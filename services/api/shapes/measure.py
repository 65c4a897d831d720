"""A measure with its values and what they show; how a place looks at its measures; which goals are measured."""

from fractions import Fraction

from msgspec import Struct

from projections import run_chart
from projections.charter_goals import Measured, Recorded
from projections.marks import Kind as MarkKind
from projections.marks import Mark
from projections.measures import MeasureState
from projections.panels import PanelRow
from projections.readings import ReadingRow
from projections.run_chart import Way
from services.api.shapes.words import Date, Instant, Position, Slip, Text, Words, instant, slips
from services.reader.measuring import Gauged
from workflows.kernel.periods import Every
from workflows.measure.commands import Better, Kind
from workflows.measure.state import Gauge


class Before(Struct, frozen=True, kw_only=True):
    """What a value said until it was put right."""

    period: str
    count: int | None
    of: int | None
    at: Instant


class Value(Struct, frozen=True, kw_only=True):
    """What stands for one day, week or month. `number` is the count, or the rate per so many; null for days since. One that was
    taken back has its reason and counts for nothing."""

    period: str
    count: int | None
    of: int | None
    number: float | None
    recorded: Instant
    was: tuple[Before, ...]
    taken_back: bool
    why: Text


class Target(Struct, frozen=True):
    """What was aimed for since then (null: nothing), as it was typed."""

    goal: str | None
    since: Instant


class Run(Struct, frozen=True, kw_only=True):
    """More than chance would bring: so many values in a row on one side of the median, or all rising, or all falling."""

    way: Way
    first: Date
    last: Date
    count: int


class Point(Struct, frozen=True):
    """A value as it is drawn: the number of a period at its middle; for days since, at the day it happened, the days since the
    time before."""

    day: Date
    number: float


class RunChart(Struct, frozen=True, kw_only=True):
    """`few`: so few values that the median still moves. `days_since`: since it last happened, where that is measured."""

    points: tuple[Point, ...]
    median: float | None
    few: bool
    runs: tuple[Run, ...]
    days_since: int | None


class Measure(Struct, frozen=True, kw_only=True):
    """`every` says how often it is recorded. A rate is `per` so many of `per_what`. `serves` is the goal of the charter it is
    for; `why` it was given up."""

    id: str
    unit: str | None
    state: MeasureState
    since: Instant
    title: Text
    kind: Kind
    definition: Text
    source: Text
    owner: str
    every: Every
    better: Better
    per: int | None
    per_what: Text
    goal: str | None
    targets: tuple[Target, ...]
    serves: str | None
    why: Text
    values: tuple[Value, ...]
    chart: RunChart
    corrections: tuple[Slip, ...]


class Review(Struct, frozen=True, kw_only=True):
    """A leader and the team looked at the figures together, as they were known at `seen`: ask for `as_of` that position to see
    the same."""

    at: Instant
    who: tuple[str, ...]
    found: Text
    follows: Text
    seen: Position


class Panel(Struct, frozen=True, kw_only=True):
    """`review_by`: when they look again; null where that is not due, which is not the same as missed. `days` since the last."""

    reviews: tuple[Review, ...]
    days: int | None
    review_by: Date | None


class Happened(Struct, frozen=True):
    """What the measures may answer to."""

    day: Date
    kind: MarkKind
    id: str


class Goal(Struct, frozen=True, kw_only=True):
    """A goal of the charter: the measures that are for it, whether values come in, and whether it was looked into what is
    counted and from where (`check` is where that stands)."""

    id: str
    measures: tuple[str, ...]
    recorded: Recorded
    verified: bool
    check: str | None


def measure(gauged: Gauged, words: Words) -> Measure:
    stint = gauged.measure
    row, gauge = stint.row, stint.row.gauge
    return Measure(
        id=stint.stream,
        unit=gauge.unit,
        state=row.state,
        since=instant(row.since),
        title=words(gauge.title),
        kind=gauge.kind,
        definition=words(gauge.definition),
        source=words(gauge.source),
        owner=gauge.owner,
        every=gauge.every,
        better=gauge.better,
        per=gauge.per,
        per_what=words(gauge.per_what),
        goal=gauge.goal,
        targets=tuple(Target(one.goal, instant(one.since)) for one in gauge.targets),
        serves=gauge.serves,
        why=words(row.why),
        values=tuple(_value(gauge, one, words) for one in gauged.rows),
        chart=_chart(gauged.chart),
        corrections=slips(gauge.corrections, words),
    )


def panel(row: PanelRow | None, days: int | None, words: Words) -> Panel:
    reviews = row.reviews if row else ()
    return Panel(
        reviews=tuple(
            Review(
                at=instant(one.at),
                who=one.who,
                found=words(one.found),
                follows=words(one.follows),
                seen=one.seen,
            )
            for one in reviews
        ),
        days=days,
        review_by=row.review_by if row else None,
    )


def happened(mark: Mark) -> Happened:
    return Happened(mark.day, mark.kind, mark.stream)


def goal(measured: Measured) -> Goal:
    return Goal(
        id=measured.goal.stream,
        measures=tuple(one.stream for one in measured.measures),
        recorded=measured.recorded,
        verified=measured.is_verified,
        check=measured.check.stream if measured.check else None,
    )


def _value(gauge: Gauge, row: ReadingRow, words: Words) -> Value:
    value = row.value
    return Value(
        period=value.period,
        count=value.count,
        of=value.of,
        number=None if value.count is None else _short(run_chart.number(gauge, value)),
        recorded=instant(value.recorded),
        was=tuple(Before(period=one.period, count=one.count, of=one.of, at=instant(one.at)) for one in value.was),
        taken_back=not row.counts,
        why=words(value.withdrawn),
    )


def _chart(chart: run_chart.Chart) -> RunChart:
    days = [point.day for point in chart.points]
    return RunChart(
        points=tuple(Point(point.day, _short(point.number)) for point in chart.points),
        median=None if chart.median is None else _short(chart.median),
        few=chart.is_few,
        runs=tuple(Run(way=run.way, first=days[run.first], last=days[run.last], count=run.count) for run in chart.runs),
        days_since=chart.since,
    )


def _short(number: Fraction) -> float:
    return round(float(number), 3)
