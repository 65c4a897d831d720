"""One hospital's ledger in one SQLite file.

The writing process holds the lock file, so what it remembers of the head, of unit sequences and of stream versions stays
true; every other process opens the file read-only.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.resources import files
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from msgspec import json

from services import sqlite_file
from services.ledger.contract import (
    Answer,
    Commit,
    Done,
    Entry,
    LedgerError,
    OutcomeUnknown,
    Reused,
    Row,
    SealedRow,
    Unavailable,
    WrongFormat,
)
from services.ledger.entry import FORMAT
from services.ledger.group import Group
from services.ledger.lock import hold
from services.ledger.recorder import ENTRY, LedgerRecorder, counted, end_of
from services.ledger.sqlite import erasing
from services.ledger.sqlite.readers import Readers
from services.ledger.sqlite.transaction import Memory, Transaction

MIGRATIONS = files("services.ledger.sqlite") / "migrations"
VERSION = sum(step.name.endswith(".sql") for step in MIGRATIONS.iterdir())
FILE = "ledger.sqlite"

_ROW = "SELECT seq, unit, unit_seq, at, name, v, head, body FROM events"
_SEALED = """
    SELECT sealed.seq, part, stream, version, key_id, CAST(salt AS BLOB), CAST(cipher AS BLOB)
    FROM json_each(?) AS asked
    CROSS JOIN sealed ON sealed.seq = json_extract(asked.value, '$[0]') AND part = json_extract(asked.value, '$[1]')
    CROSS JOIN events ON events.seq = sealed.seq
    WHERE cipher IS NOT NULL
