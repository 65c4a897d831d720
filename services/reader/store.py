"""What both stores of views promise the reader, and how a page reads from either."""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any

import msgspec
from sqlalchemy import Select, Table, insert, select
from sqlalchemy.engine import Dialect

from projections.lives import Projection, Row, Stint
from services.ledger.tracking import Bookmarks
from services.reader import known
from services.reader.batch import Batch
from services.reader.known import Wanted
from services.reader.tables import Tables
from workflows.kernel.moments import Moment

READER = "views"
"""The one bookmark of all projections: they move together, so any two rows can be joined."""


class ViewsUnavailable(Exception):
    """The views cannot be read or written now; the message is for an operator. They can always be grown anew."""


class Overtaken(Exception):
    """Another process has moved the bookmark meanwhile; nothing was written."""


class Snapshot(ABC):
    """Reads of one moment: what they return fits together."""

    def __init__(self, statements: "Statements") -> None:
        self._statements = statements

    def known(self, projection: Projection, wanted: Wanted, at: int | None, on: Moment | None) -> list[Stint[Any]]:
        """Rows that are so now, or were at `on` (µs UTC), by what was known at position `at` (None = all that is).
        `wanted` gives the values asked for, for every column of one group of the projection's filters."""
        query = self._statements.asking(projection.name, tuple(wanted), at, on)
        return _opened(projection.row, self.run(query, known.parameters(wanted, at, on)))

    def of_streams(
        self, projection: Projection, streams: Collection[str], at: int | None, on: Moment | None = None
    ) -> list[Stint[Any]]:
        """All rows of these streams, those that have ended too; or only those so at `on`."""
        return self.known(projection, {"stream": streams}, at, on) if streams else []

    @abstractmethod
    def run(self, query: str, values: dict[str, Any]) -> Sequence[Sequence[Any]]:
        """What a compiled statement finds."""

    @abstractmethod
    def bookmark(self) -> int:
        """How far the views have come."""


class ViewStore(Bookmarks):
    """Row lives of one hospital."""

    tables: Tables

    @abstractmethod
    def write(self, batch: Batch, after: int, upto: int) -> None:
        """Rows and bookmark in one transaction. Overtaken when the bookmark is not at `after`."""

    @abstractmethod
    def turn(self) -> AbstractContextManager[bool]:
        """Whether it is this process's turn to pull: at most one has it at a time."""

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[Snapshot]:
        """A steady view of all tables while it is open."""

    @abstractmethod
    def versions(self, statement: Select[tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
        """Every row that `statement` finds, a few at a time."""

    @abstractmethod
    def close(self) -> None: ...

    @property
    def at(self) -> int:
        """How far the views have come."""
        return self.bookmark(READER) or 0

    def digest(self) -> str:
        """SHA-256 over every version of every row, with the positions between which it was known."""
        whole = hashlib.sha256()
        for name, table in sorted(self.tables.of.items()):
            for values in self.versions(_everything(table)):
                whole.update(msgspec.json.encode((name, *values)))
        return whole.hexdigest()


class Statements:
    """The statements of `known`, compiled once for a dialect."""

    def __init__(self, tables: Tables, dialect: Dialect) -> None:
        self._tables = tables
        self._dialect = dialect
        self._compiled: dict[tuple[str, tuple[str, ...], bool, bool], str] = {}

    def asking(self, name: str, columns: tuple[str, ...], at: int | None, on: Moment | None) -> str:
        """For the table of this name, asked by `columns`: by one group of its filters, or by stream."""
        key = (name, columns, at is None, on is None)
        return self._compiled.get(key) or self._compiled.setdefault(key, self._compile(*key))

    def _compile(self, name: str, columns: tuple[str, ...], all_that_is: bool, now: bool) -> str:
        table = self._tables.of[name]
        if columns == ("stream",):
            statement = known.of_streams(table, at=not all_that_is, on=not now)
        else:
            statement = known.known(table, columns, at=not all_that_is, on=not now)
        return str(statement.compile(dialect=self._dialect))

    def insertion(self, name: str) -> str:
        """The driver's INSERT, values in the order of the table's columns."""
        return str(insert(self._tables.of[name]).compile(dialect=self._dialect))


def _everything(table: Table) -> Select[tuple[Any, ...]]:
    columns = [column for column in table.c if column.name != "hospital"]
    return select(*columns).where(*known.of_hospital(table)).order_by(table.c.id)


def _opened(row: type[Row], found: Sequence[Sequence[Any]]) -> list[Stint[Any]]:
    """What a statement of `known` found, opened."""
    decode = _decoder(row)
    return [
        Stint(stream, name, decode(encoded), began, ended, begun_by, ended_by)
        for stream, name, encoded, began, ended, begun_by, ended_by in found
    ]


_decoders: dict[type[Row], Any] = {}


def _decoder(row: type[Row]) -> Any:
    return _decoders.get(row) or _decoders.setdefault(row, msgspec.json.Decoder(row).decode)
