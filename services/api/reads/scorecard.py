"""How the four responsibilities of leaders are carried, in the hospital or a unit: the weakest first, no average."""

from flask import Response
from msgspec import Struct

from projections.units import HOSPITAL
from services import clock
from services.api.reading import AtAMoment, Reading, shown
from services.api.reads.asking import Read
from services.api.reads.board import enter
from services.api.shapes import scorecard as shapes
from services.api.shapes.scorecard import Goal, Responsibility
from services.api.shapes.words import Position
from services.reader.quarters import Looking, card


class Scorecard(Struct, frozen=True):
    """The last four quarters of each; what is met least often first."""

    at: Position
    responsibilities: tuple[Responsibility, ...]
    goals: tuple[Goal, ...]


def of_hospital(seen: Reading) -> Response:
    """The scorecard of the hospital."""
    seen.must("scorecard", "read.figures", None)
    return _shown(seen, HOSPITAL)


def of_unit(seen: Reading, slug: str) -> Response:
    """The scorecard of a unit; what is counted in the whole hospital alone is empty."""
    enter(seen, slug, "read.board")
    return _shown(seen, slug)


def _shown(seen: Reading, unit: str) -> Response:
    zone = seen.house.plate.zone
    asked = Looking(
        today=clock.day_of(seen.asked.until, zone),
        terms=seen.house.clerk.terms.now()[1].of(unit or None),
        day_of=lambda moment: clock.day_of(moment, zone),
        reads_respect=seen.may("read.respect", None),
    )
    found = card(seen.look, unit, asked)
    goals = [one for one in found.goals if seen.sees(one.goal.stream)]
    words = seen.words(*(one.goal for one in goals))
    told = tuple(shapes.responsibility(one) for one in found.carried)
    return shown(Scorecard(seen.at, told, tuple(shapes.goal(one, words) for one in goals)), seen.at)


READS = (
    Read(id="scorecard", path="/scorecard", shape=Scorecard, ask=of_hospital, query=AtAMoment),
    Read(
        id="units.scorecard",
        path="/units/<string:unit>/scorecard",
        shape=Scorecard,
        ask=of_unit,
        noun="unit",
        query=AtAMoment,
    ),
)
