"""What is attested, in a unit and in the whole hospital; one of it; and what there is to attest."""

from flask import Response
from marshmallow import validate
from msgspec import Struct

from projections.standards import SHELVES
from services.api.fields import Line
from services.api.places import stream_of
from services.api.problems import unknown
from services.api.reading import AtAMoment, Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.reads.board import enter
from services.api.shapes.standard import Catalogued, Standard, catalogued, standard
from services.api.shapes.words import Position
from workflows.standard.state import Standing


class Standards(Struct, frozen=True):
    """In the order they were first spoken of."""

    at: Position
    standards: tuple[Standard, ...]
    next: str | None


class StandardShown(Struct, frozen=True):
    """One of them."""

    at: Position
    standard: Standard


class Items(Struct, frozen=True):
    """What there is to attest today, by group."""

    at: Position
    items: tuple[Catalogued, ...]


class OnShelf(Paged):
    """Which of them."""

    state = Line(validate=validate.OneOf(SHELVES), metadata={"description": "Only those that stand so."})


def of_unit(seen: Reading, slug: str) -> Response:
    """What is in place in a unit, what is missing, what has lapsed."""
    enter(seen, slug, "read.board")
    return _listed(seen, slug)


def of_hospital(seen: Reading) -> Response:
    """What is attested of the whole hospital, and of people who lead in it."""
    seen.must("standards", "read.hospital", None)
    return _listed(seen, "")


def _listed(seen: Reading, place: str) -> Response:
    shelves = (seen.query["state"],) if "state" in seen.query else SHELVES
    found = [stint for stint in seen.look.standards(units=[place], shelves=shelves) if seen.sees(stint.stream)]
    part, cursor = seen.part(found)
    words = seen.words(*part)
    return shown(Standards(seen.at, tuple(standard(stint, words) for stint in part), cursor), seen.at)


def one(seen: Reading, stream: str) -> Response:
    """One thing that is attested or missing."""
    known = seen.house.clerk.memory.get(stream_of("standard", stream))
    found = seen.look.standard(stream)
    if not isinstance(known.state, Standing) or found is None or not seen.sees(stream):
        raise unknown("standard")
    return shown(StandardShown(seen.at, standard(found, seen.words(found))), known.version)


def items(seen: Reading) -> Response:
    """What there is to attest."""
    seen.must("standards", "read.own", None)
    house = seen.house.clerk.standards.now()[1]
    listed = (catalogued(key, house.items[key]) for group in house.groups for key in house.of_group(group))
    return shown(Items(seen.at, tuple(listed)), seen.at)


READS = (
    Read(
        id="units.standards",
        path="/units/<string:unit>/standards",
        shape=Standards,
        ask=of_unit,
        noun="unit",
        query=OnShelf,
    ),
    Read(id="standards", path="/standards", shape=Standards, ask=of_hospital, query=OnShelf),
    Read(id="standards.items", path="/standards/items", shape=Items, ask=items, query=AtAMoment),
    Read(
        id="standards.one",
        path="/standards/<string:standard>",
        shape=StandardShown,
        ask=one,
        noun="standard",
    ),
)
