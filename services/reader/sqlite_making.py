"""The file of the views: opened with its pragmas, taken as it is when it is sound, made anew when it is not."""

import sqlite3
from pathlib import Path

from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from services import sqlite_file
from services.reader.tables import Tables, indexing, making, shape_of

DIALECT = sqlite_dialect(paramstyle="named")
CHECKPOINT = 8_000
"""Pages of the write-ahead log before they are moved into the file."""
_DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)
"""What SQLite says of a file that is none of its own, broken, or without our tables."""


def sound(path: Path, tables: Tables, synchronous: str) -> sqlite3.Connection | None:
    """The file that is there; None where there is none, or it is damaged, or its rows look otherwise."""
    writer = None
    try:
        if path.exists():
            writer = opened(path, synchronous)
            if writer.execute("SELECT shape FROM shape").fetchone() == (shape_of(tables, DIALECT),):
                index(writer, tables)
                return writer
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in _DAMAGED:
            raise
    if writer is not None:
        writer.close()
    return None


def made(path: Path, tables: Tables, synchronous: str) -> sqlite3.Connection:
    """A new, empty file in the place of whatever was there."""
    remove(path)
    writer = opened(path, synchronous)
    writer.execute("BEGIN IMMEDIATE")
    for statement in making(tables, DIALECT):
        writer.execute(statement)
    index(writer, tables)
    writer.execute("INSERT INTO shape VALUES (?)", (shape_of(tables, DIALECT),))
    writer.execute("COMMIT")
    return writer


def opened(path: Path, synchronous: str) -> sqlite3.Connection:
    """The writing connection, with our pragmas."""
    writer = sqlite3.connect(path, timeout=sqlite_file.BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute(f"PRAGMA synchronous={synchronous}")
        writer.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT}")
        writer.execute("PRAGMA cache_size=-65536")
    except sqlite3.Error:
        writer.close()
        raise
    return writer


def index(writer: sqlite3.Connection, tables: Tables) -> None:
    """Makes the indexes that are missing."""
    for statement in indexing(tables, DIALECT).values():
        writer.execute(statement)


def remove(path: Path) -> None:
    """The file and its companions."""
    for companion in ("", "-wal", "-shm"):
        path.with_name(path.name + companion).unlink(missing_ok=True)
