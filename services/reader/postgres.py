"""Views in PostgreSQL: a schema beside the ledger's, every key beginning with the hospital. One process at a time pulls."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool, PoolTimeout
from sqlalchemy import Select
from sqlalchemy.dialects.postgresql.psycopg import dialect as postgres_dialect

from projections.lives import Projection
from services.ledger.postgres.session import address_of, is_alive
from services.reader.batch import Batch
from services.reader.store import READER, Overtaken, Snapshot, Statements, ViewStore, ViewsUnavailable, statements_of
from services.reader.tables import SCHEMA, Tables, indexing, making, shape_of, tables_of

READERS = 8
"""Connections for pages."""
PATIENCE = 3.0
"""Seconds a page waits for one."""
FETCHED = 10_000

_DIALECT = postgres_dialect()  # type: ignore[no-untyped-call] # the library leaves this class untyped
_MAKING = 7_203_114
"""The advisory lock under which the schema is made; a hospital's turn is another."""
_END = "ended = a, ended_by = b, until = c, node = d, hours = e"
_DIE = "died = a, until = coalesce(t.until, b), node = coalesce(t.node, c)"
_ADVANCE = f"""
    INSERT INTO {SCHEMA}.bookmarks AS b VALUES (%s, %s, %s)
    ON CONFLICT (hospital, reader) DO UPDATE SET seq = excluded.seq WHERE b.seq < excluded.seq
"""


