"""A witness (C2SP tlog-witness): remembers of each log the newest head it saw, and cosigns the next one only where that is
proved to continue it. It sees sizes and roots, and nothing of what was entered."""

from base64 import b64decode
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path as File
from threading import Lock

from msgspec import Struct

from services.proof.checkpoint import Checkpoint, read
from services.proof.cosignature import Cosigning
from services.proof.keeping import keep, seed
from services.proof.note import Unsigned, Verifier
from services.proof.tree import EMPTY, is_consistent

MOST = 63
"""Hashes of one proof."""
KEY = "witness.key"


class Answered(Struct, frozen=True):
    """What goes back over HTTP."""

    status: int
    body: str = ""
    kind: str = "text/plain; charset=utf-8"


class Witness:
    """Under `name`, for these logs. Thread-safe; one process at a time. `now` in POSIX seconds."""

    def __init__(self, directory: File, name: str, logs: Iterable[Verifier], now: Callable[[], int]) -> None:
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._directory = directory
        self._cosigning = Cosigning(name, seed(directory / KEY))
        self._logs = {log.name: log for log in logs}
        self._now = now
        self._door = Lock()

    @property
    def verifier(self) -> Verifier:
        return self._cosigning.verifier

    def add(self, request: bytes) -> Answered:
        """`add-checkpoint`: the cosignature, or why there is none."""
        try:
            proof, found, note = request.decode().partition("\n\n")
            old, path = _asked(proof)
            origin = note.partition("\n")[0]
        except ValueError:
            return Answered(400, "That is no request for a cosignature.\n")
        if not found or not origin:
            return Answered(400, "That is no request for a cosignature.\n")
        if origin not in self._logs:
            return Answered(404, "This witness does not know that log.\n")
        try:
            head = read(note, [self._logs[origin]])
        except Unsigned as error:
            return Answered(403, f"{error}\n")
        return (
            Answered(400, "The older head is the larger one.\n") if old > head.size else self._judged(old, path, head)
        )

    def _judged(self, old: int, path: tuple[bytes, ...], head: Checkpoint) -> Answered:
        """Compared and kept under one lock: of two heads at once neither puts the log back."""
        file = self._directory / f"{sha256(head.origin.encode()).hexdigest()}.last"
        with self._door:
            last = _last(file, head.origin)
            if old != last.size or (old == head.size and last.root != head.root):
                return Answered(409, f"{last.size}\n", "text/x.tlog.size")
            if not is_consistent(old, head.size, path, last.root, head.root):
                return Answered(422, "That head does not continue the one that was cosigned before.\n")
            keep(file, head.text.encode())
            return Answered(200, self._cosigning.cosign(head.text, self._now()))


def _asked(proof: str) -> tuple[int, tuple[bytes, ...]]:
    """Size of the older head and the proof; ValueError where it is written otherwise."""
    first, *hashes = proof.split("\n")
    word, _, size = first.partition(" ")
    if word != "old" or not size.isascii() or not size.isdecimal() or str(int(size)) != size or len(hashes) > MOST:
        raise ValueError(first)
    return int(size), tuple(b64decode(one, validate=True) for one in hashes)


def _last(file: File, origin: str) -> Checkpoint:
    if not file.exists():
        return Checkpoint(origin, 0, EMPTY)
    _, size, root = file.read_text(encoding="utf-8").splitlines()
    return Checkpoint(origin, int(size), b64decode(root))
