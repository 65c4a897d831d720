"""Who is signed in: a random token in the browser, its hash here, an idle and an absolute limit.

A sign-in counts once nothing is owed any more: the code of the second step, a password of one's own, a second step where the
role asks for one. Until then it only opens the page where that is given.
"""

import secrets
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from services.people.directory import Directory
from services.people.terms import Device, Limits, terms
from workflows.kernel.moments import DAY, MICRO, Moment

Owed = Literal["", "code", "password", "factor"]

_SEEN_EVERY = 60 * MICRO
"""How exactly the last use is kept: writing it at each request would be a disk flush a page."""
GRACE = 10 * MICRO
"""For which a token that was replaced still counts: pages asked for side by side arrive with the old one."""
UNFINISHED = 10 * 60 * MICRO
"""For which a sign-in may owe something."""
REMEMBERED = DAY
"""For which a sign-in that ran out is remembered, so that what its person typed is kept for them and nobody else."""
_COLUMNS = "id, person, owed, device, roles, began, seen, idle, ends"


class Session(Struct, frozen=True):
    """One sign-in; moments in µs UTC. `roles` is a digest of those it was begun with, where that is kept."""

    id: str
    person: str
    owed: Owed
    device: Device
    roles: bytes | None
    began: Moment
    seen: Moment
    idle: Moment
    ends: Moment

    def lasts(self, now: Moment) -> bool:
        return now < self.ends and now - self.seen <= self.idle


class Sessions:
    """Sign-ins of one hospital. Moments are handed in (µs UTC)."""

    def __init__(self, directory: Directory) -> None:
        self._file = directory.file
        self._door = directory.door

    def begin(
        self,
        person: str,
        now: Moment,
        *,
        owed: Owed = "",
        device: Device = "shared",
        limits: Limits | None = None,
        roles: bytes | None = None,
    ) -> str:
        """A new token; nothing of an earlier session lives on."""
        limits = limits or terms().limits(device)
        idle, most = (UNFINISHED, UNFINISHED) if owed else (limits.idle, limits.most)
        session = Session(secrets.token_hex(8), person, owed, device, roles, now, now, idle, now + most)
        with self._door:
            gone = now - REMEMBERED
            self._file.execute("DELETE FROM sessions WHERE ends < ? OR seen + idle < ?", (gone, gone))
            return self._keep(session)

    def renew(self, token: str, now: Moment, limits: Limits, roles: bytes) -> str | None:
        """The same sign-in under a new token and other limits, since its person's roles are others now."""
        session = self.find(token, now)
        if session is None:
            return None
        ends = min(session.ends, session.began + limits.most)
        renewed = Session(
            session.id,
            session.person,
            session.owed,
            session.device,
            roles,
            session.began,
            now,
            limits.idle,
            ends,
        )
        with self._door:
            self._file.execute("UPDATE sessions SET ends = min(ends, ?) WHERE token = ?", (now + GRACE, _kept(token)))
            return self._keep(renewed)

    def who(self, token: str, now: Moment) -> str | None:
        """The person signed in with this token and owing nothing, or None."""
        session = self.find(token, now)
        return session.person if session and not session.owed else None

    def find(self, token: str, now: Moment) -> Session | None:
        """The sign-in with this token, whatever it owes; None when it is unknown or too old. Being asked for counts as use."""
        session = self.past(token)
        if session is None or not session.lasts(now):
            return None
        if now - session.seen > _SEEN_EVERY:
            with self._door:
                self._file.execute("UPDATE sessions SET seen = ? WHERE token = ?", (now, _kept(token)))
        return session

    def past(self, token: str) -> Session | None:
        """The same, also when it has run out since."""
        with self._door:
            query = f"SELECT {_COLUMNS} FROM sessions WHERE token = ?"
            found = self._file.execute(query, (_kept(token),)).fetchone()
        return Session(*found) if found else None

    def of(self, person: str, now: Moment) -> list[Session]:
        """Where the person is signed in now, the latest first."""
        with self._door:
            query = f"SELECT {_COLUMNS} FROM sessions WHERE person = ? AND owed = '' ORDER BY began DESC, seen"
            found = [Session(*row) for row in self._file.execute(query, (person,))]
        return list({one.id: one for one in found if one.lasts(now)}.values())

    def end(self, token: str) -> None:
        with self._door:
            self._file.execute("DELETE FROM sessions WHERE token = ?", (_kept(token),))

    def end_of(self, person: str, session: str | None = None) -> None:
        """One sign-in of a person, or all of them."""
        with self._door:
            query = "DELETE FROM sessions WHERE person = ? AND id = coalesce(?, id)"
            self._file.execute(query, (person, session))

    def _keep(self, session: Session) -> str:
        token = secrets.token_urlsafe(32)
        row = (_kept(token), *(getattr(session, name) for name in Session.__struct_fields__))
        self._file.execute("INSERT INTO sessions VALUES (?,?,?,?,?,?,?,?,?,?)", row)
        return token


def _kept(token: str) -> bytes:
    return sha256(token.encode()).digest()
