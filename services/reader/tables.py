"""One table per projection, the same on both stores but for the hospital, which comes first in every key on PostgreSQL.

A row stands here once for every version of it that was ever known. Indexes are partial, so that each version is in exactly
one of three for every way of asking: so now and still known · so then and no longer known (filed by the positions between
which it was known) · has ended (filed by the hours between which it was so).
"""

from hashlib import sha256

import msgspec
from sqlalchemy import BigInteger, Column, Index, LargeBinary, MetaData, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql.elements import ColumnElement

from projections.lives import Projection

EDITION = 1
"""Raised when the same tables come to hold other rows: views of another edition are grown anew."""

SCHEMA = "heard_views"


class Tables:
    """The tables of these projections by name, and the bookmarks. `shared` by many hospitals, or of one alone."""

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
            Column("id", BigInteger, primary_key=True, autoincrement=False),
            Column("stream", Text, nullable=False),
            *[Column(name, Text, nullable=False) for name in projection.columns],
            Column("began", BigInteger, nullable=False),
            Column("ended", BigInteger),
            Column("born", BigInteger, nullable=False),
            Column("died", BigInteger),
            Column("node", BigInteger),
            Column("begun_by", BigInteger, nullable=False),
            Column("ended_by", BigInteger),
            Column("name", Text, nullable=False),
            Column("row", LargeBinary, nullable=False),
        )
        self._index(table, "stream", ("stream",))
        for group in projection.filters:
            self._indexes_for(table, group)
        return table

    def _indexes_for(self, table: Table, group: tuple[str, ...]) -> None:
        so_now, known_now = table.c.ended.is_(None), table.c.died.is_(None)
        self._index(table, f"{group[0]}_now", group, so_now & known_now)
        self._index(table, f"{group[0]}_then", (*group, "node", "died", "born"), so_now & table.c.died.is_not(None))
        self._index(table, f"{group[0]}_past", (*group, "node", "ended", "began"), table.c.ended.is_not(None))

    def _index(
        self, table: Table, name: str, columns: tuple[str, ...], where: ColumnElement[bool] | None = None
    ) -> None:
        keys = (
            [table.c.hospital, *(table.c[name] for name in columns)] if self.shared else [table.c[n] for n in columns]
        )
        Index(f"{table.name}_{name}", *keys, sqlite_where=where, postgresql_where=where)

    def statements(self, dialect: Dialect) -> list[str]:
        """The statements that make everything, in order."""
        tables = self._all.sorted_tables
        made = [str(CreateTable(table).compile(dialect=dialect)) for table in tables]
        return made + [
            str(CreateIndex(index).compile(dialect=dialect))
            for table in tables
            for index in sorted(table.indexes, key=lambda index: str(index.name))
        ]

    def shape_of(self, dialect: Dialect) -> str:
        """What tables and rows look like, as a hash: views of any other shape are grown anew."""
        rows = [str(msgspec.inspect.type_info(projection.row)) for projection in self.projections.values()]
        return sha256("\n".join([str(EDITION), *self.statements(dialect), *rows]).encode()).hexdigest()
