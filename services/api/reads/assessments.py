"""How far leaders say units, and the hospital, have come."""

from flask import Response
from msgspec import Struct

from services import ratings
from services.api.fields import Line
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes import assessment as shapes
from services.api.shapes.assessment import Assessment
from services.api.shapes.words import Position


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
    units = [stint.row.slug for stint in seen.look.units() if asked in (None, stint.row.slug)]
    found = [one for one in seen.look.self_assessments(units) if seen.sees(one.stream)]
    some, cursor = seen.part(found)
    words = seen.words(*some)
    open_ = ("opened", "published")
    told = tuple(
        shapes.assessment(one, ratings.opened(seen.house, one.stream) if one.row.state in open_ else {}, words)
        for one in some
    )
    return shown(Assessments(seen.at, told, cursor), seen.at)


READS = (Read(id="assessments", path="/assessments", shape=Assessments, ask=assessments, query=OfUnit),)
