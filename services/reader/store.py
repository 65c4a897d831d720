"""What both stores of views promise the reader, and how a page reads from either."""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache, cached_property
from itertools import product
from typing import Any, Literal, Self

import msgspec
from msgspec import Struct
from sqlalchemy import Select, Table, insert, select
from sqlalchemy.engine import Dialect

from projections.lives import Projection, Row, Stint
from services.ledger.tracking import Bookmarks
from services.reader import known
from services.reader.batch import Batch
from services.reader.known import Around, Wanted
from services.reader.tables import Tables
from workflows.kernel.moments import Moment

READER = "views"
"""The one bookmark of all projections: they move together, so any two rows can be joined."""


Behind = Collection[str]
"""Streams that are not there."""
Ever = Literal["before", "after", "begun"]
"""What is asked of rows whether they have ended or not."""
EVER: Mapping[bool, Ever] = {True: "before", False: "after"}


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
        way = Asking(projection.name, tuple(wanted), at is not None, on is not None)
        return self._stints(projection, way, known.parameters(wanted, at, on))

    def changed(self, projection: Projection, wanted: Wanted, since: int, at: int | None) -> list[Stint[Any]]:
        """Rows that are so now, by what was known at position `at`, and were not known to be so at position `since`."""
        way = Asking(projection.name, tuple(wanted), at is not None, on=False, changed=True)
        return self._stints(projection, way, known.parameters(wanted, at, None) | {"since": since})

    def of_streams(
        self, projection: Projection, streams: Collection[str], at: int | None, on: Moment | None
    ) -> list[Stint[Any]]:
        """The same, asked by stream."""
        way = Asking(projection.name, (), at is not None, on is not None)
        return self._stints(projection, way, known.parameters({"stream": streams}, at, on)) if streams else []

    def history(self, projection: Projection, streams: Collection[str], at: int | None) -> list[Stint[Any]]:
        """All rows of these streams, those that have ended too, as they began."""
        way = Asking(projection.name, (), at is not None, on=False, past=True)
        found = self._stints(projection, way, known.parameters({"stream": streams}, at, None)) if streams else []
        return sorted(found, key=lambda stint: (stint.began, stint.begun_by))

    def counted(
        self, projection: Projection, wanted: Wanted, at: int | None, on: Moment | None, by: Sequence[str] = ()
    ) -> dict[tuple[str, ...], int]:
        """How many rows `known` would find, by the columns `by`; by those of `wanted` where none are named."""
        columns = tuple(by) or tuple(wanted)
        way = Asking(projection.name, tuple(wanted), at is not None, on is not None, counts=True, by=columns)
        found = self.run(self._statements.asking(way), known.parameters(wanted, at, on))
        return {tuple(values[:-1]): values[-1] for values in found}

    def nearest(
        self, projection: Projection, wanted: Wanted, at: int | None, than: Moment, *, back: bool, behind: Behind = ()
    ) -> Moment | None:
        """When the first of these rows began that did after the moment `than`, or the last one before it (`back`), ended or
        not; without the streams `behind`. Of projections that are `followed`."""
        query = self._statements.asking(Asking(projection.name, tuple(wanted), at is not None, False, ever=EVER[back]))
        fixed = {"than": than, "behind": list(behind)} | ({} if at is None else {"at": at})
        each = (self.run(query, fixed | dict(zip(wanted, one, strict=True))) for one in product(*wanted.values()))
        found = [began for rows in each for (began,) in rows if began is not None]
        return (max if back else min)(found, default=None)

    def begun(
        self, projection: Projection, wanted: Wanted, at: int | None, around: Around, behind: Behind = ()
    ) -> set[int]:
        """The positions of the facts by which any of these rows began in the time `around`. Of projections that are
        `followed`."""
        query = self._statements.asking(Asking(projection.name, tuple(wanted), at is not None, on=False, ever="begun"))
        values = known.parameters(wanted, None, None) | {"since": around[0], "upto": around[1], "behind": list(behind)}
        return {seq for (seq,) in self.run(query, values if at is None else values | {"at": at})}

    def _stints(self, projection: Projection, way: "Asking", values: dict[str, Any]) -> list[Stint[Any]]:
        return _opened(projection.row, self.run(self._statements.asking(way), values))

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
    def growing(self) -> AbstractContextManager[None]:
        """Open while views grow from nothing: a store may put off what is cheaper to do at the end."""

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
    def beside(self, folding: str) -> Self:
        """A copy to grow anew: empty, or as far as one was grown before by the same `folding` (a name for the code that folds)
        and left. What another folding left goes."""

    @abstractmethod
    def swap(self, beside: Self) -> None:
        """Puts what was grown beside in the place of this, all at once; `beside` is closed by it."""

    @abstractmethod
    def discard(self) -> None:
        """Closes a copy made by `beside` and leaves nothing of it; nothing happens to one that was swapped in."""

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


class Asking(Struct, frozen=True):
    """One way of asking a table: by `columns`, or by stream where there are none."""

    name: str
    columns: tuple[str, ...]
    at: bool
    on: bool
    past: bool = False
    counts: bool = False
    changed: bool = False
    ever: Ever | None = None
    by: tuple[str, ...] = ()


class Statements:
    """The statements of `known`, compiled once for a dialect. Made by `statements_of`."""

    def __init__(self, tables: Tables, dialect: Dialect) -> None:
        self._tables = tables
        self._dialect = dialect
        self._compiled: dict[Asking, str] = {}

    def asking(self, way: Asking) -> str:
        """How it is asked; the same for every hospital."""
        return self._compiled.get(way) or self._compiled.setdefault(way, self._compile(way))

    def _compile(self, way: Asking) -> str:
        table = self._tables.of[way.name]
        if not way.columns:
            statement = known.of_streams(table, at=way.at, on=way.on, past=way.past)
        elif way.ever == "begun":
            statement = known.begun(table, way.columns, at=way.at)
        elif way.ever:
            statement = known.nearest(table, way.columns, at=way.at, back=way.ever == "before")
        elif way.changed:
            statement = known.changed(table, way.columns, at=way.at)
        elif way.counts:
            statement = known.counted(table, way.columns, way.by, at=way.at, on=way.on)
        else:
            statement = known.known(table, way.columns, at=way.at, on=way.on)
        return str(statement.compile(dialect=self._dialect))

    @cached_property
    def insertions(self) -> Mapping[str, str]:
        """The driver's INSERT by table, values in the order of its columns."""
        return {name: str(insert(table).compile(dialect=self._dialect)) for name, table in self._tables.of.items()}


@cache
def statements_of(tables: Tables, dialect: Dialect) -> Statements:
    return Statements(tables, dialect)


def _everything(table: Table) -> Select[tuple[Any, ...]]:
    columns = [column for column in table.c if column.name != "hospital"]
    return select(*columns).where(*known.of_hospital(table)).order_by(table.c.id)


def _opened(row: type[Row], found: Sequence[Sequence[Any]]) -> list[Stint[Any]]:
    """What a statement of `known` found, opened."""
    decode = _decoder(row)
    return [
        Stint(life, stream, name, decode(encoded), began, ended, begun_by, ended_by)
        for life, stream, name, encoded, began, ended, ended_by, begun_by in found
    ]


_decoders: dict[type[Row], Any] = {}


def _decoder(row: type[Row]) -> Any:
    return _decoders.get(row) or _decoders.setdefault(row, msgspec.json.Decoder(row).decode)
