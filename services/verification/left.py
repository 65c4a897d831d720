"""How far a check had come when it was interrupted, in a file beside the ledger. What it had read is not read again: the file
is worth as much as the directory it lies in, and `--anew` asks nobody."""

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from services.ledger.counting import Counting
from services.ledger.verifying import Flaw, Track
from services.proof.keeping import keep
from workflows.kernel.moments import Moment

FILE = "verify.state"


class Counts(Struct):
    """What holds: facts, texts whose commitment holds, those of them that the hospital's keys open, texts that were erased
    with a record, documents, heads."""

    facts: int = 0
    texts: int = 0
    opened: int = 0
    erased: int = 0
    documents: int = 0
    heads: int = 0


class Left(Struct, frozen=True):
    """`root` is that of the first `seq` leaves, as they were then; `when` (µs UTC) they were read last."""

    hospital: str
    when: Moment
    root: bytes
    seq: int
    at: int
    versions: dict[str, int]
    units: dict[str, bytes]
    counts: Counts
    failed: int
    flaws: list[Flaw]

    @property
    def track(self) -> Track:
        return Track(self.seq, self.at, dict(self.versions), Counting(self.units))


def left_in(directory: Path, hospital: str) -> Left | None:
    """None where no check of this hospital was interrupted here, or nobody can tell how far it had come."""
    with suppress(OSError, msgspec.MsgspecError, ValueError):
        found = msgspec.msgpack.decode((directory / FILE).read_bytes(), type=Left)
        return found if found.hospital == hospital else None
    return None


def leave(directory: Path, left: Left) -> None:
    """Nothing is left where nobody may write, on a copy that is only read for example: that check begins anew."""
    with suppress(OSError):
        keep(directory / FILE, msgspec.msgpack.encode(left))


def forget(directory: Path) -> None:
    with suppress(OSError):
        (directory / FILE).unlink(missing_ok=True)
