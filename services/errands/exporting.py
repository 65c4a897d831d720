"""The tracking log given back as a sheet, at the terminal."""

from pathlib import Path

import msgspec

from services import whole_file
from services.clerk.access import OPERATOR
from services.errands.errand import Answer, ExportFigures, ExportLog, ExportTemplate, ExportTimeline
from services.errands.naming import unit_called
from services.errands.seeing import allowed, seen
from services.exporting import log
from services.exporting.figures import handed_on
from services.exporting.timeline import ocel, sheet, told
from services.house import House
from services.starting import template
from services.wording.time_words import number_of


def give_back(house: House, asked: ExportLog) -> Answer:
    """NotFound where there is no such unit."""
    only = unit_called(house, asked.unit) if asked.unit else None
    with seen(house, None, None, only) as now:
        units = [only] if only else list(now.names.units)
        for unit in units:
            allowed(house, "read.board", unit)
        with whole_file.beside(Path(asked.to)) as place, place.open("w", encoding="utf-8", newline="") as file:
            rows = log.write(file, house, now.look, OPERATOR, units)
    return Answer((f"{number_of(rows, 'row')} in {asked.to}.",), {"rows": rows, "file": asked.to})


def timeline_of(house: House, asked: ExportTimeline) -> Answer:
    """NotFound where there is no such unit."""
    unit = unit_called(house, asked.unit)
    allowed(house, "read.board", unit)
    house.reader.pull()
    found = told(house, OPERATOR, unit)
    whole_file.put(Path(asked.to), ocel.written(found) if asked.form == "ocel" else sheet.written(found))
    entries, things = len(found.entries), len(found.things)
    said = (
        f"{asked.to}: {number_of(entries, 'entry', 'entries')} about {number_of(things, 'thing')}, without names and words.",
        "Matters that are privileged or restricted are no part of it; some may be left out.",
    )
    return Answer(said, {"file": asked.to, "entries": entries, "things": things})


def template_of(house: House, asked: ExportTemplate) -> Answer:
    """Nobody who works here and nothing that was said is in it."""
    allowed(house, "read.hospital", None)
    made = template.of(house)
    whole_file.put(Path(asked.to), msgspec.json.format(msgspec.json.encode(made)) + b"\n")
    said = f"{asked.to}: {number_of(len(made.units), 'unit')}, {number_of(len(made.practices), 'practice')}."
    return Answer((said,), {"file": asked.to, "units": len(made.units), "practices": len(made.practices)})


def figures_of(house: House, asked: ExportFigures) -> Answer:
    """Over four quarters, of the hospital with all its units."""
    allowed(house, "read.figures", None)
    with seen(house, None, None) as now:
        handed = handed_on(house, now.look, now.day)
    whole_file.put(Path(asked.to), msgspec.json.format(msgspec.json.encode(handed)) + b"\n")
    return Answer((f"{asked.to}: {number_of(len(handed.figures), 'figure')}, counts alone.",), {"file": asked.to})
