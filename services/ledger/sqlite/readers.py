"""One read-only connection per thread. A connection is closed only when nobody is reading with it: SQLite does not survive
losing a connection in the middle of a query."""

import sqlite3
from pathlib import Path
from threading import Lock, local
from typing import Any

from services import sqlite_file


class _Reader:
    __slots__ = ("connection", "reading")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.reading = Lock()


class Readers:
    """The connections of all threads that read one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._own = local()
        self._door = Lock()
        self._opened: list[_Reader] = []
        self._closed = False

    def read(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        """All rows. sqlite3.Error as it comes, also after `close`."""
        reader: _Reader = getattr(self._own, "reader", None) or self._open()
        with reader.reading:
            return reader.connection.execute(query, values).fetchall()

    def _open(self) -> _Reader:
        with self._door:
            if self._closed:
                raise sqlite3.ProgrammingError("it has been closed")
            reader = self._own.reader = _Reader(sqlite_file.open_reader(self._path))
            self._opened.append(reader)
        return reader

    def close(self) -> None:
        with self._door:
            self._closed = True
        for reader in self._opened:
            with reader.reading:
                reader.connection.close()
