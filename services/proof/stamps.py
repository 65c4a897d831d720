"""Time stamps of heads as they are kept: those of a head beside its note."""

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
    """A note and what each authority answered about it, as they came."""

    note: str
    stamps: tuple[bytes, ...]


class Stamps:
    """Those of one hospital, by how many facts their heads have."""

    def __init__(self, directory: File) -> None:
        self._directory = directory

    def add(self, size: int, made: Stamped) -> None:
        self._directory.mkdir(exist_ok=True, mode=0o700)
        for number, stamp in enumerate(made.stamps):
            keep(self._directory / _named(str(size), number), stamp)
        keep(self._directory / f"{size}{NOTE}", made.note.encode())

    def newest(self) -> Stamped | None:
        sizes = [int(file.stem) for file in self._directory.glob(f"*{NOTE}") if file.stem.isdecimal()]
        with suppress(FileNotFoundError, ValueError):
            newest = max(sizes)
            note = (self._directory / f"{newest}{NOTE}").read_text(encoding="utf-8")
            there = sorted(self._directory.glob(f"{newest}.*{STAMP}"))
            return Stamped(note, tuple(one.read_bytes() for one in (self._directory / f"{newest}{STAMP}", *there)))
        return None


def _named(stem: str, number: int) -> str:
    """Of the first authority, of the second: `631.tsr`, `631.2.tsr`."""
    return f"{stem}.{number + 1}{STAMP}" if number else f"{stem}{STAMP}"
