"""Whose calendar an address opens: by a random part of it, of which only the hash is kept. A new one shuts the old one."""

import secrets
from hashlib import sha256

from services.people.directory import Directory


class Calendars:
    """Of one hospital's people. Thread-safe."""

    def __init__(self, directory: Directory) -> None:
        self._file = directory.file
        self._door = directory.door

    def renew(self, person: str) -> str:
        """A new token, 256 random bits, told once; the one before opens nothing any more."""
        token = secrets.token_urlsafe(32)
        with self._door:
            self._file.execute("INSERT OR REPLACE INTO calendars VALUES (?,?)", (person, _kept(token)))
        return token

    def whose(self, token: str) -> str | None:
        with self._door:
            found = self._file.execute("SELECT person FROM calendars WHERE token = ?", (_kept(token),)).fetchone()
        return found[0] if found else None

    def has(self, person: str) -> bool:
        with self._door:
            return self._file.execute("SELECT 1 FROM calendars WHERE person = ?", (person,)).fetchone() is not None

    def end(self, person: str) -> None:
        with self._door:
            self._file.execute("DELETE FROM calendars WHERE person = ?", (person,))


def _kept(token: str) -> bytes:
    return sha256(token.encode()).digest()
