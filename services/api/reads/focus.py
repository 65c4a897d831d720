"""What units, and the hospital, promised themselves for a quarter."""

from flask import Response
from msgspec import Struct

from projections.focus import done
from services.api.fields import Line
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes import focus as shapes
from services.api.shapes.focus import Focus
from services.api.shapes.part import Part, part
from services.api.shapes.words import Position


class Quarters(Struct, frozen=True):
    """The latest quarter first. `done`: of all that was to be done for the climate, what was."""

    at: Position
    done: Part
    quarters: tuple[Focus, ...]
    next: str | None


class OfUnit(Paged):
    """Which ones."""

    unit = Line(metadata={"description": "Only those of this unit."})


def quarters(seen: Reading) -> Response:
    """What was promised for a quarter, and what came of it."""
    asked = seen.query.get("unit")
    mine = [slug for slug in seen.units(asked) if seen.may("read.issue", slug or None)]
    found = seen.look.quarters(mine)
    some, cursor = seen.part(found)
    words = seen.words(*some)
    counted = part(done(one.row for one in found if asked in (None, one.row.unit)))
    return shown(Quarters(seen.at, counted, tuple(shapes.focus(one, words) for one in some), cursor), seen.at)


READS = (Read(id="quarters", path="/quarters", shape=Quarters, ask=quarters, query=OfUnit),)
