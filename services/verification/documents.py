"""Documents and photos: each is what its digest says, and each that a fact names is there or was erased."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from services import sqlite_file
from services.ledger.contract import Entry
from services.ledger.verifying import Flaw

NAMING = frozenset(
    {
        "terms.adopted",
        "standards.adopted",
        "setting.adopted",
        "instrument.published",
        "ballots.counted",
        "campaign.comments_gathered",
        "concern.photo_added",
    }
)
"""Facts that name one by its digest."""
NOTHING = sha256().hexdigest()
"""So few ballots that they were thrown away uncounted."""


class _Naming(Struct, frozen=True):
    """What is read of such a fact, whatever else it says."""

    digest: str | None = None
    photo: str | None = None


_naming = msgspec.json.Decoder(_Naming).decode


class Documents:
    """The files of a hospital in which they lie; photos that waited with a voice lie in its intake until they are moved."""

    def __init__(self, attachments: Path, intake: Path) -> None:
        self._attachments = sqlite_file.open_reader(attachments)
        self._intake = sqlite_file.open_reader(intake) if intake.exists() else None

    def missing(self, entry: Entry, erased: set[str]) -> Iterator[str]:
        """What a fact names and is not there."""
        if entry.name not in NAMING:
            return
        try:
            named = _naming(entry.body)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return  # that its bytes are not those of its leaf is said elsewhere
        digest = named.digest or named.photo or NOTHING
        if digest != NOTHING and digest not in erased and not self._is_here(digest):
            yield f"the document that fact {entry.seq:,} names is not among the attachments"

    def count(self) -> int:
        (found,) = self._attachments.execute("SELECT count(*) FROM attachments").fetchone()
        return int(found)

    def read(self) -> Iterator[Flaw | None]:
        """One answer for each document."""
        for digest, body in self._attachments.execute("SELECT digest, body FROM attachments"):
            same = isinstance(body, bytes) and sha256(body).hexdigest() == digest
            yield None if same else Flaw(0, f"the document {digest} is not what its digest says")

    def _is_here(self, digest: str) -> bool:
        if self._attachments.execute("SELECT 1 FROM attachments WHERE digest = ?", (digest,)).fetchone():
            return True
        waits = "SELECT 1 FROM photos WHERE digest = ?"
        return self._intake is not None and self._intake.execute(waits, (digest,)).fetchone() is not None

    def close(self) -> None:
        self._attachments.close()
        if self._intake is not None:
            self._intake.close()
