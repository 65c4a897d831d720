"""Decisions on record: those of all units the caller may read, with figures over them; and one."""

from flask import Response
from marshmallow import validate
from msgspec import Struct

from projections.decisions import SHELVES
from projections.weighed import weighed
from services import clock
from services.api.fields import Line
from services.api.places import stream_of
from services.api.problems import unknown
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes import decision as shapes
from services.api.shapes.decision import Decision, Weighed
from services.api.shapes.words import Position


class Decisions(Struct, frozen=True):
    """The latest first; the figures speak of all that were asked for, not of this part alone."""

    at: Position
    figures: Weighed
    decisions: tuple[Decision, ...]
    next: str | None


class DecisionShown(Struct, frozen=True):
    """A decision."""

    at: Position
    decision: Decision


class OnShelf(Paged):
    """Which decisions."""

    state = Line(validate=validate.OneOf(SHELVES), metadata={"description": "Only those that stand so."})
    unit = Line(metadata={"description": "Only those of this unit."})


def decisions(seen: Reading) -> Response:
    """Decisions on record, and how well they are weighed."""
    asked = seen.query.get("unit")
    units = [stint.row.slug for stint in seen.look.units() if asked in (None, stint.row.slug)]
    mine = [slug for slug in units if seen.may("read.issue", slug or None)]
    shelves = (seen.query["state"],) if "state" in seen.query else SHELVES
    found = seen.look.decisions(mine, shelves)
    part, cursor = seen.part(found)
    words = seen.words(*part)
    zone = seen.house.plate.zone
    counted = weighed(
        (one.row for one in found), clock.day_of(seen.asked.until, zone), lambda moment: clock.day_of(moment, zone)
    )
    listed = tuple(shapes.decision(stint, words) for stint in part)
    return shown(Decisions(seen.at, shapes.weighed(counted), listed, cursor), seen.at)


def a_decision(seen: Reading, stream: str) -> Response:
    """A decision and what came of it."""
    known = seen.house.clerk.memory.get(stream_of("decision", stream))
    if not known.version:
        raise unknown("decision")
    seen.must("decision", "read.issue", known.state.unit, stream)
    found = seen.look.decision(stream)
    if found is None:
        raise unknown("decision")
    return shown(DecisionShown(seen.at, shapes.decision(found, seen.words(found))), known.version)


READS = (
    Read(id="decisions", path="/decisions", shape=Decisions, ask=decisions, query=OnShelf),
    Read(id="decisions.one", path="/decisions/<string:decision>", shape=DecisionShown, ask=a_decision, noun="decision"),
)
