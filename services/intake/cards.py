"""Cards by which people of a unit say that they are in, and take it back. A card is dealt face down: nothing here or anywhere
says who holds which, so there is nobody whose no could be looked up. Which cards are in is never listed; only how many."""

import hmac
from collections.abc import Collection
from sqlite3 import Connection
from threading import Lock

from msgspec import Struct

from workflows.kernel.ids import spell


class Dealt(Struct, frozen=True):
    """A card of this unit, and whether it says that its holder is in."""

    unit: str
    inside: bool


class Cards:
    """Those of one hospital, in the file of its intake, whose `door` they share. Of a card's code only a hash keyed with `key`
    is kept."""

    def __init__(self, file: Connection, door: Lock, key: bytes) -> None:
        self._file = file
        self._door = door
        self._key = key

    def deal(self, unit: str, codes: Collection[str]) -> None:
        """These are the unit's cards from now on, all of them still out; those dealt before are void."""
        with self._door:
            self._file.execute("BEGIN IMMEDIATE")
            with self._file:
                self._file.execute("DELETE FROM cards WHERE unit = ?", (unit,))
                self._file.executemany(
                    "INSERT INTO cards (id, unit) VALUES (?,?)", [(self._id(one), unit) for one in codes]
                )

    def find(self, code: str) -> Dealt | None:
        with self._door:
            found = self._file.execute("SELECT unit, inside FROM cards WHERE id = ?", (self._id(code),)).fetchone()
        return Dealt(found[0], bool(found[1])) if found else None

    def lay(self, code: str, *, inside: bool) -> Dealt | None:
        """Says with this card that its holder is in, or no longer; None where it is no card. Durable when this returns."""
        with self._door:
            self._file.execute("UPDATE cards SET inside = ? WHERE id = ?", (inside, self._id(code)))
        return self.find(code)

    def counts(self) -> dict[str, tuple[int, int]]:
        """By unit: how many cards are in, of how many."""
        with self._door:
            rows = self._file.execute("SELECT unit, SUM(inside), COUNT(*) FROM cards GROUP BY unit").fetchall()
        return {unit: (int(inside), int(every)) for unit, inside, every in rows}

    def _id(self, code: str) -> str:
        return spell("card", int.from_bytes(hmac.digest(self._key, b"card|" + code.encode(), "sha256")[:16]))
