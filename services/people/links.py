"""Links by which somebody without an account plays one ball, once: a random token in the link, its hash and last day here."""

import secrets
from hashlib import sha256
from uuid import NAMESPACE_DNS, uuid5

from msgspec import Struct

from services.people.directory import Directory
from workflows.kernel.moments import DAY, Moment

LASTS = 14 * DAY
"""How long a link is good for, in µs."""


class Link(Struct, frozen=True):
    """What a link is for: one ball, in one pair of hands. `command` is the id of the one command that it can carry out: a
    second one under it is another form's, and refused by the ledger."""

    stream: str
    holder: str
    command: str


class Links:
    """Links of one hospital. Moments are handed in (µs UTC)."""

    def __init__(self, directory: Directory) -> None:
        self._file = directory.file
        self._door = directory.door

    def draw(self, stream: str, holder: str, now: Moment) -> str:
        """A new token, 256 random bits; an earlier one for the same ball is worth nothing from now on."""
        token = secrets.token_urlsafe(32)
        with self._door:
            self._file.execute("DELETE FROM links WHERE ends < ? OR (stream = ? AND holder = ?)", (now, stream, holder))
            self._file.execute("INSERT INTO links VALUES (?,?,?,?,0)", (_kept(token), stream, holder, now + LASTS))
        return token

    def find(self, token: str, now: Moment) -> Link | None:
        """What it is for; None when it is unknown, used or too old, which look the same. Looking uses nothing up."""
        with self._door:
            query = "SELECT stream, holder FROM links WHERE token = ? AND NOT used AND ends >= ?"
            found = self._file.execute(query, (_kept(token), now)).fetchone()
        return Link(found[0], found[1], str(uuid5(NAMESPACE_DNS, _kept(token).hex()))) if found else None

    def use(self, token: str) -> None:
        with self._door:
            self._file.execute("UPDATE links SET used = 1 WHERE token = ?", (_kept(token),))


def _kept(token: str) -> bytes:
    return sha256(token.encode()).digest()
