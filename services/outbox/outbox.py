"""What waits to be sent, what could not be, and why."""

import hmac
from collections.abc import Callable
from contextlib import closing
from importlib.resources import files
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Literal

import msgspec
from msgspec import Struct

from services import sqlite_file
from services.calendar_file import Entry
from services.outbox.letter import Unfit, plain
from workflows.kernel.moments import MICRO, Moment

MIGRATIONS = files("services.outbox") / "migrations"
HOUR = 3_600 * MICRO
"""As fine as it is kept when a message was put: what it is about may have come from somebody who is not to be found."""
FIRST_PAUSE = 5 * MICRO
LONGEST_PAUSE = HOUR
"""µs between two attempts; each pause is twice the one before."""
PATIENCE = 3 * 86_400 * MICRO
"""µs after which a message that still cannot be sent has failed."""
TOGETHER = 50
_PUT = (
    "INSERT OR IGNORE INTO messages (key, state, whom, subject, body, put, due, thread, urgent, invitation, about)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?)"
)
_GONE = (
    "state = 'sent', whom = NULL, subject = NULL, body = NULL, put = 0, due = 0, why = NULL, thread = NULL, urgent = 0,"
    " invitation = NULL"
)
"""What is left of a message: its key, so that it is not put again."""
_DROPPED = f"{_GONE}, about = NULL, dropped = 1"
"""The same of one that never leaves the house."""


class Mail(Struct, frozen=True):
    """How the hospital sends mail: relay (`host:port`), the address it comes from, and where people reach Heard (a link
    begins with it)."""

    relay: str
    sender: str
    address: str


class Message(Struct, frozen=True):
    """One message that is due: to a person's id or an address."""

    key: bytes
    whom: str
    subject: str
    body: str
    put: Moment
    attempts: int
    urgent: bool
    enclosed: bytes | None

    @property
    def invitation(self) -> Entry | None:
        return msgspec.json.decode(self.enclosed, type=Entry) if self.enclosed else None


class Failed(Struct, frozen=True):
    """A message that will not be tried again by itself, by its key."""

    whom: str
    why: str
    key: bytes


class Delayed(Struct, frozen=True):
    """A message that was tried and waits to be tried again; `why` it could not be sent the last time."""

    whom: str
    why: str
    attempts: int


State = Literal["waiting", "sent", "failed"]


class Notice(Struct, frozen=True):
    """That somebody is told of a thing, and whether they were; `told` to the hour, once it is sent."""

    state: State
    told: Moment | None


