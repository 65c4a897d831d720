"""The rows of some units, as CSV that a spreadsheet opens and no formula runs in."""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import IO

from projections.lives import Stint
from projections.tracking_log import IssueRow
from services.clerk.access import Actor
from services.clerk.opening import Opening
from services.exporting.line import Line, Lines
from services.house import House
from services.importing.owners import role_of
from services.importing.words import vocabulary
from services.reader.views import Look
from services.tracking_sheet import headings
from services.tracking_sheet.rejects import MARK, inert
from services.tracking_sheet.said import read
from workflows.issue.events import Listed
from workflows.kernel.grammar import Fact, Ref
from workflows.trail import Note

TOGETHER = 500
"""Issues whose words are opened at once."""
SHELVES = ("open", "done", "closed")


def write(stream: IO[str], house: House, look: Look, actor: Actor, units: Collection[str]) -> int:
    """Writes headings and rows, the first listed first; says how many rows. It is on record before anything is written.
    UTF-8 with newline=''."""
    house.looks.note(actor, Note(how="exported", what="tracking_log"))
    columns = headings.headings(house.directory)
    titles = {role_of(title): title for title in vocabulary().executives.values()}
    lines = Lines(house, lambda stream: house.rights.sees(actor, stream), titles)
    stream.write(MARK)
    writer = csv.writer(stream)
    writer.writerow(inert(column.words for column in columns))
    count = 0
    for line in _lines(house, look, actor, units):
        writer.writerow(inert(headings.line(lines.cells(line), columns)))
        count += 1
    return count


def _lines(house: House, look: Look, actor: Actor, units: Collection[str]) -> Iterator[Line]:
    opening = Opening(house.rights, house.looks, house.waiting_room, actor)
    issues = (one for one in look.issues(units, SHELVES) if one.row.state != "unlisted")
    while some := list(islice(issues, TOGETHER)):
        told = house.clerk.memory.meet(one.stream for one in some)
        seen = [one for one in some if house.rights.sees(actor, one.stream)]
        listed = {one.stream: _listed(told[one.stream], one.row.matter.number) for one in seen}
        house.clerk.memory.meet(one.from_concern for one in listed.values() if one.from_concern)
        yield from _opened(house, opening, seen, listed)


def _opened(
    house: House, opening: Opening, some: Iterable[Stint[IssueRow]], listed: Mapping[str, Listed]
) -> Iterator[Line]:
    refs = [ref for stint in some for ref in _refs(stint.row, listed[stint.stream])]
    words = house.door.open(refs, opening)
    for stint in some:
        matter, event = stint.row.matter, listed[stint.stream]
        what, idea, needs = (
            words.get(ref, "") if ref else "" for ref in (matter.title, matter.suggestion, matter.needs)
        )
        kept = words.get(_sheet(stint.row)) if event.sheet else None
        yield Line(stint.row, event, what, idea, needs, read(kept) if kept else None)


def _listed(facts: Iterable[Fact], number: int) -> Listed:
    """How it came to be an issue: that fact is its number."""
    event = next(fact.event for fact in facts if fact.seq == number)
    assert isinstance(event, Listed)
    return event


def _refs(row: IssueRow, event: Listed) -> Iterator[Ref]:
    yield from (ref for ref in (row.matter.title, row.matter.suggestion, row.matter.needs) if ref)
    if event.sheet:
        yield _sheet(row)


def _sheet(row: IssueRow) -> Ref:
    return Ref(row.matter.number, "sheet")
