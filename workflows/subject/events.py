"""What can have happened to a subject of erasure."""

from typing import get_args

from workflows.kernel.grammar import Event, Text
from workflows.subject.commands import (
    Basis,
)


class ErasureAsked(Event, frozen=True, kw_only=True):
    NAME = "subject.erasure_asked"

    about: str
    basis: Basis
    approver: str


class Redacted(Event, frozen=True, kw_only=True):
    """From now on `text` is read wherever part `part` of the fact at `seq` would be."""

    NAME = "subject.redacted"

    about: str
    seq: int
    part: str
    text: Text
    reason: Text


class Erased(Event, frozen=True, kw_only=True):
    """These words are gone; verification misses no others. `keys` are gone with them, also from every copy of the words."""

    NAME = "subject.erased"

    about: str
    basis: Basis | None
    approver: str | None
    words: tuple[str, ...]
    keys: tuple[str, ...]
    photos: tuple[str, ...]
    count: int


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "subject.withdrawn"


class Forgotten(Event, frozen=True, kw_only=True):
    NAME = "subject.forgotten"

    basis: Basis
    approver: str


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "subject.corrected"

    was: Basis
    now: Basis


Happened = ErasureAsked | Redacted | Erased | Withdrawn | Forgotten | Corrected

ALL: tuple[type[Event], ...] = get_args(Happened)
