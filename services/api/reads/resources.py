"""Where help is found, and whom to ask."""

from flask import Response
from msgspec import Struct

from services import shelf
from services.api.reading import AtAMoment, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.standard import Standard, standard
from services.api.shapes.words import Position
from services.shelf import CONTACT, RESOURCE, Resource


class Resources(Struct, frozen=True):
    """`shelf`: what every hospital finds. `own`: what this one added; `contacts`: whom one can ask (`owner`)."""

    at: Position
    shelf: tuple[Resource, ...]
    own: tuple[Standard, ...]
    contacts: tuple[Standard, ...]


def resources(seen: Reading) -> Response:
    """Links that help, and people to ask."""
    seen.must("resources", "read.own", None)
    rows = seen.look.standards(items=(RESOURCE, CONTACT), shelves=("in_place",))
    words = seen.words(*rows)
    own, contacts = (
        tuple(standard(one, words) for one in rows if one.row.item == item) for item in (RESOURCE, CONTACT)
    )
    return shown(Resources(seen.at, shelf.resources(), own, contacts), seen.at)


READS = (Read(id="resources", path="/resources", shape=Resources, ask=resources, query=AtAMoment),)
