"""One table per projection, the same on both stores but for the hospital, which comes first in every key on PostgreSQL.

A stint is one row for ever. It was known to be so now from the fact at `born` to the one at `until` (filed by these
positions under `node`), and since then to have been so from `began` to `ended` (filed by these hours under `hours`), unless
a late entry says otherwise: then it `died` with that one. Indexes are partial, so that what is so now stays small and quick
however long the history grows.
"""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from types import MappingProxyType

import msgspec
from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql.elements import ColumnElement

from projections.lives import Projection

EDITION = 2
"""Raised when the same tables come to hold other rows: views of another edition are grown anew."""

SCHEMA = "heard_views"

_ID = BigInteger().with_variant(Integer, "sqlite")
"""SQLite files a row under its id itself only where the type is written INTEGER."""


class Tables:
    """The tables of these projections by name, and the bookmarks. `shared` by many hospitals, or of one alone. Made by
    `tables_of`."""

    def __init__(self, projections: tuple[Projection, ...], *, shared: bool) -> None:
        self.projections = {projection.name: projection for projection in projections}
        self.shared = shared
        self._all = MetaData(schema=SCHEMA if shared else None)
        self.of = {projection.name: self._table(projection) for projection in projections}
        self.bookmarks = Table(
            "bookmarks",
            self._all,
            *self._hospital(),
            Column("reader", Text, primary_key=True),
            Column("seq", BigInteger),
        )
        self.shape = Table("shape", self._all, Column("shape", Text))

    def _hospital(self) -> list[Column[str]]:
        return [Column("hospital", Text, primary_key=True)] if self.shared else []

    def _table(self, projection: Projection) -> Table:
        table = Table(
            projection.name,
            self._all,
            *self._hospital(),
            Column("id", _ID, primary_key=True, autoincrement=False),
            Column("stream", Text, nullable=False),
            *[Column(name, Text, nullable=False) for name in projection.columns],
            Column("began", BigInteger, nullable=False),
            Column("ended", BigInteger),
            Column("born", BigInteger, nullable=False),
            Column("until", BigInteger),
            Column("died", BigInteger),
            Column("node", BigInteger),
            Column("hours", BigInteger),
            Column("begun_by", BigInteger, nullable=False),
            Column("ended_by", BigInteger),
            Column("name", Text, nullable=False),
            Column("row", LargeBinary, nullable=False),
        )
        self._index(table, "stream", ("stream", "until", "born"))
        for group in projection.filters:
            self._indexes_for(table, group)
        if projection.followed:
            self._index(table, "began", (*projection.filters[0], "began"))
        return table

    def _indexes_for(self, table: Table, group: tuple[str, ...]) -> None:
        """What a partial index demands is said of a column behind the one that leads to the rows: else a planner would take
        the demand itself for the way to them, and walk through all that ever was."""
        c = table.c
        self._index(table, f"{group[0]}_now", (*group, "born", "until"), c.until.is_(None))
        self._index(table, f"{group[0]}_then", (*group, "node", "until", "born"), c.until.is_not(None))
        self._index(table, f"{group[0]}_past", (*group, "hours", "ended", "began"), c.ended.is_not(None))

    def _index(
        self, table: Table, name: str, columns: tuple[str, ...], where: ColumnElement[bool] | None = None
    ) -> None:
        keys = (
            [table.c.hospital, *(table.c[name] for name in columns)] if self.shared else [table.c[n] for n in columns]
        )
        Index(f"{table.name}_{name}", *keys, sqlite_where=where, postgresql_where=where)

    @property
    def all(self) -> list[Table]:
        return self._all.sorted_tables


@cache
def tables_of(projections: tuple[Projection, ...], *, shared: bool) -> Tables:
    """Declared once, however many hospitals a process opens."""
    return Tables(projections, shared=shared)


@cache
def making(tables: Tables, dialect: Dialect) -> tuple[str, ...]:
    """The statements that make the tables, in order."""
    return tuple(str(CreateTable(table).compile(dialect=dialect)) for table in tables.all)


@cache
def indexing(tables: Tables, dialect: Dialect) -> Mapping[str, str]:
    """The statements that make the indexes where they are missing, by name."""
    made = {str(index.name): CreateIndex(index, if_not_exists=True) for table in tables.all for index in table.indexes}
    return MappingProxyType({name: str(made[name].compile(dialect=dialect)) for name in sorted(made)})


@cache
def shape_of(tables: Tables, dialect: Dialect) -> str:
    """What tables and rows look like, as a hash: views of any other shape are grown anew."""
    rows = [str(msgspec.inspect.type_info(projection.row)) for projection in tables.projections.values()]
    parts = [str(EDITION), *making(tables, dialect), *indexing(tables, dialect).values(), *rows]
    return sha256("\n".join(parts).encode()).hexdigest()
