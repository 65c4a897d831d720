"""How a read declares itself: its address, its shape, and the function that answers it."""

from collections.abc import Callable
from typing import Any

from flask import Response
from marshmallow import Schema
from msgspec import Struct

from services.api import documented
from services.api.places import parameter, stream_of
from services.api.reading import AtAMoment, reading
from services.api.seams import Room, View
from services.house import House


class Read(Struct, frozen=True, kw_only=True):
    """`path` has at most one id in it, `<string:noun>`; `ask(reading, id)` answers, its docstring is the summary."""

    id: str
    path: str
    shape: type[Struct]
    ask: Callable[..., Response]
    noun: str | None = None
    query: type[Schema] = AtAMoment


def add(room: Room, house: House, read: Read) -> None:
    statuses = documented.READ if read.noun else documented.LIST
    headers = {**documented.ETAG, **documented.LINK} if "next" in read.shape.__struct_fields__ else documented.ETAG
    shown = documented.answer(read.shape, "As it stands at the moment asked about.", headers)
    doc = {
        "operationId": read.id,
        "tags": [read.path.split("/")[1]],
        "security": [{"bearer": []}, {"cookie": []}],
        "responses": {
            "200": shown,
            "304": {"description": "It is as If-None-Match says."},
            **documented.errors(statuses),
        },
    }
    parameters = [parameter(read.noun)] if read.noun else []
    room.operation("GET", read.path, _view(house, read), doc, query=read.query, parameters=parameters)


def _view(house: House, read: Read) -> View:
    def look(query: dict[str, Any], **address: str) -> Response:
        with reading(house, query, _unit(house, read, query, *address.values())) as seen:
            return read.ask(seen, *address.values())

    look.__doc__ = read.ask.__doc__
    return look


def _unit(house: House, read: Read, query: dict[str, Any], name: str = "") -> str | None:
    """The unit that is asked about, with which stand those it goes on from."""
    match read.noun:
        case "unit":
            return name
        case "rounds":
            unit: str | None = house.clerk.memory.get(stream_of("rounds", name)).state.unit
            return unit
        case _:
            return query.get("unit")
