"""Documents that facts name by their SHA-256: adopted terms, imported sheets' layouts. In an SQLite file of their own.

May import `sqlite_file`; knows no fact.
"""

from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import Lock

from services import sqlite_file

MIGRATIONS = files("services.attachments") / "migrations"


class Attachments:
    """Content-addressed: what is put twice lies here once. Thread-safe."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite_file.open_file(path, MIGRATIONS)
        self._door = Lock()

    def put(self, document: bytes) -> str:
        """Durable when this returns; gives the digest (hex)."""
        digest = sha256(document).hexdigest()
        with self._door:
            self._file.execute("INSERT OR IGNORE INTO attachments VALUES (?,?)", (digest, document))
        return digest

    def get(self, digest: str) -> bytes | None:
        with self._door:
            found = self._file.execute("SELECT body FROM attachments WHERE digest = ?", (digest,)).fetchone()
        return found[0] if found else None

    def remove(self, digest: str) -> None:
        """Gone from the file and its journal; only what is sealed is ever removed."""
        with self._door:
            self._file.execute("PRAGMA secure_delete=ON")
            self._file.execute("DELETE FROM attachments WHERE digest = ?", (digest,))
            sqlite_file.scour(self._file)

    def close(self) -> None:
        self._file.close()
