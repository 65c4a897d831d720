"""Anonymous acts waiting for their flush, and sheet rows waiting for a decision."""

import hmac
import secrets
from importlib.resources import files
from pathlib import Path
from threading import Lock
from uuid import uuid4

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from services import sqlite_file
from workflows.kernel.ids import spell
from workflows.kernel.moments import Day

MIGRATIONS = files("services.intake") / "migrations"
_PADDED = 1024
"""Bodies are padded to a multiple of this, so that length says little."""


class Waiting(Struct, frozen=True):
    """An anonymous act before its flush: `body` is the encoded command, `day` all that is kept of its time."""

    id: str
    day: Day
    body: bytes


class Held(Struct, frozen=True):
    """A row of a sheet that nobody sees until somebody decides: why it is held, and the encoded row."""

    id: str
    unit: str
    reason: str
    body: bytes


class Intake:
    """One hospital's intake. Bodies are encrypted with `key` (32 bytes, from the vault). Thread-safe."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._file = sqlite_file.open_file(path, MIGRATIONS)
        self._file.execute("PRAGMA secure_delete=ON")
        self._key = key
        self._box = AESGCM(key)
        self._door = Lock()

    def put(self, day: Day, body: bytes, retry_key: str) -> str | None:
        """Durable when this returns; gives the id under which it waits. The same retry key (the client's, of which only a
        keyed hash is kept) puts it here once; None when something else waits under it."""
        waiting = spell("waiting", int.from_bytes(hmac.digest(self._key, retry_key.encode(), "sha256")[:16]))
        row = (waiting, day, *self._lock(waiting, body))
        with self._door:
            self._file.execute("INSERT OR IGNORE INTO waiting (id, day, nonce, body) VALUES (?,?,?,?)", row)
            kept = self._file.execute("SELECT nonce, body FROM waiting WHERE id = ?", (waiting,)).fetchone()
        return waiting if self._unlock(waiting, *kept) == body else None

    def waiting(self) -> list[Waiting]:
        """Everything that waits, in an order that says nothing."""
        with self._door:
            rows = self._file.execute("SELECT id, day, nonce, body FROM waiting").fetchall()
        found = [Waiting(one, day, self._unlock(one, nonce, body)) for one, day, nonce, body in rows]
        secrets.SystemRandom().shuffle(found)
        return found

    def entry(self, waiting: str) -> str:
        """The random command id under which it enters the ledger: kept before it is used, so that an entry that was cut
        off is repeated and not doubled."""
        with self._door:
            self._file.execute("UPDATE waiting SET entry = ? WHERE id = ? AND entry IS NULL", (str(uuid4()), waiting))
            (entry,) = self._file.execute("SELECT entry FROM waiting WHERE id = ?", (waiting,)).fetchone()
        return str(entry)

    def entered(self, waiting: str) -> None:
        """The ledger has it: what waited is erased here, and the file's journal with it."""
        with self._door:
            self._file.execute("DELETE FROM waiting WHERE id = ?", (waiting,))
            self._file.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def hold(self, held: str, unit: str, reason: str, body: bytes) -> bool:
        """Keeps a sheet's row for a decision under an id of the caller's; the same id twice keeps the first."""
        row = (held, unit, reason, *self._lock(held, body))
        with self._door:
            kept = self._file.execute(
                "INSERT OR IGNORE INTO held (id, unit, reason, nonce, body) VALUES (?,?,?,?,?)", row
            )
        return kept.rowcount == 1

    def held(self) -> list[Held]:
        """Rows nobody has decided on yet."""
        with self._door:
            rows = self._file.execute("SELECT id, unit, reason, nonce, body FROM held WHERE decided IS NULL").fetchall()
        return [Held(one, unit, reason, self._unlock(one, nonce, body)) for one, unit, reason, nonce, body in rows]

    def decide(self, held: str, decision: str) -> None:
        with self._door:
            self._file.execute("UPDATE held SET decided = ? WHERE id = ?", (decision, held))

    def close(self) -> None:
        self._file.close()

    def _lock(self, name: str, body: bytes) -> tuple[bytes, bytes]:
        nonce = secrets.token_bytes(12)
        padded = body + b"\x01" + bytes(-(len(body) + 1) % _PADDED)
        return nonce, self._box.encrypt(nonce, padded, name.encode())

    def _unlock(self, name: str, nonce: bytes, body: bytes) -> bytes:
        return self._box.decrypt(nonce, body, name.encode()).rstrip(b"\x00")[:-1]
