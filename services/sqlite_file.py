"""SQLite files that do not regrow: opened with our pragmas, migrated forward only, never by hand.

A store keeps numbered migrations (`0001.sql`, …) in a folder beside its code; `PRAGMA user_version` says how far a file has
come. Used by every store; knows none of them.
"""

import sqlite3
import time
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path

BUSY_SECONDS = 10.0
MOST_VALUES = 30_000
"""In one statement; SQLite takes 32,766."""
FEW = 32
"""Rows that are never parted."""
KEPT_STATEMENTS = 256
"""Prepared once per connection: every length an INSERT can have, for each of a store's tables. One row of a long one is
about a kilobyte, so there must be few long ones."""


class WrongVersion(Exception):
    """The file is newer than this program, or its pragmas cannot be had; the message is for an operator."""


def open_file(path: Path, migrations: Traversable) -> sqlite3.Connection:
    """A connection that may write: WAL, synchronous=FULL (proved, not assumed), migrated to the newest version."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(
        path,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=KEPT_STATEMENTS,
    )
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    if connection.execute("PRAGMA synchronous").fetchone() != (2,):
        raise WrongVersion(f"{path} cannot be opened with synchronous=FULL; it would lose acknowledged facts.")
    migrate(connection, path, migrations)
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that only reads and never checkpoints."""
    connection = sqlite3.connect(
        f"file:{path}?mode=ro", uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA query_only=ON")
    return connection


def scour(connection: sqlite3.Connection) -> None:
    """What was overwritten is gone from the journal too: its whole content is taken over and the file is cut to nothing.
    Whoever reads right now is waited for."""
    deadline = time.monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        if time.monotonic() > deadline:
            raise sqlite3.OperationalError("somebody reads without end, so the journal keeps what was erased")
        time.sleep(0.01)


def insert(connection: sqlite3.Connection, into: str, rows: Sequence[Sequence[object]], conflict: str = "") -> None:
    """Rows of equal length, many in one statement. After each statement the thread waits for the interpreter's lock, 5 ms
    where another is busy: `executemany` waits after every row."""
    start, columns = 0, len(rows[0]) if rows else 1
    while start < len(rows):
        part = rows[start : start + _length(len(rows) - start, MOST_VALUES // columns)]
        connection.execute(_insertion(into, columns, len(part), conflict), tuple(chain.from_iterable(part)))
        start += len(part)


def _length(left: int, most: int) -> int:
    """How many of the rows that are left go next: as many as may, else a power of two, else the few that are left."""
    return most if left >= most else left if left < FEW else 1 << left.bit_length() - 1


@lru_cache(KEPT_STATEMENTS)
def _insertion(into: str, columns: int, rows: int, conflict: str) -> str:
    row = f"({','.join('?' * columns)})"
    return f"INSERT INTO {into} VALUES {','.join([row] * rows)} {conflict}"


def migrate(connection: sqlite3.Connection, path: Path, migrations: Traversable) -> None:
    """Applies what the file lacks, each step in a transaction of its own."""
    steps = sorted((step for step in migrations.iterdir() if step.name.endswith(".sql")), key=lambda step: step.name)
    (at,) = connection.execute("PRAGMA user_version").fetchone()
    if at > len(steps):
        raise WrongVersion(
            f"{path} was written by a newer Heard (version {at}, this one knows {len(steps)}); update Heard."
        )
    for number, step in enumerate(steps[at:], start=at + 1):
        script = step.read_text(encoding="utf-8")
        connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version={number};\nCOMMIT;")
