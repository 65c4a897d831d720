"""What Heard wrote, commit by commit, ready to be written again by somebody who does nothing else."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct

from services import sqlite_file
from services.ledger.sqlite.store import FILE, MIGRATIONS

Values = tuple[Any, ...]


class Batch(Struct, frozen=True):
    """The rows of one transaction, as they lie in the tables."""

    events: list[Values]
    sealed: list[Values]
    commands: list[Values]
    units: list[Values]
    head: tuple[int, int]


def commits(directory: Path, first: int = 0) -> list[Batch]:
    """Every commit after position `first`, as Heard stored it."""
    with sqlite3.connect(f"file:{directory / FILE}?mode=ro", uri=True) as ledger:
        events = ledger.execute("SELECT * FROM events WHERE seq > ? ORDER BY seq", (first,)).fetchall()
        sealed = ledger.execute("SELECT * FROM sealed WHERE seq > ? ORDER BY seq", (first,)).fetchall()
        told = ledger.execute("SELECT * FROM commands WHERE first > ? ORDER BY first", (first,)).fetchall()
    ledger.close()
    parts: dict[int, list[Values]] = {}
    for part in sealed:
        parts.setdefault(part[0], []).append(part)
    return [_batch([command], events[command[2] - first - 1 : command[3] - first], parts) for command in told]


def joined(batches: list[Batch], size: int) -> list[Batch]:
    """The same rows in fewer transactions, `size` commits in each."""
    return [_join(batches[start : start + size]) for start in range(0, len(batches), size)]


def _batch(commands: list[Values], events: list[Values], parts: dict[int, list[Values]]) -> Batch:
    units = {row[6]: row[7] for row in events if row[6] is not None}
    sealed = [part for row in events for part in parts.get(row[0], [])]
    return Batch(events, sealed, commands, list(units.items()), (events[-1][0], events[-1][8]))


def _join(batches: list[Batch]) -> Batch:
    units = {unit: seq for batch in batches for unit, seq in batch.units}
    return Batch(
        [row for batch in batches for row in batch.events],
        [row for batch in batches for row in batch.sealed],
        [row for batch in batches for row in batch.commands],
        list(units.items()),
        batches[-1].head,
    )


class RawStore:
    """The same file, tables, indexes, pragmas and commits, and nothing else."""

    def __init__(self, directory: Path) -> None:
        self._file = sqlite_file.open_file(directory / FILE, MIGRATIONS)
        self._file.execute("INSERT INTO head VALUES ('bench',0,0)")

    def write(self, batches: Iterable[Batch]) -> None:
        execute, many = self._file.execute, self._file.executemany
        for batch in batches:
            execute("BEGIN IMMEDIATE")
            many("INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", batch.events)
            if batch.sealed:
                many("INSERT INTO sealed VALUES (?,?,?,?,?)", batch.sealed)
            many("INSERT INTO commands VALUES (?,?,?,?)", batch.commands)
            many("INSERT INTO units VALUES (?,?) ON CONFLICT (unit) DO UPDATE SET seq = excluded.seq", batch.units)
            execute("UPDATE head SET seq = ?, at = ?", batch.head)
            execute("COMMIT")

    def close(self) -> None:
        self._file.close()
