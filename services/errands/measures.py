"""Values of measures, brought from the terminal."""

from collections.abc import Sequence
from pathlib import Path

from services.clerk.access import OPERATOR
from services.errands.errand import Answer, ImportMeasure, ImportMeasures
from services.errands.naming import NotFound, unit_called
from services.errands.seeing import Seen, seen
from services.house import House
from services.importing import measures, panels
from services.importing.measures import Brought
from services.importing.rejected import given_back
from services.wording.time_words import number_of
from workflows.kernel.ids import is_id


def bring(house: House, asked: ImportMeasure) -> Answer:
    """Rows to put right end in the file of rejects; nothing is lost."""
    with seen(house, None, None) as looking:
        measure = _called(looking, asked)
    brought = measures.bring(house, OPERATOR, "cli", measure, Path(asked.file).read_bytes())
    return _told(house, brought, asked.rejects, measures.HEAD, measure=measure)


def bring_several(house: House, asked: ImportMeasures) -> Answer:
    """The same for a sheet whose rows name their unit and their measure; a dry one only says what would happen."""
    brought = panels.bring(house, OPERATOR, "cli", Path(asked.file).read_bytes(), dry=asked.dry)
    return _told(house, brought, asked.rejects, panels.HEAD, dry=asked.dry)


def _told(house: House, brought: Brought, rejects: str | None, head: Sequence[str], **found: str | bool) -> Answer:
    if brought.wrong and rejects is not None:
        with Path(rejects).open("w", encoding="utf-8", newline="") as file:
            measures.write_wrong(file, brought.wrong, head)
        house.looks.note(OPERATOR, given_back(len(brought.wrong)))
    would = "would be entered" if found.get("dry") else "entered"
    said = f"{number_of(brought.entered, 'value')} {would}, {brought.known} known already"
    where = f" in {rejects}" if rejects is not None else ""
    put_right = f"; {number_of(len(brought.wrong), 'row')} to put right{where}" if brought.wrong else ""
    lines = (f"  line {one.line}: {one.todo}" for one in brought.wrong[:5])
    counts = {"entered": brought.entered, "known": brought.known, "wrong": len(brought.wrong)}
    return Answer((f"{said}{put_right}.", *lines), found | counts)


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
