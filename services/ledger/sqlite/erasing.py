"""Words leave the file for good: overwritten where they lay, then cut from the journal."""

import sqlite3
from collections.abc import Sequence

from services import sqlite_file

_WORDS = "UPDATE sealed SET salt = NULL, cipher = NULL WHERE seq = ? AND part = ?"
_DIGESTS = "UPDATE commands SET digest = NULL WHERE id IN (SELECT command FROM events WHERE seq = ?)"


def erase(writer: sqlite3.Connection, words: Sequence[tuple[int, str]]) -> None:
    """In one transaction; nothing of it can be found in the file or beside it afterwards."""
    (before,) = writer.execute("PRAGMA secure_delete").fetchone()
    writer.execute("PRAGMA secure_delete=ON")
    writer.execute("BEGIN IMMEDIATE")
    writer.executemany(_WORDS, words)
    writer.executemany(_DIGESTS, [(seq,) for seq, _ in words])
    writer.execute("COMMIT")
    writer.execute(f"PRAGMA secure_delete={before}")
    sqlite_file.scour(writer)
