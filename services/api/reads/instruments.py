"""What can be asked, and by which rules it is scored."""

from flask import Response
from msgspec import Struct

from services import instruments as here
from services.api.reading import AtAMoment, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.instrument import Instrument, instrument
from services.api.shapes.words import Position


class Instruments(Struct, frozen=True):
    """By name, the newest version of each."""

    at: Position
    instruments: tuple[Instrument, ...]


def instruments(seen: Reading) -> Response:
    """Instruments of the house and of the hospital, each with its licence, its source and its technical note."""
    seen.must("instruments", "read.own", None)
    found = here.shelf(seen.house).values()
    told = tuple(instrument(one, own=here.is_own(seen.house, one)) for one in found)
    return shown(Instruments(seen.at, told), seen.at)


READS = (Read(id="instruments", path="/instruments", shape=Instruments, ask=instruments, query=AtAMoment),)
