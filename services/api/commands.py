"""One route for every command, read from its declaration: `POST /<noun>/<verb>` begins something, `POST /<noun>/<id>/<verb>`
acts on it. A new command is in the API, its schema and its documentation the moment it is declared.

The Idempotency-Key is the command's id: the same key again gives the first answer again. Units are addressed by their slug,
the hospital needs no address.
"""

from typing import Any, get_args

import msgspec
from flask import Response
from marshmallow import EXCLUDE, Schema, fields, validate

from services.api import callers, documented, etags, places
from services.api.declared import schema_of
from services.api.fields import Line, Occurrence
from services.api.giving import Receipt, given
from services.api.problems import faulty
from services.api.seams import Doc, Room, View
from services.clerk import sense
from services.clerk.reception import Call
from services.house import House
from workflows import lexicon
from workflows.kernel.grammar import Behalf, Command
from workflows.kernel.moments import Occurred


class Beginning(Schema):
    """The headers of a command that begins something."""

    class Meta:
        unknown = EXCLUDE

    key = fields.UUID(
        required=True,
        data_key="Idempotency-Key",
        metadata={"description": "A fresh UUID for each command; the same again for a retry."},
    )
    occurred = Occurrence(
        data_key="Occurred",
        validate=validate.Regexp(get_args(Occurred)[1].pattern),
        metadata={
            "description": "When it happened, if not now: `2025`, `2025-W03`, `2025-01`, `2025-01-17`, or a time."
        },
    )
    behalf = Line(
        data_key="On-Behalf-Of",
        validate=validate.Regexp(get_args(Behalf)[1].pattern),
        metadata={"description": "For whom it is given, by phone or on paper: the id of a holder or a voice."},
    )


class Acting(Beginning):
    """The headers of a command that acts on something."""

    match = Line(
        data_key="If-Match", metadata={"description": "An ETag: refused with 412 if the version has moved on."}
    )


def room(house: House) -> Room:
    """Every command of the lexicon."""
    commands = Room("commands", "What can be asked for.", places.ROOT)
    commands.before_request(callers.porter(house, cookies=False))
    for command in lexicon.COMMAND_TYPES.values():
        _add(commands, house, command)
    return commands


def _add(room: Room, house: House, command: type[Command]) -> None:
    noun, verb = command.VERB.split(".")
    begins = lexicon.begins(command)
    address, parameters = places.address_of(noun, begins)
    room.operation(
        "POST",
        "/".join(["", noun, *address, verb]),
        _view(house, command),
        _doc(command, begins),
        headers=Beginning if begins else Acting,
        sent=schema_of(command),
        parameters=parameters,
    )


def _view(house: House, command: type[Command]) -> View:
    noun = command.VERB.partition(".")[0]

    def give(headers: dict[str, Any], sent: dict[str, Any], **address: str) -> Response:
        to = None if lexicon.begins(command) else places.stream_of(noun, address.get(noun))
        call = Call(
            id=str(headers["key"]),
            via="api",
            occurred=_happened(house, headers.get("occurred")),
            behalf=headers.get("behalf"),
            expected=etags.expected() if to else None,
        )
        return given(house, _made(command, sent), call, to)

    give.__doc__ = command.__doc__
    return give


def _made(command: type[Command], sent: dict[str, Any]) -> Command:
    """The schema has looked already; what only the struct knows is said the same way."""
    try:
        return msgspec.convert(sent, command)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$.")
        raise faulty("body", {where.rstrip("`"): [what]}) from error


def _happened(house: House, occurred: str | None) -> str | None:
    if occurred is not None and not sense.has_come(occurred, house.now(), house.plate.zone):
        raise faulty("header", {"Occurred": ["That is still to come; leave it out, or say when it happened."]}, 400)
    return occurred


def _doc(command: type[Command], begins: bool) -> Doc:
    location = {"Location": {"schema": {"type": "string"}, "description": "Where it can be read."}}
    done = (
        {"201": documented.answer(Receipt, "It has begun.", {**documented.ETAG, **location})}
        if begins
        else {"200": documented.answer(Receipt, "Done, or nothing needed to be done.", documented.ETAG)}
    )
    failed = documented.errors(documented.CREATE if begins else documented.CHANGE)
    return {
        "operationId": command.VERB,
        "tags": [command.VERB.partition(".")[0]],
        "responses": {**done, **failed},
        "security": [{"bearer": []}],
    }
