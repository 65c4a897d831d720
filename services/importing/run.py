"""A whole file: read, judged, entered row by row; what cannot enter comes back to be put right."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from services import clock
from services.clerk.bulk import Bulk, Overtaken, undisturbed
from services.house import House
from services.importing.entering import enter
from services.importing.entry import Conflict, Entry, RowKeys, Start
from services.importing.findings import Findings, Listener
from services.importing.owners import Owners
from services.importing.words import vocabulary
from services.tracking_sheet import headings
from services.tracking_sheet.book import Source
from services.tracking_sheet.read import Reading, read
from services.tracking_sheet.row import Fault, Feedback, Held, Layout, Order, Reject, Row
from workflows.kernel.ids import is_id

CONFLICT = "This row was imported before and something else was done since; put it right in Heard, not in the sheet."

ATTEMPTS = 5
"""How often an import goes through its rows when others keep writing to the same streams."""


class Answers(Struct, frozen=True, kw_only=True):
    """What the person who imports has answered: the order of ambiguous days, the map document, names of units."""

    dates: Order | None = None
    map: Mapping[str, Any] | None = None
    units: Mapping[str, str] = {}
    """Alias → slug, beside the units' own names."""


class Report(Struct, frozen=True, kw_only=True):
    """What an import did, or (dry) would do. `rejects` carry what to do; `held` are only counted."""

    dry: bool
    layout: Layout
    rows: int
    added: int
    """Rows that were not there before."""
    moved_on: int
    """Rows known before, to which steps were added."""
    commands: int
    held: int
    rejects: tuple[Reject, ...]
    strange_units: Mapping[str, int]
    two_ways: int
    placeholders: tuple[str, ...]
    findings: Findings


class Import:
    """One file on its way into one hospital. `only` are the units (slugs) of whoever brings it, None for all of them;
    `progress` hears rows done and rows in all."""

    def __init__(
        self,
        house: House,
        answers: Answers,
        *,
        dry: bool,
        only: frozenset[str] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self._house = house
        self._answers = answers
        self._dry = dry
        self._only = only
        self._progress = progress
        self._keys = RowKeys(house)
        self._owners = Owners(house.people, vocabulary().executives, dry=dry)
        self._today = clock.day_of(house.now(), house.plate.zone)
        self._listener = Listener(self._today)
        self._added = self._moved_on = self._commands = 0
        self._rejects: list[Reject] = []
        """Counted anew whenever the rows are gone through."""

    def run(self, source: Source) -> Report:
        """Unreadable, with a sentence, where the file as a whole is no log. A dry run decides everything and stores
        nothing."""
        units = {**self._units(), **self._answers.units}
        everyone = self._house.people.everyone()
        names = [one.name for one in everyone if one.known and is_id(one.id, "person")]
        with read(
            source,
            units=units,
            names=names,
            vocabulary=vocabulary(),
            dates=self._answers.dates,
            map=self._answers.map,
            today=self._today,
            only=self._only,
        ) as reading:
            self._enter_all(reading)
            if not self._dry:
                headings.keep(self._house.directory, reading.layout.columns)
            return self._report(reading)

    def _units(self) -> dict[str, str]:
        """Names and slugs of the units there are; a name that one had means it still, where no other has it now."""
        states = [self._house.clerk.memory.get(stream).state for stream in self._house.ledger.streams("unit")]
        before = {one.name: state.unit for state in states for one in state.called}
        return before | {name: state.unit for state in states for name in (state.name, state.unit)}

    def _enter_all(self, reading: Reading) -> None:
        """Row by row; from the first again where somebody wrote to the same streams meanwhile. What is stored stays so."""
        ledger = self._house.ledger
        head, blank = ledger.head()[0], next(ledger.streams("concern"), None) is None
        for attempt in range(ATTEMPTS):
            try:
                return self._enter_each(reading, Start(head, blank and not attempt, again=attempt > 0))
            except Overtaken:
                if attempt == ATTEMPTS - 1:
                    raise
        return None

    def _enter_each(self, reading: Reading, start: Start) -> None:
        self._listener = Listener(self._today)
        self._added = self._moved_on = self._commands = 0
        self._rejects.clear()
        with undisturbed(), Bulk(self._house.clerk, dry=self._dry) as bulk:
            for done, outcome in enumerate(reading, 1):
                match outcome:
                    case Row():
                        self._enter(outcome, bulk, start, reading.layout)
                    case Held():
                        self._hold(outcome)
                    case Reject():
                        self._rejects.append(outcome)
                if self._progress and done % 100 == 0:
                    self._progress(done, reading.layout.rows)

    def _enter(self, row: Row, bulk: Bulk, start: Start, layout: Layout) -> None:
        self._listener.hear(row)
        entry = Entry(row, self._keys.root, self._keys.of(row), start, bulk)
        try:
            enter(entry, self._owners)
        except Conflict as conflict:
            self._rejects.append(_conflicting(row, layout, str(conflict)))
        self._commands += entry.steps
        self._added += not entry.known
        self._moved_on += entry.known and entry.steps > 0

    def _hold(self, held: Held) -> None:
        if self._dry:
            return
        unit = held.row.unit if held.row else ""
        reasons = ", ".join(sorted({reason.why for reason in held.reasons}))
        self._house.intake.rows.hold(self._keys.of_held(held), unit, reasons, msgspec.json.encode(held))

    def _report(self, reading: Reading) -> Report:
        tally = reading.tally
        return Report(
            dry=self._dry,
            layout=reading.layout,
            rows=tally.rows,
            added=self._added,
            moved_on=self._moved_on,
            commands=self._commands,
            held=tally.held,
            rejects=tuple(self._rejects),
            strange_units=dict(tally.strange_units),
            two_ways=tally.two_ways,
            placeholders=tuple(sorted(self._owners.placeholders)),
            findings=self._listener.findings(),
        )


def _conflicting(row: Row, layout: Layout, why: str) -> Reject:
    """A known row that contradicts the record, with its cells as they were read."""
    cells = tuple(_cell(row, column.field) for column in layout.columns)
    return Reject(row.number, (Fault("", "", why, CONFLICT),), cells)


def _cell(row: Row, field: str | None) -> str:
    match getattr(row, field or "", None):
        case None:
            return ""
        case tuple() as several:
            return " / ".join(several)
        case Feedback() as feedback:
            return " ".join(filter(None, (feedback.how or feedback.kind, feedback.day)))
        case value:
            return str(value)