class Outbox:
    """One hospital's mail on its way. `pepper` (32 bytes, from the vault) hashes keys; where there is no `mail`, nothing is
    kept and nothing is sent. Thread-safe."""

    def __init__(self, path: Path, pepper: bytes, mail: Mail | None, now: Callable[[], Moment]) -> None:
        self._file = sqlite_file.open_file(path, MIGRATIONS)
        self._file.execute("PRAGMA secure_delete=ON")
        self._pepper = pepper
        self._rests: dict[bytes, Moment] = {}
        """Until when a message is not tried again. In the file that stands to the hour alone, as when it was put."""
        self.now = now
        self._door = Lock()
        self.mail = mail

    def put(
        self,
        whom: str,
        subject: str,
        body: str,
        key: str,
        *,
        instead_of: str | None = None,
        urgent: bool = False,
        invitation: Entry | None = None,
        about: str | None = None,
    ) -> bool:
        """Durable when this returns: a message to a person's id or a mail address. Whether it is new; the same key twice is
        one message. It takes the place of whatever was put `instead_of` the same and is not sent yet; where it is `urgent`,
        it waits for nobody's quiet hours. `invitation` is what a calendar takes from it. Whoever
        reads the page of the thing it is `about` sees whether it was sent. Unfit where subject or body hold control
        characters, or whom is neither."""
        if "@" not in whom and not whom.startswith("person-"):
            raise Unfit(f"{whom!r} is neither a person of the directory nor a mail address.")
        fit = (plain(whom), plain(subject), plain(body, lines=True))
        if self.mail is None:
            return False
        hashed, thread, hour = self._hash(key), self._hash(instead_of) if instead_of else None, _hour(self.now())
        enclosed = msgspec.json.encode(invitation) if invitation else None
        thing = self._hash(f"about|{about}") if about else None
        row = (hashed, "waiting", *fit, hour, hour, thread, urgent, enclosed, thing)
        with self._door:
            self._file.execute("BEGIN IMMEDIATE")
            with self._file:
                put = self._file.execute(_PUT, row)
                if put.rowcount == 1 and thread:
                    self._file.execute(
                        f"UPDATE messages SET {_DROPPED} WHERE thread = ? AND key <> ?", (thread, hashed)
                    )
        return put.rowcount == 1

    def holds(self, key: str) -> bool:
        """Whether a message was put under this key, sent or not."""
        hashed = self._hash(key)
        with self._door:
            return self._file.execute("SELECT 1 FROM messages WHERE key = ?", (hashed,)).fetchone() is not None

    def link(self, path: str) -> str:
        """The whole address of a page."""
        return (self.mail.address.rstrip("/") if self.mail else "") + path

    def due(self) -> list[Message]:
        """What is to be sent now, the longest waiting first."""
        query = (
            "SELECT key, whom, subject, body, put, attempts, urgent, invitation FROM messages"
            " WHERE state = 'waiting' AND due <= ? ORDER BY due"
        )
        now = self.now()
        with self._door:
            rested = (row for row in self._file.execute(query, (now,)) if self._rests.get(row[0], 0) <= now)
            return [Message(*row) for row in islice(rested, TOGETHER)]

    def rest(self, message: Message, until: Moment) -> None:
        """Not sent before then, through no fault of anybody."""
        self._rests[message.key] = until

    def sent(self, key: bytes) -> None:
        """It is out of the house: what it said and to whom is forgotten."""
        self._rests.pop(key, None)
        self._set(f"{_GONE}, told = iif(about IS NULL, NULL, ?)", key, _hour(self.now()))
        with self._door:
            self._file.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def later(self, message: Message, why: str) -> None:
        """It could not be sent now: tried again after a while, given up after `PATIENCE`."""
        now = self.now()
        if now - message.put >= PATIENCE:
            self.failed(message.key, why)
            return
        pause = min(FIRST_PAUSE << min(message.attempts, 20), LONGEST_PAUSE)
        self._rests[message.key] = now + pause
        self._set("attempts = attempts + 1, due = ?, why = ?", message.key, _hour(now + pause), why)

    def failed(self, key: bytes, why: str) -> None:
        """It cannot be sent as it is; the operator is told."""
        self._rests.pop(key, None)
        self._set("state = 'failed', attempts = attempts + 1, why = ?", key, why)

    def failures(self) -> list[Failed]:
        with self._door:
            rows = self._file.execute("SELECT whom, why, key FROM messages WHERE state = 'failed' ORDER BY put")
            return [Failed(*row) for row in rows]

    def delayed(self) -> list[Delayed]:
        """What was tried and waits to be tried again, the most often tried first."""
        query = (
            "SELECT whom, why, attempts FROM messages WHERE state = 'waiting' AND attempts > 0 ORDER BY attempts DESC"
        )
        with self._door:
            return [Delayed(*row) for row in self._file.execute(query)]

    def waiting(self) -> int:
        return self._count("state = 'waiting'")

    def sent_in_all(self) -> int:
        """How many messages the mail server ever took."""
        return self._count("state = 'sent' AND NOT dropped")

    def notices(self, about: str) -> list[Notice]:
        """What people are told of a thing."""
        query = "SELECT state, told FROM messages WHERE about = ? ORDER BY told"
        with self._door:
            return [Notice(*row) for row in self._file.execute(query, (self._hash(f"about|{about}"),))]

    def again(self, key: bytes | None = None) -> int:
        """What failed, or this one of them, is tried once more from the beginning. Says how many."""
        hour = _hour(self.now())
        return self._failed("state = 'waiting', attempts = 0, put = ?, due = ?", key, hour, hour)

    def forget(self, key: bytes | None = None) -> int:
        """What failed, or this one of them, is never sent. Says how many."""
        return self._failed(_DROPPED, key)

    def close(self) -> None:
        self._file.close()

    def _hash(self, called: str) -> bytes:
        return hmac.digest(self._pepper, called.encode(), "sha256")

    def _count(self, which: str) -> int:
        with self._door:
            (count,) = self._file.execute(f"SELECT count(*) FROM messages WHERE {which}").fetchone()
        return int(count)

    def _failed(self, columns: str, key: bytes | None, *values: object) -> int:
        said = f"UPDATE messages SET {columns} WHERE state = 'failed' AND (? IS NULL OR key = ?)"
        with self._door:
            return self._file.execute(said, (*values, key, key)).rowcount

    def _set(self, columns: str, key: bytes, *values: object) -> None:
        with self._door:
            self._file.execute(f"UPDATE messages SET {columns} WHERE key = ?", (*values, key))


def _hour(moment: Moment) -> Moment:
    return moment - moment % HOUR


def undelivered(path: Path, often: int) -> list[str]:
    """Why messages of the outbox in this file failed, or still wait after so many attempts; somebody else may be writing it."""
    said = "SELECT why FROM messages WHERE state = 'failed' OR (state = 'waiting' AND attempts >= ?)"
    with closing(sqlite_file.open_reader(path)) as file:
        return [why for (why,) in file.execute(said, (often,))]
