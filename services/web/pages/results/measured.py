"""A measure in words and as a run chart: where it stands, whether that is more than chance, what happened meanwhile."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from zoneinfo import ZoneInfo

from markupsafe import Markup
from msgspec import Struct

from projections import run_chart
from projections.marks import Mark
from projections.readings import ReadingRow
from projections.run_chart import Chart, Point, Run
from services import clock
from services.reader.measuring import Gauged
from services.web.doing import measuring
from services.web.doing.actions import Action
from services.web.phrases import choice
from services.web.pictures import Dot, Flag, Lines
from services.web.pictures import run_chart as drawn
from services.web.telling import gauges
from services.web.telling.gauges import spelled
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import day_after, moment_of
from workflows.kernel.periods import Every
from workflows.measure.state import Before, Gauge, Value

SHORTEST = 90
"""Days that a picture shows at least."""


class Row(Struct, frozen=True, kw_only=True):
    """A value as the table shows it."""

    when: str
    value: str
    entered: str
    before: str
    deeds: tuple[Action, ...]


class Told(Struct, frozen=True, kw_only=True):
    """A measure as a page shows it: one number with its words, what the run chart says, how it is counted, all its values.
    `gone` says why it was given up ("" for one in use)."""

    stream: str
    title: str
    number: str
    words: str
    reached: str
    says: list[str]
    picture: Markup | None
    caption: str
    rows: list[Row]
    facts: list[tuple[str, str]]
    gone: str
    deeds: tuple[Action, ...]


def refs(gauged: Iterable[Gauged]) -> Iterator[Ref | None]:
    """All words that they are told with."""
    for one in gauged:
        gauge = one.measure.row.gauge
        yield from (gauge.title, gauge.definition, gauge.source, gauge.per_what, one.measure.row.why)
        yield from (row.value.withdrawn for row in one.rows)


class Telling(Struct, frozen=True):
    """What one page tells its measures with; what is done there leads `back`."""

    visit: Visit
    looking: When
    words: Words
    marks: Sequence[Mark]
    back: str

    def one(self, gauged: Gauged) -> Told:
        stint, gauge, chart = gauged.measure, gauged.measure.row.gauge, gauged.chart
        number, words = gauges.now(gauged, self.words, self.looking.day)
        past = self.looking.past
        return Told(
            stream=stint.stream,
            title=self.words.of(gauge.title),
            number=number,
            words=words,
            reached=_reached(gauge, chart),
            says=list(self._says(gauge, chart)),
            picture=self._picture(gauge, gauged) if chart.points or chart.since is not None else None,
            caption=self._caption(gauge),
            rows=[self._row(gauged, row) for row in reversed(gauged.rows)],
            facts=[(name, value) for name, value in self._facts(gauge) if value],
            gone=self.words.of(stint.row.why) if stint.row.state == "retired" else "",
            deeds=() if past else measuring.of_measure(self.visit, stint, self.looking.day, self.back),
        )

    def _of(self, gauge: Gauge) -> str:
        return gauges.of(gauge, self.words)

    def _period(self, period: str) -> str:
        return gauges.period(period, self.looking.day)

    def _says(self, gauge: Gauge, chart: Chart) -> Iterator[str]:
        """What the rules of a run chart make of it."""
        for run in chart.runs:
            first, last = chart.points[run.first].day, chart.points[run.last].day
            span = f"from {time_words.short(first, self.looking.day)} to {time_words.short(last, self.looking.day)}"
            now = run.last == max(one.last for one in chart.runs)
            judged = f", and {_judged(gauge, run)}" if now else ""
            yield f"{run.count} values in a row {_lie(run)}, {span}: more than chance{judged}."
        if chart.points and chart.is_few:
            yield f"Only {time_words.number_of(len(chart.points), 'value')} so far: the median still moves."
        elif chart.points and not chart.runs:
            yield "Nothing here is more than chance would bring."

    def _caption(self, gauge: Gauge) -> str:
        what = {
            "days_since": "Each point is a time it happened, as high as the days since the time before",
            "rate": f"Each point is a {_EVERY[gauge.every]}, {self._of(gauge)}",
            "count": f"Each point is a {_EVERY[gauge.every]}",
        }[gauge.kind]
        return f"{what}. The dashed line is the median. Below: what happened here meanwhile."

    def _picture(self, gauge: Gauge, gauged: Gauged) -> Markup:
        chart = gauged.chart
        beyond = {place for run in chart.runs for place in range(run.first, run.last + 1)}
        dots = tuple(self._dot(point, place in beyond) for place, point in enumerate(chart.points))
        open_ = None
        if chart.since is not None:
            open_ = Dot(self.looking.until, chart.since, f"{chart.since} days so far")
        first = min((point.day for point in chart.points), default=self.looking.day)
        return drawn(
            Lines(dots=dots, median=_plain(chart.median), goal=_plain(gauge.goal), open=open_),
            [self._flag(mark) for mark in self.marks],
            start=moment_of(min(day_after(first, -15), day_after(self.looking.day, -SHORTEST))),
            end=max(moment_of(self.looking.day), self.looking.until),
            title=self.words.of(gauge.title),
            said=" ".join(f"{dot.said}." for dot in (*dots, *((open_,) if open_ else ()))),
            zone=ZoneInfo(self.visit.house.plate.zone),
            key=gauged.measure.stream,
        )

    def _dot(self, point: Point, beyond: bool) -> Dot:
        said = f"{self._period(point.row.value.period)}: {spelled(point.number)}"
        return Dot(moment_of(point.day), float(point.number), said, beyond)

    def _flag(self, mark: Mark) -> Flag:
        return Flag(
            moment_of(mark.day), mark.kind, f"{_HAPPENED[mark.kind]}, {time_words.short(mark.day, self.looking.day)}"
        )

    def _row(self, gauged: Gauged, row: ReadingRow) -> Row:
        gauge, value = gauged.measure.row.gauge, row.value
        if value.withdrawn is not None:
            said = f"Taken back: {self.words.of(value.withdrawn)}"
        else:
            said = self._value(gauge, value, gauged.chart)
        may = value.withdrawn is None and not self.looking.past
        return Row(
            when=self._period(value.period),
            value=said,
            entered=self.day(value.recorded),
            before="; ".join(self._before(gauge, one) for one in value.was) or "–",
            deeds=measuring.of_value(self.visit, gauged.measure, value.period, self.back) if may else (),
        )

    def _value(self, gauge: Gauge, value: Value, chart: Chart) -> str:
        match gauge.kind:
            case "days_since":
                point = next((one for one in chart.points if one.row.value is value), None)
                return (
                    f"{time_words.number_of(int(point.number), 'day')} after the time before" if point else "happened"
                )
            case "rate":
                rate = spelled(run_chart.number(gauge, value))
                return f"{rate} ({value.count or 0:,} of {value.of or 0:,})"
            case "count":
                return f"{value.count or 0:,}"

    def _before(self, gauge: Gauge, was: Before) -> str:
        """What it said until it was put right."""
        number = {
            "days_since": "",
            "count": f", {was.count or 0:,}",
            "rate": f", {was.count or 0:,} of {was.of or 0:,}",
        }
        return f"until {self.day(was.at)}: {self._period(was.period)}{number[gauge.kind]}"

    def _facts(self, gauge: Gauge) -> Iterator[tuple[str, str]]:
        yield "What exactly is counted", self.words.of(gauge.definition)
        yield "Where the numbers come from", self.words.of(gauge.source)
        yield "Sees to it", self.visit.names.of(gauge.owner)
        yield "Recorded", "Whenever it happens" if gauge.kind == "days_since" else choice(gauge.every, "every")
        yield "Which way is better", choice(gauge.better, "better")
        yield "Aimed for", _aim(gauge)
        yield (
            "Aimed for before",
            "; ".join(f"{one.goal or 'nothing'} since {self.day(one.since)}" for one in gauge.targets[:-1]),
        )

    def day(self, moment: int) -> str:
        return time_words.short(clock.day_of(moment, self.visit.house.plate.zone), self.looking.day)


_EVERY: dict[Every, str] = {"day": "day", "week": "week", "month": "month"}
_HAPPENED = {
    "rounds": "Rounds held",
    "barrier": "A barrier was removed",
    "change": "A change began",
    "unit": "The unit changed",
}


def _lie(run: Run) -> str:
    return {
        "above": "lie above the median",
        "below": "lie below the median",
        "rising": "rise",
        "falling": "fall",
    }[run.way]


def _judged(gauge: Gauge, run: Run) -> str:
    higher = run.way in ("above", "rising")
    return "a change for the better" if higher == (gauge.better == "higher") else "a change for the worse"


def _aim(gauge: Gauge) -> str:
    if gauge.goal is None:
        return ""
    return f"{gauge.goal} or {'more' if gauge.better == 'higher' else 'fewer'}"


def _reached(gauge: Gauge, chart: Chart) -> str:
    """Whether the latest value is what is aimed for; "" where nothing is, or nothing was entered."""
    last = Fraction(chart.since) if chart.since is not None else chart.points[-1].number if chart.points else None
    if gauge.goal is None or last is None:
        return ""
    goal = Fraction(gauge.goal)
    there = last >= goal if gauge.better == "higher" else last <= goal
    return f"aimed for: {_aim(gauge)}, {'reached' if there else 'not reached yet'}"


def _plain(number: Fraction | str | None) -> float | None:
    return None if number is None else float(Fraction(number))
