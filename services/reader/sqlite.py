"""Views in a file beside the ledger, for the process that writes both. Lost or outgrown, they are simply made anew."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, RLock, local
from typing import Any

import msgspec
from sqlalchemy import Select

from projections.lives import Projection
from services import sqlite_file
from services.reader.batch import Batch
from services.reader.sqlite_making import DIALECT, index, made, opened, remove, sound
from services.reader.store import READER, Overtaken, Snapshot, Statements, ViewStore, ViewsUnavailable, statements_of
from services.reader.tables import Tables, indexing, tables_of

__all__ = ["FILE", "SqliteViews", "open_writer", "remove"]

FILE = "views.sqlite"
FETCHED = 10_000

_ADVANCE = (
    "INSERT INTO bookmarks VALUES (?,?) ON CONFLICT (reader) DO UPDATE SET seq = excluded.seq WHERE seq < excluded.seq"
)
_END = "ended = ?, ended_by = ?, until = ?, node = ?, hours = ?"
_DIE = "died = ?, until = coalesce(until, ?), node = coalesce(node, ?)"
_BOOKMARK = "SELECT seq FROM bookmarks WHERE reader = ?"


class _Reader:
    """A thread's connection to one generation of the file; `reading` is held while it is used."""

    def __init__(self, connection: sqlite3.Connection, generation: int) -> None:
        self.connection = connection
        self.generation = generation
        self.reading = RLock()


class SqliteViews(ViewStore):
    """See `store.ViewStore`. Made by `open_writer`. `synchronous` is NORMAL: what a power cut takes from
    the end is read from the ledger again."""

    def __init__(self, path: Path, tables: Tables, writer: sqlite3.Connection) -> None:
        self.path = path
        self.tables = tables
        self._writer = writer
        self._generation = 0
        self._lock = Lock()
        self._statements = statements_of(tables, DIALECT)
        self._inserts = {name: _positional(insertion) for name, insertion in self._statements.insertions.items()}
        self._thread = local()
        self._opened: list[_Reader] = []

    def write(self, batch: Batch, after: int, upto: int) -> None:
        with self._transaction() as writer:
            found = writer.execute(_BOOKMARK, (READER,)).fetchone()
            if (found[0] if found else 0) != after:
                raise Overtaken
            for name, rows in batch.born.items():
                writer.executemany(self._inserts[name], rows.values())
                writer.executemany(f"UPDATE {name} SET {_END} WHERE id = ?", batch.ended[name])
                writer.executemany(f"UPDATE {name} SET {_DIE} WHERE id = ?", batch.died[name])
            writer.execute(_ADVANCE, (READER, upto))

    @contextmanager
    def growing(self) -> Iterator[None]:
        """Indexes are made last, each in one sweep. Who stops before that makes them when the file is opened again."""
        with self._transaction() as writer:
            for name in indexing(self.tables, DIALECT):
                writer.execute(f"DROP INDEX {name}")
        try:
            yield
        finally:
            with self._transaction() as writer:
                index(writer, self.tables)

    def bookmark(self, reader: str) -> int | None:
        with self._readable() as connection:
            found = connection.execute(_BOOKMARK, (reader,)).fetchone()
        return found[0] if found else None

    def advance(self, reader: str, seq: int) -> bool:
        with self._transaction() as writer:
            return writer.execute(_ADVANCE, (reader, seq)).rowcount == 1

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """The process that has the ledger's lock has every turn."""
        yield True

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        with self._readable() as connection:
            outermost = not connection.in_transaction
            try:
                if outermost:
                    connection.execute("BEGIN")
                yield SqliteSnapshot(connection, self._statements)
            finally:
                if outermost and connection.in_transaction:
                    connection.execute("COMMIT")

    def versions(self, statement: Select[tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
        with self._readable() as connection:
            cursor = connection.execute(str(statement.compile(dialect=DIALECT)))
            while rows := cursor.fetchmany(FETCHED):
                yield from rows

    def beside(self, folding: str) -> "SqliteViews":
        path = self.path.with_name(f"beside-{folding}-{self.path.name}")
        for left in self.path.parent.glob(f"beside-*-{self.path.name}"):
            if left != path:
                remove(left)
        return open_writer(path, tuple(self.tables.projections.values()))

    def swap(self, beside: "SqliteViews") -> None:
        """Pages being answered meanwhile go on reading the file that was there; their threads open the new one next."""
        with self._lock:
            beside.close()
            self._writer.close()
            remove(self.path)
            beside.path.replace(self.path)
            self._generation += 1
            self._writer = opened(self.path, "NORMAL")

    def discard(self) -> None:
        self.close()
        remove(self.path)

    def close(self) -> None:
        for reader in list(self._opened):
            with reader.reading:
                reader.connection.close()
        with self._lock:
            self._writer.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                self._writer.execute("BEGIN IMMEDIATE")
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException as error:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    raise ViewsUnavailable(f"The views at {self.path} cannot be written ({error}).") from error
                raise

    @contextmanager
    def _readable(self) -> Iterator[sqlite3.Connection]:
        """The thread's own connection, which nobody closes while it reads: SQLite would not survive that."""
        try:
            reader = self._reader()
            with reader.reading:
                yield reader.connection
        except sqlite3.Error as error:
            sentence = f"The views at {self.path} cannot be read ({error}); `heard rebuild` grows them anew."
            raise ViewsUnavailable(sentence) from error

    def _reader(self) -> "_Reader":
        """One read-only connection per thread and copy of the file."""
        kept: _Reader | None = getattr(self._thread, "kept", None)
        if kept is not None and kept.generation == self._generation:
            return kept
        if kept is not None:
            kept.connection.close()
            self._opened.remove(kept)
        reader = self._thread.kept = _Reader(sqlite_file.open_reader(self.path), self._generation)
        self._opened.append(reader)
        return reader


class SqliteSnapshot(Snapshot):
    def __init__(self, connection: sqlite3.Connection, statements: Statements) -> None:
        super().__init__(statements)
        self._connection = connection

    def run(self, query: str, values: dict[str, Any]) -> Sequence[Sequence[Any]]:
        lists = {name: msgspec.json.encode(value).decode() for name, value in values.items() if isinstance(value, list)}
        return self._connection.execute(query, values | lists).fetchall()

    def bookmark(self) -> int:
        found = self._connection.execute(_BOOKMARK, (READER,)).fetchone()
        return found[0] if found else 0


def _positional(insertion: str) -> str:
    """The same INSERT with a question mark for each named value: rows are lists."""
    columns, _, values = insertion.partition(" VALUES ")
    return f"{columns} VALUES ({', '.join('?' * values.count(':'))})"


def open_writer(path: Path, projections: tuple[Projection, ...], synchronous: str = "NORMAL") -> SqliteViews:
    """The views for the process that writes the ledger; made when they are not there, damaged, or not of today's shape."""
    tables = tables_of(projections, shared=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        writer = sound(path, tables, synchronous) or made(path, tables, synchronous)
    except sqlite3.Error as error:
        raise ViewsUnavailable(f"The views at {path} cannot be opened ({error}).") from error
    return SqliteViews(path, tables, writer)
