"""How far leaders say units, and the hospital, have come."""

from flask import Response
from msgspec import Struct

from projections.lives import Stint
from projections.self_assessments import AssessmentRow
from services import clock, ratings
from services.api.fields import Line
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes import assessment as shapes
from services.api.shapes.assessment import Assessment
from services.api.shapes.words import Position, Words
from services.reader import position as ledger


class Assessments(Struct, frozen=True):
    """The latest opened first."""

    at: Position
    assessments: tuple[Assessment, ...]
    next: str | None


class OfUnit(Paged):
    """Which ones."""

    unit = Line(metadata={"description": "Only those of this unit."})


def assessments(seen: Reading) -> Response:
    """Self-assessments: sealed, being agreed, published or taken back."""
    asked = seen.query.get("unit")
    found = [one for one in seen.look.self_assessments(seen.units(asked)) if seen.sees(one.stream)]
    some, cursor = seen.part(found)
    words = seen.words(*some)
    return shown(Assessments(seen.at, tuple(_told(seen, one, words) for one in some), cursor), seen.at)


def _told(seen: Reading, one: Stint[AssessmentRow], words: Words) -> Assessment:
    """What was said, and what is on record beside it, once the ratings are open."""
    if one.row.state not in ("opened", "published"):
        return shapes.assessment(one, {}, {}, words)
    asked = ratings.Asked(
        at=ledger.Position(seen.asked.seq),
        on=seen.asked.on,
        day=clock.day_of(seen.asked.until, seen.house.plate.zone),
        behind=seen.actor.behind,
        reads_respect=seen.may("read.respect", None),
    )
    said, figures = ratings.opened(seen.house, one.stream), ratings.beside(seen.house, one, asked)
    return shapes.assessment(one, said, figures, words)


READS = (Read(id="assessments", path="/assessments", shape=Assessments, ask=assessments, query=OfUnit),)