"""
"""In the order they were asked for; CROSS, so that SQLite looks up what is asked and walks through nothing."""


class SqliteLedger(LedgerRecorder):
    """See `contract.Ledger`. Made by `open_writer` or `open_reader`."""

    def __init__(
        self, path: Path, hospital: str, writer: sqlite3.Connection | None = None, lock: TextIOWrapper | None = None
    ) -> None:
        self.hospital = hospital
        self._path = path
        self._writer = writer
        self._lock = lock
        self._memory: Memory | None = None
        self._group = Group(self._write)
        self._readers = Readers(path)

    def append(self, commits: Sequence[Commit]) -> list[Answer]:
        if self._writer is None:
            raise Unavailable("This process only reads the ledger; hand the command to the server that writes it.")
        return self._group.append(commits)

    def _write(self, commits: list[Commit]) -> list[Answer]:
        """The one transaction. Whatever fails leaves the file as it was, and nothing remembered of it."""
        writer, memory = self._writer, self._memory
        assert writer is not None
        self._memory = None
        try:
            writer.execute("BEGIN IMMEDIATE")
            memory = memory or Memory(writer)
            try:
                answers = Transaction(writer, self.hospital, memory).carry_out(commits)
            except sqlite3.IntegrityError:
                writer.execute("ROLLBACK")
                writer.execute("BEGIN IMMEDIATE")
                memory = Memory(writer)
                answers = Transaction(writer, self.hospital, memory, asks=True).carry_out(commits)
            writer.execute("COMMIT")
        except BaseException as error:
            _roll_back(writer)
            if isinstance(error, sqlite3.Error):
                raise _judged(error) from error
            raise
        self._memory = memory
        return answers

    def rows(self, after: int, limit: int, upto: int | None = None) -> list[Row]:
        return self._read(f"{_ROW} WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?", after, end_of(upto), limit)

    def entries(self, after: int, limit: int) -> list[Entry]:
        found = self._read(f"SELECT {ENTRY} FROM events WHERE seq > ? ORDER BY seq LIMIT ?", after, limit)
        return [Entry(*row) for row in found]

    def leaves(self, after: int, limit: int) -> list[bytes]:
        return [
            leaf for (leaf,) in self._read("SELECT leaf FROM events WHERE seq > ? ORDER BY seq LIMIT ?", after, limit)
        ]

    def stream_rows(self, stream: str, after: int = 0, upto: int | None = None) -> list[Row]:
        query = f"{_ROW} WHERE stream = ? AND version > ? AND seq <= ? ORDER BY version"
        return self._read(query, stream, after, end_of(upto))

    def rows_of(self, streams: Sequence[str]) -> list[Row]:
        query = f"{_ROW} WHERE stream IN (SELECT value FROM json_each(?)) ORDER BY seq"
        return self._read(query, json.encode(streams).decode())

    def unit_rows(self, unit: str, after: int, limit: int, upto: int | None = None) -> list[Row]:
        query = f"{_ROW} WHERE unit = ? AND unit_seq > ? AND seq <= ? ORDER BY unit_seq LIMIT ?"
        return self._read(query, unit, after, end_of(upto), limit)

    def streams(self, noun: str) -> Iterator[str]:
        query = "SELECT stream FROM events WHERE version = 1 AND stream >= ? AND stream < ? ORDER BY seq"
        return (stream for (stream,) in self._read(query, f"{noun}-", f"{noun}."))

    def head(self) -> tuple[int, int]:
        ((seq, at),) = self._read("SELECT seq, at FROM head")
        return seq, at

    def units(self) -> tuple[int, dict[str, int]]:
        return counted(self._read("SELECT head.seq, unit, units.seq FROM head LEFT JOIN units ON true"))

    def last_seq_by(self, at: int) -> int:
        """By bisection: `at` never falls while `seq` grows."""
        low, high = 0, self.head()[0]
        while low < high:
            middle = (low + high + 1) // 2
            ((moment,),) = self._read("SELECT at FROM events WHERE seq = ?", middle)
            low, high = (middle, high) if moment <= at else (low, middle - 1)
        return low

    def sealed(self, refs: Sequence[tuple[int, str]]) -> dict[tuple[int, str], SealedRow]:
        return {(seq, part): tuple(found) for seq, part, *found in self._read(_SEALED, json.encode(refs).decode())}

    def erase(self, words: Sequence[tuple[int, str]]) -> None:
        """Overwritten in the file and gone from its journal."""
        if self._writer is None:
            raise Unavailable("This process only reads the ledger; hand the erasure to the server that writes it.")
        with self._group.writing:
            try:
                erasing.erase(self._writer, words)
            except sqlite3.Error as error:
                _roll_back(self._writer)
                raise _judged(error) from error

    def done(self, command: str, digest: bytes) -> Done | Reused | None:
        for first, last, kept in self._read("SELECT first, last, digest FROM commands WHERE id = ?", command):
            return Done(first, last) if kept == digest else Reused(command)
        return None

    def bare_rows(self, stream: str) -> list[tuple[int, str, bytes]]:
        return self._read("SELECT version, name, body FROM events WHERE stream = ? ORDER BY version", stream)

    def bare_notifications(
        self, start: int, stop: int | None, names: Sequence[str], limit: int
    ) -> list[tuple[int, str, int, str, bytes]]:
        wanted = f" AND name IN ({','.join('?' * len(names))})" if names else ""
        query = f"SELECT seq, stream, version, name, body FROM events WHERE seq BETWEEN ? AND ?{wanted} ORDER BY seq LIMIT ?"
        return self._read(query, start, end_of(stop), *names, limit)

    def check(self) -> None:
        """WrongFormat unless the file is this hospital's and at this program's version."""
        ((at,),) = self._read("PRAGMA user_version")
        if at != VERSION:
            older = "start the server that writes it once" if at < VERSION else "update Heard"
            raise WrongFormat(f"{self._path} is at version {at}, this Heard reads {VERSION}; {older}.")
        for found in self._read("SELECT format, origin FROM ledger"):
            _recognise(found, self.hospital)

    def close(self) -> None:
        """Waits for whoever is reading or writing right now; afterwards every call is Unavailable."""
        self._readers.close()
        if self._writer is not None:
            with self._group.writing:
                self._writer.close()
        if self._lock:
            self._lock.close()

    def _read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._readers.read(query, values)
        except sqlite3.Error as error:
            raise Unavailable(f"The ledger at {self._path} cannot be read ({error}).") from error


def open_writer(directory: Path, hospital: str, created: int = 0) -> SqliteLedger:
    """The hospital's ledger for the one process that writes it; made when it is not there. BeingWritten when another
    process holds it, WrongFormat when it is another hospital's or a newer program's."""
    lock = hold(directory)
    try:
        writer = sqlite_file.open_file(directory / FILE, MIGRATIONS)
        _introduce(writer, hospital, created)
    except (sqlite3.Error, sqlite_file.WrongVersion, LedgerError) as error:
        lock.close()
        if isinstance(error, sqlite3.Error):
            raise Unavailable(f"The ledger at {directory / FILE} cannot be opened ({error}).") from error
        raise WrongFormat(str(error)) from error
    return SqliteLedger(directory / FILE, hospital, writer, lock)


def open_reader(directory: Path, hospital: str) -> SqliteLedger:
    """The ledger for any other process: reads only. WrongFormat when it is another hospital's or another version's."""
    if not (directory / FILE).exists():
        raise Unavailable(f"There is no ledger in {directory}; `heard start` makes one.")
    ledger = SqliteLedger(directory / FILE, hospital)
    try:
        ledger.check()
    except LedgerError:
        ledger.close()
        raise
    return ledger


def _roll_back(writer: sqlite3.Connection) -> None:
    """Where SQLite has not done so itself. What it then says of a failing disk was said before."""
    with suppress(sqlite3.Error):
        if writer.in_transaction:
            writer.execute("ROLLBACK")


def _judged(error: sqlite3.Error) -> OutcomeUnknown | Unavailable:
    """A disk that fails may have kept the last frame; whatever else fails was rolled back."""
    if getattr(error, "sqlite_errorname", "").startswith("SQLITE_IOERR"):
        return OutcomeUnknown(f"The disk of the ledger fails ({error}); ask again with the same id.")
    return Unavailable(f"The ledger cannot be written ({error}); nothing was stored.")


def _introduce(writer: sqlite3.Connection, hospital: str, created: int) -> None:
    """Writes on first opening whose ledger this is; afterwards checks it."""
    found = writer.execute("SELECT format, origin FROM ledger").fetchone()
    if found is None:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO ledger VALUES (?,?,?)", (FORMAT, created, f"heard/{hospital}"))
        writer.execute("INSERT INTO head VALUES (?,0,0)", (hospital,))
        writer.execute("COMMIT")
    else:
        _recognise(found, hospital)


def _recognise(found: tuple[str, str], hospital: str) -> None:
    if found != (FORMAT, f"heard/{hospital}"):
        raise WrongFormat(f"This ledger is {found[1]} in format {found[0]}, not heard/{hospital} in {FORMAT}.")
