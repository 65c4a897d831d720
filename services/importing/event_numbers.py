"""Numbers of the hospital's event system, brought back: our number of a concern beside the number it has there.

The same file twice adds nothing. What cannot be taken is given back with what to do, and nothing of it runs as a formula.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from typing import IO
from uuid import uuid4

import msgspec
from msgspec import Struct

from services import sentences
from services.clerk.access import Actor
from services.clerk.reception import Call
from services.house import House
from services.importing import small_sheet
from services.tracking_sheet.rejects import MARK, inert
from workflows.concern.commands import LinkEvent
from workflows.concern.events import Raised
from workflows.kernel.grammar import Refused, Via
from workflows.kernel.ids import is_id

OURS = ("our number", "concern", "number", "code")
THEIRS = ("event number", "event", "their number")
_NUMBER = re.compile(r"#?([0-9]{1,12})", re.ASCII)

COLUMNS = "The first row names two columns: Our number, and Event number. Add it and bring the file again."
NOT_OURS = "There is no such concern here. Give our number, such as #118, as the page of the concern shows it."
NOT_THEIRS = (
    "This is no number of an event system. Give letters, figures, hyphens and points, with a figure, such as E-118."
)


class Wrong(Struct, frozen=True):
    """A row that could not be taken: its line in the file, what it says, what to do."""

    line: int
    ours: str
    theirs: str
    todo: str


class Brought(Struct, frozen=True):
    """What came of a file: numbers noted, numbers that were there already, rows to put right."""

    noted: int
    known: int
    wrong: tuple[Wrong, ...]


def bring(house: House, actor: Actor, via: Via, file: bytes) -> Brought:
    """Unreadable, with a sentence, for what is no such file."""
    noted = known = 0
    wrong: list[Wrong] = []
    for line, ours, theirs in _rows(file):
        outcome = _link(house, actor, via, ours, theirs)
        if outcome is None:
            known += 1
        elif outcome == "":
            noted += 1
        else:
            wrong.append(Wrong(line, ours, theirs, outcome))
    return Brought(noted, known, tuple(wrong))


def write_wrong(stream: IO[str], wrong: Iterable[Wrong]) -> None:
    """Rows to put right, as a file that can be brought again; UTF-8 with newline=''."""
    stream.write(MARK)
    writer = csv.writer(stream)
    writer.writerow(("Our number", "Event number", "Line", "What to do"))
    for one in wrong:
        writer.writerow(inert((one.ours, one.theirs, str(one.line), one.todo)))


def _link(house: House, actor: Actor, via: Via, ours: str, theirs: str) -> str | None:
    """What to do about a row; "" where its number is noted now, None where it was noted before."""
    stream = _concern(house, ours)
    if stream is None or not house.rights.may(actor, "concern.link_event", _unit(house, stream), stream):
        return NOT_OURS
    try:
        command = msgspec.convert({"number": theirs}, LinkEvent)
    except msgspec.ValidationError:
        return NOT_THEIRS
    told = house.reception.ask(actor, command, Call(id=str(uuid4()), via=via), stream)
    if isinstance(told, Refused):
        return sentences.sentence(told)
    return "" if told.last else None


def _concern(house: House, ours: str) -> str | None:
    """The concern that is meant by our number or its id."""
    if is_id(ours, "concern"):
        return ours if house.clerk.memory.get(ours).version else None
    found = _NUMBER.fullmatch(ours)
    rows = house.ledger.rows(int(found[1]) - 1, 1) if found and int(found[1]) else []
    return next((house.clerk.mapper.fact(row).stream for row in rows if row[4] == Raised.NAME), None)


def _unit(house: House, stream: str) -> str | None:
    unit: str | None = house.waiting_room.state_of(stream).unit
    return unit


def _rows(file: bytes) -> Iterator[tuple[int, str, str]]:
    """Line, our number, theirs."""
    for line, (ours, theirs) in small_sheet.rows(file, (OURS, THEIRS), 2, COLUMNS):
        yield line, ours, theirs
