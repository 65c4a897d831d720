"""A chest of drawers: where a ballot lies is drawn by lot, so that no page, no free byte and no journal says when it came.

Every drawer is as long as the others and is filled in place. When none is empty the chest is built anew, twice as large, and
everything is laid into it by lot again.
"""

import secrets
import sqlite3
from collections.abc import Collection, Mapping

from services import sqlite_file

PADDED = 4_096
"""Bytes of every body before it is locked; a hundred answers take a third of it, the longest comment nearly all."""
FEWEST = 32
"""Drawers of a new chest."""
_NOBODY = bytes(16)
_LABEL = 40
"""Characters of a campaign's label, longer than any id of one."""
_CACHE = 16_384
"""Kilobytes of pages kept at hand. There is no index, for it would grow in the order of arrival; every drawer is looked at."""
_EMPTY = (_NOBODY, " " * _LABEL, bytes(12), bytes(PADDED + 16))

Row = tuple[bytes, bytes, bytes]
"""Id, nonce, body."""


class Chest:
    """On an open file, which has to stay its own; not thread-safe."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file
        self._file.execute(f"PRAGMA cache_size=-{_CACHE}")

    def lay(self, campaign: str, row: Row, beside: Mapping[str, Row] | None = None) -> bool:
        """Whether nothing of this id lay there before; durable when this returns, and gone from the journal. `beside`: what is
        laid under another label with it, or not at all."""
        with self._writing():
            if self.holds(campaign, row[0]):
                return False
            for label, one in ((campaign, row), *(beside or {}).items()):
                self._fill(secrets.choice(self._empty() or self._rebuilt()), (one[0], _label(label), *one[1:]))
        sqlite_file.scour(self._file)
        return True

    def lay_anew(self, campaign: str, row: Row) -> None:
        """In the place of what lay under this id, if anything did; durable when this returns, and the old gone from the
        journal."""
        with self._writing():
            there = self._place(campaign, row[0])
            place = secrets.choice(self._empty() or self._rebuilt()) if there is None else there
            self._fill(place, (row[0], _label(campaign), *row[1:]))
        sqlite_file.scour(self._file)

    def row(self, campaign: str, one: bytes) -> Row | None:
        query = "SELECT id, nonce, body FROM drawers WHERE campaign = ? AND id = ?"
        found: Row | None = self._file.execute(query, (_label(campaign), one)).fetchone()
        return found

    def take_out(self, campaign: str, one: bytes) -> None:
        """What lies under this id is overwritten with nothing, if anything does."""
        if (place := self._place(campaign, one)) is None:
            return
        with self._writing():
            self._fill(place, _EMPTY)
        sqlite_file.scour(self._file)

    def count(self, campaign: str) -> int:
        found: int = self._file.execute(
            "SELECT count(*) FROM drawers WHERE campaign = ?", (_label(campaign),)
        ).fetchone()[0]
        return found

    def rows(self, campaign: str) -> list[Row]:
        query = "SELECT id, nonce, body FROM drawers WHERE campaign = ?"
        return self._file.execute(query, (_label(campaign),)).fetchall()

    def clear(self, campaign: str) -> None:
        """Its drawers are overwritten with nothing, in the file and in its journal; its cards are gone."""
        with self._writing():
            self._file.execute("DELETE FROM cards WHERE box = ?", (_label(campaign),))
            query = "SELECT place FROM drawers WHERE campaign = ?"
            for (place,) in self._file.execute(query, (_label(campaign),)).fetchall():
                self._fill(place, _EMPTY)
        sqlite_file.scour(self._file)

    def deal(self, cards: Mapping[str, Collection[bytes]]) -> None:
        """The ids of the cards of each campaign (or part of one), instead of those it had."""
        rows = [(_label(box), one) for box, some in cards.items() for one in some]
        secrets.SystemRandom().shuffle(rows)
        with self._writing():
            self._file.executemany("DELETE FROM cards WHERE box = ?", [(_label(box),) for box in cards])
            self._file.executemany("INSERT INTO cards VALUES (NULL,?,?)", rows)
        sqlite_file.scour(self._file)

    def admit(self, campaign: str, cards: Collection[bytes]) -> None:
        """These cards besides those that are there."""
        new = [(_label(campaign), one) for one in cards if not self.knows(campaign, one)]
        if new:
            self._file.executemany("INSERT INTO cards VALUES (NULL,?,?)", new)

    def holds(self, campaign: str, card: bytes) -> bool:
        """Whether a ballot lies under this id."""
        query = "SELECT 1 FROM drawers WHERE campaign = ? AND id = ?"
        return self._file.execute(query, (_label(campaign), card)).fetchone() is not None

    def knows(self, campaign: str, card: bytes) -> bool:
        query = "SELECT 1 FROM cards WHERE box = ? AND id = ?"
        return self._file.execute(query, (_label(campaign), card)).fetchone() is not None

    def known_among(self, cards: Collection[bytes]) -> bytes | None:
        """The one of these that is a card, looked for in one pass over all cards."""
        query = f"SELECT id FROM cards WHERE id IN ({','.join('?' * len(cards))})"
        found = self._file.execute(query, tuple(cards)).fetchone()
        return None if found is None else bytes(found[0])

    def cards(self, campaign: str) -> tuple[int, int]:
        """How many there are, and under how many of them a ballot lies."""
        query = "SELECT count(*), count(drawers.id) FROM cards LEFT JOIN drawers ON drawers.id = cards.id WHERE box = ?"
        made, spent = self._file.execute(query, (_label(campaign),)).fetchone()
        return made, spent

    def _fill(self, place: int, content: tuple[object, ...]) -> None:
        query = "UPDATE drawers SET id = ?, campaign = ?, nonce = ?, body = ? WHERE place = ?"
        self._file.execute(query, (*content, place))

    def _place(self, campaign: str, one: bytes) -> int | None:
        query = "SELECT place FROM drawers WHERE campaign = ? AND id = ?"
        found = self._file.execute(query, (_label(campaign), one)).fetchone()
        return found[0] if found else None

    def _empty(self) -> list[int]:
        return [place for (place,) in self._file.execute("SELECT place FROM drawers WHERE id = ?", (_NOBODY,))]

    def _rebuilt(self) -> list[int]:
        """The empty drawers of a chest of twice the size."""
        kept = self._file.execute("SELECT id, campaign, nonce, body FROM drawers").fetchall()
        laid = kept + [_EMPTY] * max(FEWEST, len(kept))
        secrets.SystemRandom().shuffle(laid)
        self._file.execute("DELETE FROM drawers")
        self._file.executemany("INSERT INTO drawers VALUES (?,?,?,?,?)", [(n, *row) for n, row in enumerate(laid)])
        return self._empty()

    def _writing(self) -> sqlite3.Connection:
        self._file.execute("BEGIN IMMEDIATE")
        return self._file


def _label(campaign: str) -> str:
    return campaign.ljust(_LABEL)
