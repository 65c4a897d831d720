"""Signs heads of one log, each the continuation of all it signed before: whoever has stolen the ledger, or the process that
writes it, cannot make it sign another history.

Its key, what it signed last and the heads that it keeps lie in a directory of its own, the state on the disk before a
signature leaves it. That directory can lie on another machine's disk, out of reach of whoever administers the ledger.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path as File
from threading import Lock

from services.proof.checkpoint import Checkpoint, beside_notes, notes_in, read
from services.proof.keeping import add, keep, seed
from services.proof.note import Signing, Unsigned, Verifier
from services.proof.tree import EMPTY, Path, is_consistent

DIRECTORY = "signer"
"""Where it lies in a hospital's own, unless it is moved out of reach."""
KEY, LAST, SIGNED, LOCK = "signer.key", "signer.last", "signed", "signer.lock"
CUT_OFF = " (cut off)\n"
"""What ends a note that was not written to its end."""
LONGEST = 2_000
"""Bytes in which a note has room."""
KEEPS_EVERY = 256
"""Facts after which a head is kept even where nobody took it out of the house: they tell where a ledger was rewritten."""

WHAT_TO_DO = (
    "Write nothing to it. Restore a copy that holds those facts: `heard restore`. If they are lost for good, move the signer's "
    "directory away, and take out of `policy` and HEARD_CHECKPOINT what knows of them: heads are signed under a new key then, "
    "and whoever checks sees that the history was broken."
)


class Contradicted(Exception):
    """The head does not continue what was signed before; the message is for an operator."""


class Signer:
    """For one log, by its `origin`. Of threads and processes one signs at a time."""

    def __init__(self, directory: File, origin: str) -> None:
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._directory = directory
        self._origin = origin
        self._signing = Signing(origin, seed(directory / KEY))
        self._door = Lock()

    @property
    def verifier(self) -> Verifier:
        return self._signing.verifier

    def last(self) -> tuple[Checkpoint, str] | None:
        """The head signed last, and its note. Contradicted where that was tampered with."""
        try:
            note = (self._directory / LAST).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        try:
            return read(note, [self.verifier]), note
        except Unsigned as error:
            raise Contradicted(f"What was signed last, {self._directory / LAST}, was changed. {error}") from error

    def sign(self, size: int, root: bytes, path: Path, *, keeps: bool = True) -> str:
        """The signed checkpoint; `path` proves that it continues the last one. Contradicted where it does not. What `keeps` is
        for somebody outside; of the others one is kept in every `KEEPS_EVERY` facts."""
        with self._door, _alone(self._directory):
            before = self.last()
            last = before[0] if before else Checkpoint(self._origin, 0, EMPTY)
            if not is_consistent(last.size, size, path, last.root, root):
                raise Contradicted(
                    f"The log of {size:,} facts does not continue the {last.size:,} that were signed: it was restored from an "
                    "older copy, or rewritten. Nothing is signed until it is put right."
                )
            is_new = before is None or last.size != size
            note = before[1] if before and not is_new else self._signing.sign(Checkpoint(self._origin, size, root).text)
            kept = self._kept_last()
            if kept < size and (keeps or size - kept >= KEEPS_EVERY):
                self._close()
                add(self._directory / SIGNED, note.encode())
            if is_new:
                keep(self._directory / LAST, note.encode())
            return note

    def signed(self) -> Iterator[tuple[Checkpoint, str]]:
        """Every head that is kept with its note, oldest first, the one signed last at the end. Contradicted where one was
        changed."""
        size = 0
        for note in notes_in(self._kept()):
            if note.endswith(CUT_OFF):
                continue
            try:
                head = read(note, [self.verifier])
            except Unsigned as error:
                file = self._directory / SIGNED
                raise Contradicted(f"Among the heads signed so far, in {file}, one was changed. {error}") from error
            size = head.size
            yield head, note
        if (last := self.last()) and last[0].size != size:
            yield last

    def cut_off(self) -> int:
        """How many characters among them are of no whole head: the machine stopped while it wrote one, or they were spoilt."""
        kept = self._kept()
        return beside_notes(kept) + sum(len(note) for note in notes_in(kept) if note.endswith(CUT_OFF))

    def _kept(self) -> str:
        file = self._directory / SIGNED
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def _kept_last(self) -> int:
        """How many facts the newest head has that was kept; 0 where none was."""
        whole = [note for note in notes_in(self._end()) if not note.endswith(CUT_OFF)]
        return int(whole[-1].split("\n")[1]) if whole else 0

    def _close(self) -> None:
        """What was not written to its end says so, and takes nothing of the next one with it."""
        kept = self._end()
        if kept and not any(kept.endswith(note) for note in notes_in(kept)[-1:]):
            add(self._directory / SIGNED, CUT_OFF.encode())

    def _end(self) -> str:
        """Of what was kept, with the newest head in it; whatever stands before that is of an older one."""
        with suppress(FileNotFoundError), (self._directory / SIGNED).open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - LONGEST))
            return file.read().decode(errors="replace")
        return ""


@contextmanager
def _alone(directory: File) -> Iterator[None]:
    """What was signed last is read and put in its place by one process at a time."""
    with (directory / LOCK).open("a", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def signed_size(directory: File) -> int:
    """How many facts there were when a head was signed last, by what lies here; 0 where that cannot be told."""
    with suppress(OSError, ValueError, IndexError):
        return int((directory / LAST).read_text(encoding="utf-8").splitlines()[1])
    return 0
