"""A checkpoint (C2SP tlog-checkpoint): origin, number of leaves and root of a log, three lines that are signed as a note."""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable

from msgspec import Struct

from services.proof.note import Unsigned, Verifier, opened
from services.proof.tree import HASH

_NOTE = re.compile(r"[^\n]+\n[0-9]+\n[^\n]+\n\n(?:— [^\n]+\n)+")


class Checkpoint(Struct, frozen=True):
    """What a log held at one moment: `size` leaves under `root` (32 bytes). `origin` is `heard/HOSPITAL`."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def read(note: str, verifiers: Iterable[Verifier]) -> Checkpoint:
    """What a signed checkpoint says. Unsigned where it is none, or not signed by all of these."""
    lines = opened(note, verifiers).text.splitlines()
    try:
        origin, size, root = lines[0], lines[1], b64decode(lines[2], validate=True)
    except (IndexError, ValueError) as error:
        raise Unsigned("That is no checkpoint.") from error
    if not origin or not size.isascii() or not size.isdecimal() or len(root) != HASH or str(int(size)) != size:
        raise Unsigned("That is no checkpoint.")
    return Checkpoint(origin, int(size), root)


def notes_in(text: str) -> list[str]:
    """The signed checkpoints in a text, whatever stands around them; one that was cut off is none."""
    return _NOTE.findall(text)


def beside_notes(text: str) -> int:
    """How many characters of a text stand in no signed checkpoint."""
    return len(_NOTE.sub("", text).strip())


def origin_of(hospital: str) -> str:
    return f"heard/{hospital}"
