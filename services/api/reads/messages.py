"""Messages of those who lead: those for the caller's units and for everybody, with how much of them arrived."""

from flask import Response
from msgspec import Struct

from projections.messages import reach, read, readers
from services import clock
from services.api.fields import Line
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.message import Message, message
from services.api.shapes.part import Part, part
from services.api.shapes.words import Position


class Reached(Struct, frozen=True):
    """`month`: how many were sent in the month asked about; `read`: of all that could have been read back, what was."""

    month: int
    read: Part


class Messages(Struct, frozen=True):
    """The latest first; the figures speak of all that were asked for."""

    at: Position
    figures: Reached
    messages: tuple[Message, ...]
    next: str | None


class OfUnit(Paged):
    """Which messages."""

    unit = Line(metadata={"description": "Only those to this unit, and those to everybody."})


def messages(seen: Reading) -> Response:
    """Messages of those who lead, and how many read them back."""
    units = [stint.row for stint in seen.look.units()]
    asked = seen.query.get("unit")
    here = {"", asked} if asked is not None else {row.slug for row in units}
    everybody = readers(units)
    found = [one for one in seen.look.messages(sorted({"", *seen.units(asked)})) if seen.sees(one.stream)]
    zone = seen.house.plate.zone
    today = clock.day_of(seen.asked.until, zone)
    counted = (one.row for one in found if one.row.unit in here)
    figures = reach(counted, everybody, today, lambda moment: clock.day_of(moment, zone))
    some, cursor = seen.part(found)
    words = seen.words(*some)
    listed = tuple(
        message(one, read(one.row, everybody), words, sends=seen.may("message.send", one.row.note.unit)) for one in some
    )
    return shown(Messages(seen.at, Reached(figures.month, part(figures.read)), listed, cursor), seen.at)


READS = (Read(id="messages", path="/messages", shape=Messages, ask=messages, query=OfUnit),)
