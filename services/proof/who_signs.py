"""Whoever signs for a hospital: a process of its own where there is one, else whoever asks."""

from collections.abc import Iterable
from pathlib import Path as File
from typing import Protocol

from services.proof.apart import SOCKET, Absent, SignerApart
from services.proof.checkpoint import Checkpoint
from services.proof.note import Verifier
from services.proof.signer import DIRECTORY, KEY, Signer
from services.proof.tree import Path


class Signs(Protocol):
    """As `signer.Signer` does it, here or elsewhere."""

    @property
    def verifier(self) -> Verifier: ...

    def last(self) -> tuple[Checkpoint, str] | None: ...

    def sign(self, size: int, root: bytes, path: Path, *, keeps: bool = True) -> str: ...

    def signed(self) -> Iterable[tuple[Checkpoint, str]]: ...

    def cut_off(self) -> int: ...


def is_apart(directory: File) -> bool:
    """Whether a hospital's signer answers in a process of its own."""
    try:
        SignerApart(directory / SOCKET).last()
    except Absent:
        return False
    return True


def is_elsewhere(directory: File) -> bool:
    """Whether the operator has one that nobody here starts or replaces: its socket is a link."""
    return (directory / SOCKET).is_symlink()


def signer_of(directory: File, origin: str) -> Signs:
    """Makes a key where nobody signed before."""
    if is_elsewhere(directory) or is_apart(directory):
        return SignerApart(directory / SOCKET)
    return Signer(directory / DIRECTORY, origin)


def signer_known(directory: File, origin: str) -> Signs | None:
    """The same, and None where nobody signed before."""
    if is_elsewhere(directory) or (directory / DIRECTORY / KEY).exists():
        return signer_of(directory, origin)
    return None
