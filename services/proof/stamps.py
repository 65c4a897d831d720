"""Time stamps of heads as they are kept: each beside the note it is of."""

from contextlib import suppress
from pathlib import Path as File

from msgspec import Struct

from services.proof.keeping import keep

DIRECTORY = "stamps"
NOTE, STAMP = ".note", ".tsr"


class NotStamped(Exception):
    """The authority gave no good stamp; the message is for an operator."""


class Authority(Struct, frozen=True):
    """Where it is asked, and the certificates (PEM) its stamps must go back to."""

    address: str
    roots: bytes


class Stamped(Struct, frozen=True):
    """A note and the authority's answer about it, as they came."""

    note: str
    stamp: bytes


class Stamps:
    """Those of one hospital, by how many facts their heads have."""

    def __init__(self, directory: File) -> None:
        self._directory = directory

    def add(self, size: int, made: Stamped) -> None:
        self._directory.mkdir(exist_ok=True, mode=0o700)
        keep(self._directory / f"{size}{STAMP}", made.stamp)
        keep(self._directory / f"{size}{NOTE}", made.note.encode())

    def newest(self) -> Stamped | None:
        sizes = [int(file.stem) for file in self._directory.glob(f"*{NOTE}") if file.stem.isdecimal()]
        with suppress(FileNotFoundError, ValueError):
            note, made = (self._directory / f"{max(sizes)}{kind}" for kind in (NOTE, STAMP))
            return Stamped(note.read_text(encoding="utf-8"), made.read_bytes())
        return None
