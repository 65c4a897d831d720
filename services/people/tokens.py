"""Tokens for programs that act for a person over the API: part of what the person may, until a day, told once."""

import secrets
from collections.abc import Iterable
from hashlib import sha256

from msgspec import Struct

from services.people.directory import Directory
from workflows.kernel.moments import Day

BEGINS = "heard_"
"""How a token is told from that of a sign-in, and found where it should not lie."""


class Token(Struct, frozen=True):
    """A token as its owner sees it. `scopes` are patterns of actions, as in the table of roles."""

    id: str
    person: str
    name: str
    scopes: tuple[str, ...]
    ends: Day
    used: Day | None


class Tokens:
    """Of one hospital's people. Thread-safe."""

    def __init__(self, directory: Directory) -> None:
        self._file = directory.file
        self._door = directory.door

    def issue(self, person: str, name: str, scopes: Iterable[str], ends: Day) -> str:
        token = BEGINS + secrets.token_urlsafe(32)
        with self._door:
            row = (secrets.token_hex(8), _kept(token), person, name, " ".join(scopes), ends, None)
            self._file.execute("INSERT INTO tokens VALUES (?,?,?,?,?,?,?)", row)
        return token

    def find(self, token: str, today: Day) -> Token | None:
        """Whom it acts for today; that it was used is kept to the day and no finer."""
        with self._door:
            query = "SELECT id, person, name, scopes, ends, used FROM tokens WHERE hash = ? AND ends >= ?"
            found = self._file.execute(query, (_kept(token), today)).fetchone()
            if found and found[5] != today:
                self._file.execute("UPDATE tokens SET used = ? WHERE id = ?", (today, found[0]))
        return _token(found) if found else None

    def of(self, person: str) -> list[Token]:
        with self._door:
            query = "SELECT id, person, name, scopes, ends, used FROM tokens WHERE person = ? ORDER BY name"
            return [_token(row) for row in self._file.execute(query, (person,))]

    def revoke(self, person: str, token: str) -> None:
        """By its id, for its owner alone."""
        with self._door:
            self._file.execute("DELETE FROM tokens WHERE person = ? AND id = ?", (person, token))


def _token(row: tuple[str, str, str, str, Day, Day | None]) -> Token:
    one, person, name, scopes, ends, used = row
    return Token(one, person, name, tuple(scopes.split()), ends, used)


def _kept(token: str) -> bytes:
    return sha256(token.encode()).digest()
