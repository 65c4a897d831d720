"""Grievances: those of all units the caller may read, and one with its letter."""

from flask import Response
from marshmallow import validate
from msgspec import Struct

from projections.grievances import SHELVES
from services.api.fields import Line
from services.api.places import stream_of
from services.api.problems import unknown
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.grievance import Grievance, grievance
from services.api.shapes.words import Position


class Grievances(Struct, frozen=True):
    """The one with the fewest days left first."""

    at: Position
    grievances: tuple[Grievance, ...]
    next: str | None


class GrievanceShown(Struct, frozen=True):
    """A grievance."""

    at: Position
    grievance: Grievance


class OnShelf(Paged):
    """Which grievances."""

    state = Line(validate=validate.OneOf(SHELVES), metadata={"description": "Only those that stand so."})


def grievances(seen: Reading) -> Response:
    """Complaints that were not settled on the spot, by days left."""
    units = [stint.row.slug for stint in seen.look.units() if seen.may("read.grievances", stint.row.slug or None)]
    shelves = (seen.query["state"],) if "state" in seen.query else SHELVES
    part, cursor = seen.part(seen.look.grievances(units, shelves))
    words = seen.words(*part)
    return shown(
        Grievances(seen.at, tuple(grievance(stint, words, seen.house.door.open_locked) for stint in part), cursor),
        seen.at,
    )


def a_grievance(seen: Reading, stream: str) -> Response:
    """A grievance with its letter."""
    known = seen.house.clerk.memory.get(stream_of("grievance", stream))
    if not known.version:
        raise unknown("grievance")
    seen.must("grievance", "read.grievances", known.state.unit, stream)
    found = seen.look.grievance(stream)
    if found is None:
        raise unknown("grievance")
    return shown(
        GrievanceShown(seen.at, grievance(found, seen.words(found), seen.house.door.open_locked)), known.version
    )


READS = (
    Read(id="grievances", path="/grievances", shape=Grievances, ask=grievances, query=OnShelf),
    Read(
        id="grievances.one",
        path="/grievances/<string:grievance>",
        shape=GrievanceShown,
        ask=a_grievance,
        noun="grievance",
    ),
)
