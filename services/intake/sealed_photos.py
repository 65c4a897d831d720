"""Photos that came with what waits, sealed already. Each goes when the fact that names it is in the ledger."""

from hashlib import sha256
from sqlite3 import Connection
from threading import Lock

from services import sqlite_file


class SealedPhotos:
    """Those of one hospital, in the file of its intake, whose `door` they share."""

    def __init__(self, file: Connection, door: Lock) -> None:
        self._file = file
        self._door = door

    def keep(self, sealed: bytes) -> str:
        """Durable when this returns; gives the digest (hex) by which what waits names it."""
        digest = sha256(sealed).hexdigest()
        with self._door:
            self._file.execute("INSERT OR IGNORE INTO photos VALUES (?,?)", (digest, sealed))
        return digest

    def find(self, digest: str) -> bytes | None:
        with self._door:
            found = self._file.execute("SELECT body FROM photos WHERE digest = ?", (digest,)).fetchone()
        return found[0] if found else None

    def drop(self, digest: str) -> None:
        """It lies elsewhere by now, or is erased."""
        with self._door:
            if self._file.execute("DELETE FROM photos WHERE digest = ?", (digest,)).rowcount:
                sqlite_file.scour(self._file)
