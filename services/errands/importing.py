"""The tracking log they already have, brought in from the terminal; afterwards what it tells when it is read as a whole."""

import errno
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import to_builtins

from services.clerk.access import OPERATOR
from services.errands.errand import Answer, ImportLog, Say
from services.errands.naming import unit_called
from services.house import House
from services.importing import Answers, Import, Report
from services.importing.findings import Shared
from services.importing.rejected import given_back
from services.tracking_sheet.rejects import write_rejects
from services.tracking_sheet.row import Reject
from services.wording.time_words import number_of

EVERY = 0.5
"""Seconds between two lines about how far it is."""
SHOWN = 5
BAR = 30


def bring(house: House, asked: ImportLog, say: Say) -> Answer:
    """Unreadable, with a sentence, for what is no log. Bad rows end in the file of rejects; nothing is lost."""
    rejects = Path(asked.rejects) if asked.rejects else None
    if rejects:
        _writable(rejects)
    units = {alias: unit_called(house, unit) for alias, unit in asked.units}
    answers = Answers(dates=asked.dates, map=asked.map, units=units)
    report = Import(house, answers, dry=asked.dry, progress=_Paced(say)).run(asked.file)
    if rejects and report.rejects:
        with rejects.open("w", encoding="utf-8", newline="") as file:
            write_rejects(file, report.layout, report.rejects)
        if not asked.dry:
            house.looks.note(OPERATOR, given_back(len(report.rejects)))
    house.policies.pull()
    return Answer((*_did(report, asked), "", *_tells(report)), _found(report))


def _writable(rejects: Path) -> None:
    """Before anything enters: a row that must be put right is to have its place."""
    if not os.access(rejects.parent, os.W_OK):
        raise PermissionError(
            errno.EACCES, "Rejected rows cannot be written there; say another place with --rejects", str(rejects)
        )


class _Paced:
    """A bar that moves a few times a second at most."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._next = time.monotonic() + EVERY

    def __call__(self, done: int, rows: int) -> None:
        if rows and time.monotonic() >= self._next:
            self._next = time.monotonic() + EVERY
            full = min(BAR, BAR * done // rows)
            self._say(f"{'█' * full}{'░' * (BAR - full)} {done:,} of {rows:,} rows")


def _did(report: Report, asked: ImportLog) -> Iterator[str]:
    layout = report.layout
    where = f", sheet {layout.sheet!r}" if layout.sheet else ""
    yield f"{Path(asked.file).name}{where}: {number_of(layout.rows, 'row')}; the headings are in row {layout.header_row}."
    if layout.unmapped:
        yield f"Columns that are not imported: {', '.join(layout.unmapped)}."
    would = "would be" if report.dry else "were"
    known = report.rows - report.added
    before = (
        f", {report.moved_on:,} of {known:,} known before {'would move' if report.dry else 'moved'} on" if known else ""
    )
    yield f"{report.added:,} {would} added{before}; {number_of(report.commands, 'step')} in all."
    if report.held:
        yield f"{report.held:,} {would} held back, for a name in them or for what they tell; Set-up on the pages leads to them."
    if report.rejects:
        where = (
            f"correct them in {asked.rejects}, then import that file." if asked.rejects else "they will be kept apart."
        )
        yield f"{len(report.rejects):,} need to be put right; {where}"
        yield from _wrong(report.rejects)
    if report.two_ways:
        yield f"{report.two_ways:,} days can be read two ways: say --dates mdy or --dates dmy and import again."
    for called, rows in report.strange_units.items():
        yield f"{called!r} ({number_of(rows, 'row')}) is no unit here: open it, or say --unit '{called}=UNIT'."
    if report.placeholders:
        yield (
            f"{number_of(len(report.placeholders), 'owner')} not in the directory, until people of the same name are added: "
            f"{_listed(report.placeholders)}."
        )


def _wrong(rejects: Sequence[Reject]) -> Iterator[str]:
    """The first of them: row, column, value, what to do."""
    faults = [(reject.number, fault) for reject in rejects for fault in reject.faults]
    for number, fault in faults[:SHOWN]:
        place = f", {fault.column}: {fault.value!r}." if fault.column else ":"
        yield f"  row {number}{place} {fault.todo}"
    if len(faults) > SHOWN:
        yield f"  and {len(faults) - SHOWN:,} more"


def _tells(report: Report) -> Iterator[str]:
    """The last page: what the log tells."""
    found = report.findings
    here_again = [one for one in found.repeated if len(one.units) == 1]
    yield "What this log tells"
    yield f"  {len(found.never_told):>5,} closed, and nobody was told ({len(found.of_these_anonymous):,} of them anonymous)"
    yield f"  {len(found.no_reason):>5,} refused without a reason"
    yield f"  {len(found.stuck):>5,} stuck: waiting, or open past the day promised"
    yield f"  {len(found.ownerless):>5,} open and nobody's"
    copies = "exact copy" if len(found.alike) == 1 else "exact copies"
    yield f"  {len(found.alike):>5,} {copies} of an earlier row, kept as a second occurrence"
    yield f"  {len(here_again):>5,} problems that came back in one unit{_named(here_again)}"
    yield f"  {len(found.several_units):>5,} problems in more than one unit{_named(found.several_units)}"


def _named(shared: Sequence[Shared]) -> str:
    lines = [f"{one.what[:70]} ({number_of(one.rows, 'row')}: {', '.join(one.units)})" for one in shared[:SHOWN]]
    return "".join(f"\n          {line}" for line in lines)


def _listed(names: Iterable[str]) -> str:
    names = list(names)
    more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more


def _found(report: Report) -> object:
    """The report for programs; what stands in rejected cells is in the file of rejects alone."""
    faults = [
        {"row": reject.number, "column": fault.column, "value": fault.value, "why": fault.why, "todo": fault.todo}
        for reject in report.rejects
        for fault in reject.faults
    ]
    return {**to_builtins(report), "rejects": faults}
