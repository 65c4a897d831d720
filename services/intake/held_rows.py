"""Rows of a sheet that nobody sees until somebody decides."""

from sqlite3 import Connection
from threading import Lock

from msgspec import Struct

from services import sqlite_file
from services.intake.box import Box


class Held(Struct, frozen=True):
    """Why it is held, and the encoded row."""

    id: str
    unit: str
    reason: str
    body: bytes


class HeldRows:
    """Those of one hospital, in the file of its intake, whose `door` they share."""

    def __init__(self, file: Connection, door: Lock, box: Box) -> None:
        self._file = file
        self._door = door
        self._box = box

    def hold(self, held: str, unit: str, reason: str, body: bytes) -> bool:
        """Keeps a row for a decision under an id of the caller's; the same id twice keeps the first."""
        row = (held, unit, reason, *self._box.lock(held, body))
        with self._door:
            kept = self._file.execute(
                "INSERT OR IGNORE INTO held (id, unit, reason, nonce, body) VALUES (?,?,?,?,?)", row
            )
        return kept.rowcount == 1

    def undecided(self) -> list[Held]:
        """Rows nobody has decided on yet."""
        with self._door:
            rows = self._file.execute("SELECT id, unit, reason, nonce, body FROM held WHERE decided IS NULL").fetchall()
        return [Held(one, unit, reason, self._box.unlock(one, nonce, body)) for one, unit, reason, nonce, body in rows]

    def decide(self, held: str, decision: str) -> None:
        """What the row said is needed no more, and erased."""
        with self._door:
            query = "UPDATE held SET decided = ?, nonce = x'', body = x'' WHERE id = ?"
            self._file.execute(query, (decision, held))
            sqlite_file.scour(self._file)