class PostgresViews(ViewStore):
    """See `store.ViewStore`. Made by `open_views`, after a fork, never before. Connections are opened when first needed
    and again after they were lost."""

    def __init__(self, address: str, hospital: str, tables: Tables) -> None:
        self.hospital = hospital
        self.tables = tables
        self._address = address
        self._connection: psycopg.Connection | None = None
        self._lock = RLock()
        self._statements = statements_of(tables, _DIALECT)
        self._readers = ConnectionPool(
            address_of(address),
            min_size=0,
            max_size=READERS,
            configure=_only_reads,
            check=_alive,
            timeout=PATIENCE,
            open=True,
        )

    def write(self, batch: Batch, after: int, upto: int) -> None:
        with self._transaction() as writer:
            if self._locked_bookmark(writer) != after:
                raise Overtaken
            for name, rows in batch.born.items():
                self._insert(writer, name, [(self.hospital, *values) for values in rows.values()])
                self._change(writer, name, _END, batch.ended[name])
                self._change(writer, name, _DIE, batch.died[name])
            writer.execute(_ADVANCE, (self.hospital, READER, upto))

    def _locked_bookmark(self, writer: psycopg.Connection) -> int:
        query = f"SELECT seq FROM {SCHEMA}.bookmarks WHERE hospital = %s AND reader = %s FOR UPDATE"
        found = writer.execute(query, (self.hospital, READER)).fetchone()
        return found[0] if found else 0

    def _insert(self, writer: psycopg.Connection, name: str, rows: list[tuple[object, ...]]) -> None:
        if rows:
            with writer.cursor().copy(f"COPY {SCHEMA}.{name} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)

    def _change(
        self, writer: psycopg.Connection, name: str, change: str, rows: Sequence[tuple[int | None, ...]]
    ) -> None:
        if rows:
            columns = [list(column) for column in zip(*rows, strict=True)]
            arrays = ", ".join(["%s::bigint[]"] * len(columns))
            given = ", ".join([*"abcde"[: len(columns) - 1], "id"])
            writer.execute(
                f"UPDATE {SCHEMA}.{name} AS t SET {change} FROM unnest({arrays}) AS given ({given})"
                " WHERE t.hospital = %s AND t.id = given.id",
                [*columns, self.hospital],
            )

    @contextmanager
    def growing(self) -> Iterator[None]:
        """The indexes are those of other hospitals too and stay; but the planner is told at once what has grown here, or it
        would take ways that are only short while tables are empty."""
        try:
            yield
        finally:
            with self._standing() as connection:
                for name in self.tables.of:
                    connection.execute(f"ANALYZE {SCHEMA}.{name}")

    def bookmark(self, reader: str) -> int | None:
        with self._reading() as connection:
            return _bookmark(connection, self.hospital, reader)

    def advance(self, reader: str, seq: int) -> bool:
        with self._transaction() as writer:
            return writer.execute(_ADVANCE, (self.hospital, reader, seq)).rowcount == 1

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """An advisory lock for each hospital; it goes with the connection, so a process that dies hands it on."""
        key = f"heard views {self.hospital}"
        with self._standing() as connection:
            found = connection.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", (key,)).fetchone()
            ours = bool(found and found[0])
            try:
                yield ours
            finally:
                if ours and not connection.closed:
                    connection.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", (key,))

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        with self._reading() as connection:
            yield PostgresSnapshot(connection, self.hospital, self._statements)

    def versions(self, statement: Select[tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
        with self._reading() as connection, connection.cursor("versions") as cursor:
            cursor.itersize = FETCHED
            yield from cursor.execute(str(statement.compile(dialect=_DIALECT)), {"hospital": self.hospital})

    @contextmanager
    def _transaction(self) -> Iterator[psycopg.Connection]:
        with self._standing() as connection, connection.transaction():
            yield connection

    @contextmanager
    def _standing(self) -> Iterator[psycopg.Connection]:
        """The writing connection, for one thread at a time. ViewsUnavailable when PostgreSQL cannot be had."""
        with self._lock:
            try:
                if self._connection is None or not is_alive(self._connection):
                    self._let_go()
                    self._connection = psycopg.connect(address_of(self._address), autocommit=True)
                yield self._connection
            except psycopg.Error as error:
                self._let_go()
                raise ViewsUnavailable(f"The views in PostgreSQL cannot be written ({error}).") from error

    def beside(self, folding: str) -> "PostgresViews":
        """Rows of a hospital that cannot exist: no slug has a tilde."""
        copy = PostgresViews(self._address, f"{self.hospital}~{folding}", self.tables)
        self._forget("LIKE %s AND hospital <> %s", f"{self.hospital}~%", copy.hospital)
        return copy

    def swap(self, beside: "PostgresViews") -> None:
        with self._transaction() as writer:
            for table in (*self.tables.of, "bookmarks"):
                writer.execute(f"DELETE FROM {SCHEMA}.{table} WHERE hospital = %s", (self.hospital,))
                query = f"UPDATE {SCHEMA}.{table} SET hospital = %s WHERE hospital = %s"
                writer.execute(query, (self.hospital, beside.hospital))

    def discard(self) -> None:
        self._forget("= %s", self.hospital)
        self.close()

    def _forget(self, which: str, *hospitals: str) -> None:
        with self._transaction() as writer:
            for table in (*self.tables.of, "bookmarks"):
                writer.execute(f"DELETE FROM {SCHEMA}.{table} WHERE hospital {which}", hospitals)

    @contextmanager
    def _reading(self) -> Iterator[psycopg.Connection]:
        try:
            with self._readers.connection() as connection:
                yield connection
        except (psycopg.Error, PoolTimeout) as error:
            raise ViewsUnavailable(f"The views in PostgreSQL cannot be read ({error}).") from error

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def close(self) -> None:
        self._readers.close()
        self._let_go()


class PostgresSnapshot(Snapshot):
    def __init__(self, connection: psycopg.Connection, hospital: str, statements: Statements) -> None:
        super().__init__(statements)
        self._connection = connection
        self._hospital = hospital

    def run(self, query: str, values: dict[str, Any]) -> Sequence[Sequence[Any]]:
        return self._connection.execute(query.encode(), values | {"hospital": self._hospital}).fetchall()

    def bookmark(self) -> int:
        return _bookmark(self._connection, self._hospital, READER) or 0


def _only_reads(connection: psycopg.Connection) -> None:
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    connection.read_only = True


def _alive(connection: psycopg.Connection) -> None:
    if not is_alive(connection):
        connection.close()  # else the pool would take it back
        raise psycopg.OperationalError("the server has closed this connection")


def _bookmark(connection: psycopg.Connection, hospital: str, reader: str) -> int | None:
    query = f"SELECT seq FROM {SCHEMA}.bookmarks WHERE hospital = %s AND reader = %s"
    found = connection.execute(query, (hospital, reader)).fetchone()
    return found[0] if found else None


def open_views(address: str, hospital: str, projections: tuple[Projection, ...]) -> PostgresViews:
    """One hospital's views; the schema is made when it is not there, and made anew when it is not of today's shape."""
    tables = tables_of(projections, shared=True)
    try:
        with psycopg.connect(address) as connection:
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (_MAKING,))
            if _shape(connection) != shape_of(tables, _DIALECT):
                _make(connection, tables)
    except psycopg.Error as error:
        raise ViewsUnavailable(f"The views in PostgreSQL cannot be opened ({error}).") from error
    return PostgresViews(address, hospital, tables)


def _shape(connection: psycopg.Connection) -> str | None:
    (there,) = connection.execute("SELECT to_regclass(%s)", (f"{SCHEMA}.shape",)).fetchone() or (None,)
    found = connection.execute(f"SELECT shape FROM {SCHEMA}.shape").fetchone() if there else None
    return found[0] if found else None


def _make(connection: psycopg.Connection, tables: Tables) -> None:
    connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
    connection.execute(f"CREATE SCHEMA {SCHEMA}")
    for statement in [*making(tables, _DIALECT), *indexing(tables, _DIALECT).values()]:
        connection.execute(statement.encode())
    connection.execute(f"INSERT INTO {SCHEMA}.shape VALUES (%s)", (shape_of(tables, _DIALECT),))
