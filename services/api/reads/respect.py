"""Respect incidents, for those who may read them; and what became of those one reported oneself."""

from flask import Response
from marshmallow import validate
from msgspec import Struct

from projections.respect import SHELVES
from projections.swiftness import Swiftness, swiftness
from services import clock
from services.api.fields import Line
from services.api.places import stream_of
from services.api.problems import unknown
from services.api.reading import AtAMoment, Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.respect import Incident, Report, incident, report
from services.api.shapes.words import Position
from workflows.respect.hearing_back import heard_back
from workflows.respect.state import Known


class OnShelf(Paged):
    """Which incidents are asked for."""

    shelf = Line(
        validate=validate.OneOf(SHELVES),
        metadata={"description": "`open` waits for a step, `addressed` for being closed, `ended` for nothing."},
    )


class Incidents(Struct, frozen=True):
    """Those the caller may read today, what has stood so the longest first."""

    at: Position
    incidents: tuple[Incident, ...]
    next: str | None


class Swift(Struct, frozen=True):
    """`days` is how long half of them waited at most, those who still wait counted as waiting. `tiers` is null where too few
    incidents were weighed to say it of them."""

    at: Position
    figures: Swiftness


class IncidentShown(Struct, frozen=True):
    """A respect incident."""

    at: Position
    incident: Incident


class Reports(Struct, frozen=True):
    """What the caller reported, as far as a reporter hears of it; as it stands now."""

    at: Position
    reports: tuple[Report, ...]


def incidents(seen: Reading) -> Response:
    """Respect incidents."""
    shelves = (seen.query["shelf"],) if "shelf" in seen.query else SHELVES
    found = [stint for stint in seen.look.incidents(shelves) if seen.may("read.respect", None, stint.stream)]
    part, cursor = seen.part(found)
    words = seen.words(*part)
    return shown(Incidents(seen.at, tuple(incident(one, words) for one in part), cursor), seen.at)


def figures(seen: Reading) -> Response:
    """How swiftly disrespect is answered, among the incidents the caller may read."""
    found = [stint.row for stint in seen.look.incidents() if seen.may("read.respect", None, stint.stream)]
    zone = seen.house.plate.zone
    today = clock.day_of(seen.asked.until, zone)
    said = swiftness(found, today, lambda moment: clock.day_of(moment, zone))
    return shown(Swift(seen.at, said), seen.at)


def an_incident(seen: Reading, stream: str) -> Response:
    """A respect incident."""
    seen.must("respect", "read.respect", None, stream_of("respect", stream))
    found = seen.look.reported([stream])
    if not found:
        raise unknown("respect")
    words = seen.words(found[0])
    version = seen.house.clerk.memory.get(stream).version
    return shown(IncidentShown(seen.at, incident(found[0], words)), version)


def reports(seen: Reading) -> Response:
    """What became of the incidents I reported."""
    streams = seen.house.people.voices_of(seen.actor.id or "") if seen.may("read.own", None) else ()
    states = ((stream, seen.house.waiting_room.state_of(stream)) for stream in streams)
    mine = [(stream, state.incident.what, heard_back(state)) for stream, state in states if isinstance(state, Known)]
    words = seen.opened([ref for _, what, heard in mine for ref in (what, heard.answer) if ref is not None])
    return shown(Reports(seen.at, tuple(report(one, words(what), heard, words) for one, what, heard in mine)), seen.at)


READS = (
    Read(id="incidents", path="/incidents", shape=Incidents, ask=incidents, query=OnShelf),
    Read(id="incidents.figures", path="/incidents/figures", shape=Swift, ask=figures, query=AtAMoment),
    Read(id="incidents.one", path="/incidents/<string:respect>", shape=IncidentShown, ask=an_incident, noun="respect"),
    Read(id="reports", path="/reports", shape=Reports, ask=reports, query=AtAMoment),
)
