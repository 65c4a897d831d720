"""Anonymous acts waiting for their flush."""

import hmac
import secrets
from collections.abc import Collection
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import uuid4

from msgspec import Raw, json

from services import sqlite_file
from services.intake.box import Box
from services.intake.cards import Cards
from services.intake.held_rows import HeldRows
from services.intake.sealed_photos import SealedPhotos
from services.intake.waiting import HasEntered, Said, Waiting
from workflows.kernel.ids import spell
from workflows.kernel.moments import Day

MIGRATIONS = files("services.intake") / "migrations"
_COLUMNS = "id, day, nonce, body, v, about, n"
_decode = json.Decoder(Said).decode


class Intake:
    """One hospital's intake; `rows` of a sheet and `photos` wait in the same file, and `cards` lie there. Bodies are encrypted
    with `key` (32 bytes, from the vault). Thread-safe."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._file = sqlite_file.open_file(path, MIGRATIONS)
        self._file.execute("PRAGMA secure_delete=ON")
        self._key = key
        self._box = Box(key)
        self._door = Lock()
        self.rows = HeldRows(self._file, self._door, self._box)
        self.photos = SealedPhotos(self._file, self._door)
        self.cards = Cards(self._file, self._door, key)

    def put(self, day: Day, said: Said, retry_key: str, about: str | None = None) -> str | None:
        """Durable when this returns; gives the id under which it waits. The same retry key (the client's, of which only a
        keyed hash is kept) puts it here once, also after it has entered; None when something else came under it.
        HasEntered when what it is `about` waits no more."""
        waiting = self.id_of(retry_key)
        body = json.encode(said)
        with self._door:
            before = self._digest_of(waiting)
            if before is None:
                before = self._digest(waiting, body)
                self._insert(waiting, day, body, about)
        return waiting if hmac.compare_digest(before, self._digest(waiting, body)) else None

    def id_of(self, retry_key: str) -> str:
        """The id under which something waits that came with this key."""
        return spell("waiting", int.from_bytes(hmac.digest(self._key, retry_key.encode(), "sha256")[:16]))

    def waiting(self) -> list[Waiting]:
        """Everything that waits, in an order that says nothing."""
        with self._door:
            rows = self._file.execute(f"SELECT {_COLUMNS} FROM waiting").fetchall()
        found = [self._read(row) for row in rows]
        secrets.SystemRandom().shuffle(found)
        return found

    def besides(self, seen: Collection[str]) -> list[Waiting]:
        """What waits and is not among `seen`: whoever looks often need not read everything each time."""
        with self._door:
            fresh = [one for (one,) in self._file.execute("SELECT id FROM waiting") if one not in seen]
            rows = [
                self._file.execute(f"SELECT {_COLUMNS} FROM waiting WHERE id = ?", (one,)).fetchone() for one in fresh
            ]
        return [self._read(row) for row in rows]

    def find(self, waiting: str) -> Waiting | None:
        """What waits under this id."""
        with self._door:
            row = self._file.execute(f"SELECT {_COLUMNS} FROM waiting WHERE id = ?", (waiting,)).fetchone()
        return self._read(row) if row else None

    def has(self, said: Said, retry_key: str) -> bool:
        """Whether this came before with this key."""
        waiting = self.id_of(retry_key)
        with self._door:
            before = self._digest_of(waiting)
        return before is not None and hmac.compare_digest(before, self._digest(waiting, json.encode(said)))

    def acts_on(self, waiting: str) -> list[Waiting]:
        """What was done with something that waits (or has just entered), in the order it was done."""
        with self._door:
            rows = self._file.execute(
                f"SELECT {_COLUMNS} FROM waiting WHERE about = ? ORDER BY n", (waiting,)
            ).fetchall()
        return [self._read(row) for row in rows]

    def is_acted_on(self, stream: str) -> bool:
        """Whether acts on it wait."""
        with self._door:
            found = self._file.execute("SELECT 1 FROM waiting WHERE about = ? LIMIT 1", (stream,)).fetchone()
        return found is not None

    def remember(self, retry_key: str, said: Said, stream: str) -> None:
        """What entered at once, so that whoever holds its key finds it there."""
        waiting = self.id_of(retry_key)
        row = (waiting, self._digest(waiting, json.encode(said)), stream)
        with self._door:
            self._file.execute("INSERT OR IGNORE INTO entered VALUES (?,?,?)", row)

    def is_known(self, waiting: str) -> bool:
        """Whether something waits or has entered under this id."""
        with self._door:
            return self._digest_of(waiting) is not None

    def keep(self, waiting: str) -> None:
        """Its speaker has the code and need not be shown it again."""
        with self._door:
            self._file.execute("INSERT OR IGNORE INTO kept VALUES (?)", (waiting,))

    def is_kept(self, waiting: str) -> bool:
        with self._door:
            return self._file.execute("SELECT 1 FROM kept WHERE id = ?", (waiting,)).fetchone() is not None

    def stir(self) -> None:
        """Writes and takes away something that says nothing, so that when the file last changed says nothing either."""
        with self._door:
            row = ("waiting-nothing", "", *self._box.lock("waiting-nothing", b""), 2, None, 0)
            self._file.execute(f"INSERT OR IGNORE INTO waiting ({_COLUMNS}) VALUES (?,?,?,?,?,?,?)", row)
            self._file.execute("DELETE FROM waiting WHERE id = 'waiting-nothing'")

    def entry(self, waiting: str) -> str:
        """The random command id under which it enters the ledger: drawn when it came, so that an entry that was cut off, or
        an older copy of this file, repeats it and doubles nothing."""
        with self._door:
            self._file.execute("UPDATE waiting SET entry = ? WHERE id = ? AND entry IS NULL", (str(uuid4()), waiting))
            (entry,) = self._file.execute("SELECT entry FROM waiting WHERE id = ?", (waiting,)).fetchone()
        return str(entry)

    def entered(self, waiting: str, stream: str) -> None:
        """The ledger has it at `stream`: what waited is erased here, and the file's journal with it."""
        with self._door:
            digest = self._digest_of(waiting)
            self._file.execute("BEGIN IMMEDIATE")
            with self._file:
                self._file.execute("INSERT OR IGNORE INTO entered VALUES (?,?,?)", (waiting, digest, stream))
                self._file.execute("DELETE FROM waiting WHERE id = ?", (waiting,))
            self._file.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def stream_of(self, waiting: str) -> str | None:
        """Where it went, once it has entered."""
        with self._door:
            return self._stream_of(waiting)

    def forget(self, stream: str) -> None:
        """What would confirm a guess at words that were erased is gone, here and in the file."""
        with self._door:
            query = "UPDATE entered SET digest = x'' WHERE stream = ? AND digest != x''"
            if self._file.execute(query, (stream,)).rowcount:
                sqlite_file.scour(self._file)

    def close(self) -> None:
        self._file.close()

    def _insert(self, waiting: str, day: Day, body: bytes, about: str | None) -> None:
        n = 0
        if about is not None:
            if (stream := self._stream_of(about)) is not None:
                raise HasEntered(stream)
            (n,) = self._file.execute(
                "SELECT COALESCE(MAX(n), 0) + 1 FROM waiting WHERE about = ?", (about,)
            ).fetchone()
        row = (waiting, day, *self._box.lock(waiting, body), 2, about, n, str(uuid4()))
        self._file.execute(f"INSERT INTO waiting ({_COLUMNS}, entry) VALUES (?,?,?,?,?,?,?,?)", row)

    def _stream_of(self, waiting: str) -> str | None:
        found = self._file.execute("SELECT stream FROM entered WHERE id = ?", (waiting,)).fetchone()
        return str(found[0]) if found else None

    def _digest_of(self, waiting: str) -> bytes | None:
        """What came under this id, waiting or entered."""
        kept = self._file.execute("SELECT nonce, body FROM waiting WHERE id = ?", (waiting,)).fetchone()
        if kept:
            return self._digest(waiting, self._box.unlock(waiting, *kept))
        found: tuple[bytes] | None = self._file.execute(
            "SELECT digest FROM entered WHERE id = ?", (waiting,)
        ).fetchone()
        return found[0] if found else None

    def _digest(self, waiting: str, body: bytes) -> bytes:
        return hmac.digest(self._key, waiting.encode() + body, "sha256")

    def _read(self, row: tuple[Any, ...]) -> Waiting:
        waiting, day, nonce, body, v, about, n = row
        clear = self._box.unlock(waiting, nonce, body)
        said = _decode(clear) if v > 1 else Said(verb="concern.raise", command=Raw(clear))
        return Waiting(waiting, day, said, about, n)
