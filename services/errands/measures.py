"""Values of a measure, brought from the terminal."""

from pathlib import Path

from services.clerk.access import OPERATOR
from services.errands.errand import Answer, ImportMeasure
from services.errands.naming import NotFound, unit_called
from services.errands.seeing import Seen, seen
from services.house import House
from services.importing import measures
from services.importing.rejected import given_back
from services.wording.time_words import number_of
from workflows.kernel.ids import is_id


def bring(house: House, asked: ImportMeasure) -> Answer:
    """Rows to put right end in the file of rejects; nothing is lost."""
    with seen(house, None, None) as looking:
        measure = _called(looking, asked)
    brought = measures.bring(house, OPERATOR, "cli", measure, Path(asked.file).read_bytes())
    if brought.wrong:
        with Path(asked.rejects).open("w", encoding="utf-8", newline="") as file:
            measures.write_wrong(file, brought.wrong)
        house.looks.note(OPERATOR, given_back(len(brought.wrong)))
    said = f"{number_of(brought.entered, 'value')} entered, {brought.known} known already"
    put_right = f"; {number_of(len(brought.wrong), 'row')} to put right in {asked.rejects}" if brought.wrong else ""
    lines = (f"  line {one.line}: {one.todo}" for one in brought.wrong[:5])
    found = {"measure": measure, "entered": brought.entered, "known": brought.known, "wrong": len(brought.wrong)}
    return Answer((f"{said}{put_right}.", *lines), found)


def _called(looking: Seen, asked: ImportMeasure) -> str:
    """The id of a measure in use, by id or by what it is called. NotFound, with those there are, for none or several."""
    if is_id(asked.measure, "measure"):
        return asked.measure
    everywhere = ["", *looking.names.units]
    units = everywhere if asked.unit is None else [unit_called(looking.house, asked.unit)]
    found = looking.look.measures(units, ("active",))
    words = looking.words(one.row.title for one in found)
    wanted = [one for one in found if words(one.row.title).casefold() == asked.measure.casefold().strip()]
    if len(wanted) == 1:
        return wanted[0].stream
    there = ", ".join(f"{words(one.row.title)!r} ({looking.names.unit(one.row.unit or None)})" for one in found)
    if wanted:
        raise NotFound(f"{len(wanted)} measures are called {asked.measure!r}; say which with --unit.")
    raise NotFound(f"No measure is called {asked.measure!r}. There are: {there or 'none yet'}.")
