"""What a unit learns and at which pace; the library of lessons; one of them with the units it was offered to; one's own
reflections."""

from collections.abc import Mapping
from typing import get_args

from flask import Response
from marshmallow import validate
from msgspec import Struct

from projections.factors import Factor, factors
from projections.learnings import READ
from services import clock
from services.api.fields import Line
from services.api.places import stream_of
from services.api.problems import unknown
from services.api.reading import AtAMoment, Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.reads.board import enter
from services.api.shapes.learning import Learning, Offered, Pace, learning, offered, pace
from services.api.shapes.words import Position
from workflows.learning.state import Way


class UnitLearnings(Struct, frozen=True):
    """The latest begun first. `pace` is null where the unit has not taken it up: nothing is owed there. `factors` speak of all
    that were asked for, what hindered most often first."""

    at: Position
    pace: Pace | None
    factors: tuple[Factor, ...]
    learnings: tuple[Learning, ...]
    next: str | None


class LearningShown(Struct, frozen=True):
    """A learning, and the units it was offered to."""

    at: Position
    learning: Learning
    offers: tuple[Offered, ...]


class Lessons(Struct, frozen=True):
    """What everybody here may read, the latest first; `factors` speak of all that were asked for."""

    at: Position
    factors: tuple[Factor, ...]
    lessons: tuple[Learning, ...]
    next: str | None


class Reflections(Struct, frozen=True):
    """What the caller wrote, opened up or not, the latest first."""

    at: Position
    reflections: tuple[Learning, ...]


class OnShelf(Paged):
    """Which of them."""

    shelf = Line(
        validate=validate.OneOf(READ),
        metadata={"description": "`open` is still looked at or tried, `library` may be read by everybody here."},
    )


class Wanted(Paged):
    """Which lessons."""

    unit = Line(metadata={"description": "Only those of this unit."})
    factor = Line(metadata={"description": "Only those in which this factor helped or hindered, by its key."})
    way = Line(validate=validate.OneOf(get_args(Way)), metadata={"description": "Only those somebody came to so."})


def of_unit(seen: Reading, slug: str) -> Response:
    """What a unit learns, and at which pace."""
    enter(seen, slug, "read.board")
    shelves = (seen.query["shelf"],) if "shelf" in seen.query else READ
    found = [one for one in seen.look.learnings([slug], shelves) if seen.sees(one.stream)]
    part, cursor = seen.part(found)
    words = seen.words(*part)
    kept = seen.look.paces([slug]).get(slug)
    day = clock.day_of(seen.asked.until, seen.house.plate.zone)
    going = pace(kept, day) if kept else None
    counted = factors((one.row for one in found), _factors(seen))
    return shown(UnitLearnings(seen.at, going, counted, tuple(learning(one, words) for one in part), cursor), seen.at)


def one(seen: Reading, stream: str) -> Response:
    """A learning, and what became of it."""
    known = seen.house.clerk.memory.get(stream_of("learning", stream))
    found = seen.look.learning(stream)
    if not known.version or found is None or not seen.sees(stream):
        raise unknown("learning")
    offers = seen.look.offered([stream])
    words = seen.words(found, *offers)
    return shown(LearningShown(seen.at, learning(found, words), offered(offers, words)), known.version)


def lessons(seen: Reading) -> Response:
    """The library of lessons."""
    seen.must("lessons", "read.lessons", None)
    unit, factor, way = (seen.query.get(name) for name in ("unit", "factor", "way"))
    found = [
        each
        for each in seen.look.library()
        if unit in (None, each.row.unit)
        and way in (None, each.row.way)
        and (factor is None or factor in (*each.row.lesson.helped, *each.row.lesson.hindered))
        and seen.sees(each.stream)
    ]
    part, cursor = seen.part(found)
    words = seen.words(*part)
    counted = factors((each.row for each in found), _factors(seen))
    return shown(Lessons(seen.at, counted, tuple(learning(each, words) for each in part), cursor), seen.at)


def _factors(seen: Reading) -> Mapping[str, str]:
    return seen.house.clerk.terms.now()[1].factors


def reflections(seen: Reading) -> Response:
    """What I wrote about how I lead."""
    seen.must("reflections", "read.own", None)
    written = seen.look.learnings([""], ("kept", "library"))
    mine = [each for each in written if each.row.lesson.author == seen.actor.id]
    words = seen.words(*mine)
    return shown(Reflections(seen.at, tuple(learning(each, words) for each in mine)), seen.at)


READS = (
    Read(
        id="units.learnings",
        path="/units/<string:unit>/learnings",
        shape=UnitLearnings,
        ask=of_unit,
        noun="unit",
        query=OnShelf,
    ),
    Read(id="learnings.one", path="/learnings/<string:learning>", shape=LearningShown, ask=one, noun="learning"),
    Read(id="lessons", path="/lessons", shape=Lessons, ask=lessons, query=Wanted),
    Read(id="reflections", path="/reflections", shape=Reflections, ask=reflections, query=AtAMoment),
)
