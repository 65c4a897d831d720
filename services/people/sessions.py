"""Who is signed in: a random token in the browser, its hash here, an idle and an absolute limit."""

import secrets
from hashlib import sha256

from services.people.directory import Directory
from workflows.kernel.moments import DAY, MICRO, Moment

IDLE = 60 * 60 * MICRO
ABSOLUTE = DAY // 2
_SEEN_EVERY = 60 * MICRO
"""How exactly the last use is kept: writing it at each request would be a disk flush a page."""


class Sessions:
    """Sign-ins of one hospital. Moments are handed in (µs UTC)."""

    def __init__(self, directory: Directory) -> None:
        self._file = directory.file
        self._door = directory.door

    def begin(self, person: str, now: Moment) -> str:
        """A new token; nothing of an earlier session lives on."""
        token = secrets.token_urlsafe(32)
        with self._door:
            self._file.execute("DELETE FROM sessions WHERE seen < ? OR began < ?", (now - IDLE, now - ABSOLUTE))
            self._file.execute("INSERT INTO sessions VALUES (?,?,?,?)", (_kept(token), person, now, now))
        return token

    def who(self, token: str, now: Moment) -> str | None:
        """The person signed in with this token, or None when it is unknown or too old."""
        with self._door:
            found = self._file.execute(
                "SELECT person, began, seen FROM sessions WHERE token = ?", (_kept(token),)
            ).fetchone()
            if not found or now - found[2] > IDLE or now - found[1] > ABSOLUTE:
                return None
            if now - found[2] > _SEEN_EVERY:
                self._file.execute("UPDATE sessions SET seen = ? WHERE token = ?", (now, _kept(token)))
        person: str = found[0]
        return person

    def end(self, token: str) -> None:
        with self._door:
            self._file.execute("DELETE FROM sessions WHERE token = ?", (_kept(token),))


def _kept(token: str) -> bytes:
    return sha256(token.encode()).digest()
