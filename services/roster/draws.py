"""Cards that are drawn: one for each person, out of a shuffled pool of a fixed number.

A reply that gets lost loses no card: in its place the card is locked under a key that the page carried, and whoever sends the
same page again gets the same card. We keep no such key, so nobody else can open it, and we cannot either.
"""

import hmac
import secrets
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import Lock

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services import code, sqlite_file

MIGRATIONS = files("services.roster") / "migrations"
_NONCE = 12
_NOBODY = bytes(16)
_LABEL = 40
"""Characters of a label, longer than any."""


class DrawnAlready(Exception):
    """This person has drawn, on another page than this one."""


class Ended(Exception):
    """No card is left of that box."""


class Draws:
    """One hospital's. `key`: 32 bytes, from the vault. Thread-safe. A box is labelled by its campaign and group."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._file = sqlite_file.open_file(path, MIGRATIONS)
        self._file.execute("PRAGMA secure_delete=ON")
        self._key = key
        self._door = Lock()
        sqlite_file.scour(self._file)

    def stock(self, campaign: str, boxes: Mapping[str, int], deal: Callable[[Mapping[str, list[str]]], None]) -> None:
        """So many new cards for each box of a campaign, shuffled, and as many empty seats; once. `deal` tells the other side of
        them before the first can be drawn: if we stop in between, others are made and told instead."""
        with self._door:
            if any(self._places("SELECT place FROM cards WHERE box = ?", _label(box)) for box in boxes):
                return
            cards = {box: [code.mint() for _ in range(number)] for box, number in boxes.items()}
            deal(cards)
            rows = [(_label(box), 0, _locked(self._key, one)) for box, some in cards.items() for one in some]
            secrets.SystemRandom().shuffle(rows)
            with self._writing():
                self._file.executemany("INSERT INTO cards VALUES (NULL,?,?,?)", rows)
                seats = [(_label(campaign), _NOBODY)] * len(rows)
                self._file.executemany("INSERT INTO seats VALUES (NULL,?,?)", seats)
            sqlite_file.scour(self._file)

    def made(self, box: str) -> int:
        return self._count("SELECT count(*) FROM cards WHERE box = ?", _label(box))

    def drawn(self, box: str) -> int:
        return self._count("SELECT count(*) FROM cards WHERE box = ? AND drawn", _label(box))

    def has_drawn(self, campaign: str, person: str) -> bool:
        query = "SELECT count(*) FROM seats WHERE campaign = ? AND person = ?"
        return self._count(query, _label(campaign), self._name(campaign, person)) > 0

    def draw(self, campaign: str, box: str, person: str, page: str) -> str:
        """A card by lot; the same again for the same `page`, a secret of the form that asks. DrawnAlready, Ended."""
        name, lock = self._name(campaign, person), sha256(f"page|{page}".encode()).digest()
        with self._door:
            if self._seated(campaign, name):
                return self._again(box, lock)
            left = self._places("SELECT place FROM cards WHERE box = ? AND NOT drawn", _label(box))
            seats = self._places("SELECT place FROM seats WHERE campaign = ? AND person = ?", _label(campaign), _NOBODY)
            if not left or not seats:
                raise Ended
            place = secrets.choice(left)
            (body,) = self._file.execute("SELECT body FROM cards WHERE place = ?", (place,)).fetchone()
            card = _opened(self._key, body)
            with self._writing():
                locked = _locked(lock, card)
                self._file.execute("UPDATE cards SET drawn = 1, body = ? WHERE place = ?", (locked, place))
                self._file.execute("UPDATE seats SET person = ? WHERE place = ?", (name, secrets.choice(seats)))
            sqlite_file.scour(self._file)
        return card

    def clear(self, campaign: str, boxes: Sequence[str]) -> None:
        """Of a campaign that is over: who had drawn is known to nobody any more."""
        with self._door:
            with self._writing():
                self._file.executemany("DELETE FROM cards WHERE box = ?", [(_label(box),) for box in boxes])
                self._file.execute("DELETE FROM seats WHERE campaign = ?", (_label(campaign),))
            sqlite_file.scour(self._file)

    def close(self) -> None:
        with self._door:
            self._file.close()

    def _again(self, box: str, lock: bytes) -> str:
        """Every drawn card is tried: nothing says which one the page's might be."""
        for (body,) in self._file.execute("SELECT body FROM cards WHERE box = ? AND drawn", (_label(box),)):
            try:
                return _opened(lock, body)
            except InvalidTag:
                continue
        raise DrawnAlready

    def _seated(self, campaign: str, name: bytes) -> bool:
        query = "SELECT 1 FROM seats WHERE campaign = ? AND person = ?"
        return self._file.execute(query, (_label(campaign), name)).fetchone() is not None

    def _places(self, query: str, *values: object) -> list[int]:
        return [place for (place,) in self._file.execute(query, values)]

    def _count(self, query: str, *values: object) -> int:
        with self._door:
            found: int = self._file.execute(query, values).fetchone()[0]
        return found

    def _name(self, campaign: str, person: str) -> bytes:
        return hmac.digest(self._key, f"{campaign}|{person}".encode(), "sha256")[:16]

    def _writing(self) -> sqlite3.Connection:
        self._file.execute("BEGIN IMMEDIATE")
        return self._file


def _label(name: str) -> str:
    return name.ljust(_LABEL)


def _locked(key: bytes, card: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, card.encode(), None)


def _opened(key: bytes, body: bytes) -> str:
    return AESGCM(key).decrypt(body[:_NONCE], body[_NONCE:], None).decode()
