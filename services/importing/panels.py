"""Values of several measures of several units from one sheet: each row names its unit and its measure. As with the sheet of one
measure, the same file twice adds nothing, no value is overwritten, and what cannot be taken is given back with what to do."""

import csv
from collections.abc import Sequence
from typing import IO

from msgspec import Struct

from services.clerk.access import Actor
from services.clerk.opening import Opening
from services.house import House
from services.importing import small_sheet
from services.importing.measures import COUNT, OF, WHEN, Brought, Wrong, entering, read, rehearsing, write_wrong
from services.tracking_sheet.rejects import MARK, inert
from workflows.kernel.grammar import Via
from workflows.measure.commands import Record

UNIT = ("unit", "ward", "department", "where")
MEASURE = ("measure", "what", "metric", "indicator")
HEAD = ("Unit", "Measure", "For", "How many", "Out of")
COLUMNS = (
    "The first row names the columns: Unit, Measure, For, How many and, for rates, Out of. Add them and bring the file "
    "again."
)
HOSPITAL = ("", "hospital", "the hospital", "whole hospital")
"""How a row says that it is of no unit."""


class Place(Struct, frozen=True):
    """A measure that somebody may enter values of: its stream, its unit ("" for the hospital) and what both are called."""

    stream: str
    unit: str
    where: str
    title: str


def places(house: House, actor: Actor) -> tuple[Place, ...]:
    """The measures in use whose values the actor may enter, unit by unit."""
    streams = house.ledger.streams("unit")
    names = {"": house.plate.name} | {
        stream.removeprefix("unit-"): house.clerk.memory.get(stream).state.name for stream in streams
    }
    mine = [slug for slug in names if house.rights.may(actor, Record.VERB, slug or None)]
    house.reader.fresh(house.ledger.head()[0])
    with house.views.look(behind=actor.behind | house.rights.apart(actor)) as look:
        found = look.measures(mine, ("active",))
    opening = Opening(house.rights, house.looks, house.waiting_room, actor)
    words = house.door.open([one.row.gauge.title for one in found], opening)
    return tuple(
        Place(one.stream, one.row.unit, names[one.row.unit], words.get(one.row.gauge.title, "")) for one in found
    )


def bring(house: House, actor: Actor, via: Via, file: bytes, *, dry: bool = False) -> Brought:
    """Into the measures that are there; a `dry` one says what would happen. Unreadable, with a sentence, for no such file."""
    known = _Known(places(house, actor))
    enter = (rehearsing if dry else entering)(house, actor, via)
    entered = before = 0
    wrong: list[Wrong] = []
    for line, (unit, measure, when, count, of) in small_sheet.rows(file, (UNIT, MEASURE, WHEN, COUNT, OF), 3, COLUMNS):
        place, command = known.called(unit, measure), read(when, count, of)
        if isinstance(place, str):
            outcome: bool | str = place
        else:
            outcome = command if isinstance(command, str) else enter(place.stream, command)
        if isinstance(outcome, str):
            wrong.append(Wrong(line, (unit, measure, when, count, of), outcome))
        else:
            entered, before = entered + outcome, before + (not outcome)
    return Brought(entered, before, tuple(wrong))


def write_back(stream: IO[str], wrong: Sequence[Wrong]) -> None:
    """Rows to put right, as a file that can be brought again; UTF-8 with newline=''."""
    write_wrong(stream, wrong, HEAD)


def write_form(stream: IO[str], found: Sequence[Place]) -> None:
    """A sheet to fill in: a line for each of these measures."""
    stream.write(MARK)
    writer = csv.writer(stream)
    writer.writerow(HEAD)
    for one in found:
        writer.writerow(inert((one.where if one.unit else "", one.title)))


class _Known:
    """Measures by what a row calls them."""

    def __init__(self, found: Sequence[Place]) -> None:
        self._units = {name.casefold(): one.unit for one in found for name in (one.unit, one.where)}
        self._by_name: dict[tuple[str, str], list[Place]] = {}
        for one in found:
            self._by_name.setdefault((one.unit, one.title.casefold().strip()), []).append(one)

    def called(self, unit: str, measure: str) -> Place | str:
        """The measure a row means, or what to do about the row."""
        said = unit.casefold()
        slug = "" if said in HOSPITAL else self._units.get(said)
        found = [] if slug is None else self._by_name.get((slug, measure.casefold()), [])
        if len(found) == 1:
            return found[0]
        where = unit or "the hospital"
        if found:
            return f"{len(found)} measures of {where} are called so. Enter this value on the page of its measure."
        return f"You enter values of no measure called “{measure}” in {where}. Write both as the page of results shows them."
