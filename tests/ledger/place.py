"""Where a test's ledger lies, so that any process can open it and look at what is really stored."""

import sqlite3
from pathlib import Path
from typing import Any, Literal

import psycopg
from msgspec import Struct
from psycopg.rows import tuple_row

from services.ledger import postgres, sqlite
from services.ledger.contract import Ledger
from services.ledger.sqlite.store import FILE

COLUMNS = {
    "events": "seq, stream, version, name, v, unit, unit_seq, at, command, head, body, leaf",
    "sealed": "seq, part, key_id, salt, cipher",
    "commands": "id, digest, first, last",
    "units": "unit, seq",
    "head": "seq, at",
}

Tables = dict[str, list[tuple[Any, ...]]]


class Place(Struct, frozen=True):
    """`where` is the directory of a SQLite ledger or the address of a PostgreSQL."""

    store: Literal["sqlite", "postgres"]
    where: str
    hospital: str

    def open(self) -> Ledger:
        """As a process opens it that writes."""
        if self.store == "sqlite":
            return sqlite.open_writer(Path(self.where), self.hospital)
        return postgres.open_ledger(self.where, self.hospital)

    def open_reader(self) -> Ledger:
        """As any other process opens it."""
        if self.store == "sqlite":
            return sqlite.open_reader(Path(self.where), self.hospital)
        return self.open()

    def tables(self) -> Tables:
        """Everything stored, as it lies there, in the order of its keys."""
        return {table: self._all(table, columns) for table, columns in COLUMNS.items()}

    def _all(self, table: str, columns: str) -> list[tuple[Any, ...]]:
        if self.store == "sqlite":
            with sqlite3.connect(Path(self.where) / FILE) as connection:
                found = connection.execute(f"SELECT {columns} FROM {table}").fetchall()
            connection.close()
            return sorted(found)
        with psycopg.connect(self.where, row_factory=tuple_row) as session:
            session.execute("SELECT set_config('heard.hospital', %s, true)", [self.hospital])
            query = f"SELECT {columns} FROM heard.{table} WHERE hospital = %s"
            return sorted(session.execute(query.encode(), [self.hospital]).fetchall())
