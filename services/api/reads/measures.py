"""Measures of harm and process: those of a unit and of the hospital, what they show and when they were looked at; and one."""

from flask import Response
from msgspec import Struct

from services import clock
from services.api.places import stream_of
from services.api.problems import unknown
from services.api.reading import Reading, shown
from services.api.reads.asking import Read
from services.api.reads.board import enter
from services.api.shapes import measure as shapes
from services.api.shapes.measure import Goal, Happened, Measure, Panel
from services.api.shapes.words import Position
from services.reader import measuring
from services.reader.measuring import Results
from workflows.kernel.moments import Day, Moment
from workflows.kernel.months import days_of


class Measures(Struct, frozen=True, kw_only=True):
    """Those in use first. `marks` are what they may answer to; `goals` those of the charter, measured or not."""

    at: Position
    measures: tuple[Measure, ...]
    panel: Panel
    marks: tuple[Happened, ...]
    goals: tuple[Goal, ...]


class MeasureShown(Struct, frozen=True):
    """A measure."""

    at: Position
    measure: Measure


def of_unit(seen: Reading, slug: str) -> Response:
    """What a unit measures, what that shows, and when it was looked at."""
    enter(seen, slug, "read.board")
    return _listed(seen, slug)


def of_hospital(seen: Reading) -> Response:
    """What is measured of the whole hospital."""
    seen.must("measures", "read.hospital", None)
    return _listed(seen, "")


def a_measure(seen: Reading, stream: str) -> Response:
    """A measure, its values and what they show."""
    known = seen.house.clerk.memory.get(stream_of("measure", stream))
    if not known.version:
        raise unknown("measure")
    unit = known.state.unit
    seen.must("measure", "read.board" if unit else "read.hospital", unit, stream)
    found = next((one for one in _results(seen, unit or "").measures if one.measure.stream == stream), None)
    if found is None:
        raise unknown("measure")
    words = seen.words(found.measure, [row.value for row in found.rows])
    return shown(MeasureShown(seen.at, shapes.measure(found, words)), known.version)


def _listed(seen: Reading, place: str) -> Response:
    found = _results(seen, place)
    words = seen.words(
        [one.measure for one in found.measures],
        [row.value for one in found.measures for row in one.rows],
        found.panel,
    )
    last = found.panel.last if found.panel else None
    answer = Measures(
        at=seen.at,
        measures=tuple(shapes.measure(one, words) for one in found.measures),
        panel=shapes.panel(found.panel, days_of(_day_of(seen, last.at), _day(seen)) - 1 if last else None, words),
        marks=tuple(map(shapes.happened, found.marks)),
        goals=tuple(map(shapes.goal, found.goals)),
    )
    return shown(answer, seen.at)


def _results(seen: Reading, place: str) -> Results:
    return measuring.results(seen.look, place, _day(seen), lambda moment: _day_of(seen, moment), seen.sees)


def _day(seen: Reading) -> Day:
    return _day_of(seen, seen.asked.until)


def _day_of(seen: Reading, moment: Moment) -> Day:
    return clock.day_of(moment, seen.house.plate.zone)


READS = (
    Read(id="units.measures", path="/units/<string:unit>/measures", shape=Measures, ask=of_unit, noun="unit"),
    Read(id="measures", path="/measures", shape=Measures, ask=of_hospital),
    Read(id="measures.one", path="/measures/<string:measure>", shape=MeasureShown, ask=a_measure, noun="measure"),
)
