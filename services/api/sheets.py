"""Values of a measure as a sheet: each row is the command `measure.record` that a person would give, so the same sheet twice
adds nothing, and what cannot be taken is given back with what to do."""

import msgspec
from flask import Response
from msgspec import Struct

from services.api import callers, documented, places
from services.api.declared import Declared
from services.api.fields import Words
from services.api.problems import declined, faulty, unknown
from services.api.seams import Doc, Room, View
from services.house import House
from services.importing import measures
from services.tracking_sheet.row import Unreadable
from workflows.kernel.grammar import refused

PATH = "/measures/<string:measure>/values"


class Rejected(Struct, frozen=True):
    """A row that could not be taken: its line in the sheet, and what to do."""

    line: int
    todo: str


class SheetTaken(Struct, frozen=True):
    """What came of a sheet: values entered, values that were there already, rows to put right."""

    entered: int
    known: int
    wrong: tuple[Rejected, ...]


class Sheet(Declared):
    """A sheet of values."""

    csv = Words(
        required=True,
        metadata={
            "title": "Which values?",
            "description": "CSV; the first row names the columns: For, How many and, for a rate, Out of.",
        },
    )


def room(house: House) -> Room:
    sheets = Room("values", "Values of a measure, many at once.", places.ROOT)
    sheets.before_request(callers.porter(house, cookies=False))
    sheets.operation("POST", PATH, _bring(house), _BRING, sent=Sheet, parameters=[places.parameter("measure")])
    return sheets


def _bring(house: House) -> View:
    def bring(sent: dict[str, str], measure: str) -> Response:
        """Enter values of a measure from a sheet."""
        actor, stream = callers.asker(), places.stream_of("measure", measure)
        known = house.clerk.memory.get(stream)
        if not known.version or not house.rights.sees(actor, stream):
            raise unknown("measure")
        if not house.rights.may(actor, "measure.record", known.state.unit, stream):
            raise declined(refused("forbidden"))
        try:
            brought = measures.bring(house, actor, "api", stream, sent["csv"].encode())
        except Unreadable as error:
            raise faulty("body", {"csv": [str(error)]}) from error
        taken = SheetTaken(brought.entered, brought.known, tuple(Rejected(one.line, one.todo) for one in brought.wrong))
        return Response(msgspec.json.encode(taken), mimetype="application/json")

    return bring


_BRING: Doc = {
    "operationId": "measures.values",
    "tags": ["measures"],
    "security": [{"bearer": []}],
    "responses": {
        "200": documented.answer(SheetTaken, "What came of it."),
        **documented.errors((400, 401, 403, 404, 413, 415, 422, 503)),
    },
}
