"""Values of a measure from a sheet: one row for each day, week or month. The same file twice adds nothing; a value that stands
there already with another number is not overwritten but given back, as is everything that cannot be taken, with what to do."""

import csv
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import IO
from uuid import uuid4

from msgspec import Struct

from services import sentences
from services.clerk.access import Actor
from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.bulk import Bulk
from services.clerk.reception import Call
from services.house import House
from services.importing import small_sheet
from services.tracking_sheet.rejects import MARK, inert
from workflows.kernel.grammar import By, Refused, Via, refused
from workflows.kernel.periods import kind_of
from workflows.measure.commands import Record

WHEN = ("for", "when", "period", "month", "week", "day", "date")
COUNT = ("how many", "count", "value", "numerator", "number")
OF = ("out of", "of", "denominator", "patient days")
HEAD = ("For", "How many", "Out of")
COLUMNS = "The first row names the columns: For, How many and, for a rate, Out of. Add it and bring the file again."
DIGITS = 9
MONTHS = ("%b-%y", "%b %Y", "%B %Y")
"""How spreadsheets write a month of their own accord: Mar-25."""

NO_TIME = "This is no day, week or month. Write 2025-03-14, 2025-W11 or 2025-03."
NO_NUMBER = "This is no whole number. Write it in figures, such as 12."


Enter = Callable[[str, Record], bool | str]
"""Takes a value into a measure: whether it is new there, or what to do about its row."""


class Wrong(Struct, frozen=True):
    """A row that could not be taken: its line in the file, what it says, what to do."""

    line: int
    cells: tuple[str, ...]
    todo: str


class Brought(Struct, frozen=True):
    """What came of a file: values entered, values that were there already, rows to put right."""

    entered: int
    known: int
    wrong: tuple[Wrong, ...]


def bring(house: House, actor: Actor, via: Via, measure: str, file: bytes) -> Brought:
    """Into a measure that is there. Unreadable, with a sentence, for what is no such file."""
    entered = known = 0
    wrong: list[Wrong] = []
    enter = entering(house, actor, via)
    for line, (when, count, of) in small_sheet.rows(file, (WHEN, COUNT, OF), 1, COLUMNS):
        command = read(when, count, of)
        outcome = command if isinstance(command, str) else enter(measure, command)
        if isinstance(outcome, str):
            wrong.append(Wrong(line, (when, count, of), outcome))
        else:
            entered, known = entered + outcome, known + (not outcome)
    return Brought(entered, known, tuple(wrong))


def write_wrong(stream: IO[str], wrong: Iterable[Wrong], head: Sequence[str] = HEAD) -> None:
    """Rows to put right, as a file that can be brought again; UTF-8 with newline=''."""
    stream.write(MARK)
    writer = csv.writer(stream)
    writer.writerow((*head, "Line", "What to do"))
    for one in wrong:
        writer.writerow(inert((*one.cells, str(one.line), one.todo)))


def entering(house: House, actor: Actor, via: Via) -> Enter:
    """Values go into their measures, one after the other."""

    def enter(measure: str, command: Record) -> bool | str:
        return _said(house.reception.ask(actor, command, Call(id=str(uuid4()), via=via), measure))

    return enter


def rehearsing(house: House, actor: Actor, via: Via) -> Enter:
    """The same without a trace: every value is decided, over those before it, and none is stored."""
    bulk = Bulk(house.clerk, dry=True)

    def enter(measure: str, command: Record) -> bool | str:
        unit = bulk.state(measure).unit
        if not house.rights.may(actor, Record.VERB, unit, measure):
            return _said(refused("forbidden"))
        circumstances = Circumstances(by=By(actor.kind, actor.id), via=via, roles=actor.here(unit))
        return _said(bulk.give(Asked(command, measure, str(uuid4()), circumstances), fresh=True))

    return enter


def _said(told: Told | Refused) -> bool | str:
    return sentences.sentence(told) if isinstance(told, Refused) else bool(told.last)


def read(when: str, count: str, of: str) -> Record | str:
    """A row as a value; or what to do about it."""
    period = _period(when)
    if period is None:
        return NO_TIME
    try:
        return Record(period=period, count=_number(count), of=_number(of))
    except ValueError:
        return NO_NUMBER


def _period(said: str) -> str | None:
    if kind_of(said) is not None:
        return said
    for pattern in MONTHS:
        try:
            return f"{datetime.strptime(said, pattern):%Y-%m}"  # noqa: DTZ007 - a month, in no zone
        except ValueError:
            continue
    return None


def _number(said: str) -> int | None:
    """None for an empty cell; ValueError for what is no number."""
    plain = said.replace(",", "").removesuffix(".0")
    if plain and not (plain.isascii() and plain.isdigit() and len(plain) <= DIGITS):
        raise ValueError(said)
    return int(plain) if plain else None
