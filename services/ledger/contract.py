"""What a store is handed and what it answers. Plain shapes, shared by both stores and everything above them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from msgspec import Struct


class Sealed(Struct, frozen=True, gc=False):
    """One sealed text: `cipher` = nonce12 ‖ AES-256-GCM ciphertext ‖ tag16; `salt` is 32 bytes."""

    part: str
    key: str
    salt: bytes
    cipher: bytes


class Draft(Struct, frozen=True, gc=False):
    """An event ready to be placed: encoded head and body, and `inner` = SHA-256(head ‖ LF ‖ body)."""

    stream: str
    version: int
    name: str
    v: int
    unit: str | None
    head: bytes
    body: bytes
    inner: bytes
    sealed: tuple[Sealed, ...] = ()


class Commit(Struct, frozen=True):
    """One command's outcome, accepted or refused as a whole. `expects` maps every stream that was read to the version it
    had (0 = no facts), whether or not it is written; `at` is the writer's clock (µs UTC). Only events that come through
    the library's own seam have no command: their places are then asserted one by one."""

    command: str | None
    digest: bytes | None
    at: int
    drafts: tuple[Draft, ...]
    expects: Mapping[str, int]

    def __post_init__(self) -> None:
        """ValueError for a commit that contradicts itself: it would fail all that are written together with it."""
        if not self.drafts:
            raise ValueError("A commit without drafts stores nothing; there is nothing to append.")
        versions = dict(self.expects)
        for draft in self.drafts if self.command is not None else ():
            if draft.version != versions.get(draft.stream, draft.version - 1) + 1:
                raise ValueError(f"Version {draft.version} of {draft.stream} does not follow {versions[draft.stream]}.")
            versions[draft.stream] = draft.version

    def asserted(self) -> Mapping[str, int]:
        """What the store checks: `expects`, and for a stream that is written unread that its first draft comes next."""
        if self.command is None:
            return {}
        unread = {draft.stream: draft.version - 1 for draft in self.drafts[::-1] if draft.stream not in self.expects}
        return {**self.expects, **unread} if unread else self.expects


class Placed(Struct, frozen=True, gc=False):
    """Where a draft landed."""

    seq: int
    unit_seq: int | None
    at: int


class Appended(Struct, frozen=True, gc=False):
    placed: tuple[Placed, ...]

    @property
    def first(self) -> int:
        return self.placed[0].seq

    @property
    def last(self) -> int:
        return self.placed[-1].seq


class Done(Struct, frozen=True):
    """The same command was carried out before; its facts are `first`…`last`."""

    first: int
    last: int


class Stale(Struct, frozen=True):
    """A stream has moved on since it was read: decide again."""

    stream: str
    expected: int
    found: int


class Reused(Struct, frozen=True):
    """The command id was used before with other content."""

    command: str


Answer = Appended | Done | Stale | Reused

Row = tuple[int, str | None, int | None, int, str, int, bytes, bytes]
"""A stored fact as read back: seq, unit, unit_seq, at, name, v, head, body."""


class Entry(Struct, frozen=True):
    """A fact as it lies in the store: the copied columns beside the bytes and their leaf."""

    seq: int
    stream: str
    version: int
    name: str
    v: int
    unit: str | None
    unit_seq: int | None
    at: int
    command: str | None
    head: bytes
    body: bytes
    leaf: bytes


SealedRow = tuple[str, int, str, bytes, bytes]
"""A sealed text as read back, with the stream and version it is bound to: stream, version, key, salt, cipher."""


class Ledger(Protocol):
    """One hospital's log. Thread-safe. `seq` starts at 1 and has no gaps; order is commit order."""

    hospital: str

    def append(self, commits: Sequence[Commit]) -> list[Answer]:
        """Each commit accepted or refused alone, all in one transaction, durable when this returns. Raises Unavailable
        when the store cannot write (nothing was stored) and OutcomeUnknown when it may have."""

    def rows(self, after: int, limit: int, upto: int | None = None) -> list[Row]:
        """Facts in order, `after` < seq ≤ `upto`."""

    def entries(self, after: int, limit: int) -> list[Entry]:
        """Everything that is kept of the facts with seq > `after`, in order."""

    def leaves(self, after: int, limit: int) -> list[bytes]:
        """Their leaves alone, in order."""

    def stream_rows(self, stream: str, after: int = 0, upto: int | None = None) -> list[Row]:
        """One stream's facts with version > `after` (and seq ≤ `upto`)."""

    def rows_of(self, streams: Sequence[str]) -> list[Row]:
        """All facts of several streams, in order of the log."""

    def unit_rows(self, unit: str, after: int, limit: int, upto: int | None = None) -> list[Row]:
        """One unit's facts in order, unit_seq > `after` (and seq ≤ `upto`)."""

    def streams(self, noun: str) -> Iterator[str]:
        """Ids of all streams of a noun, in order of their first fact."""

    def head(self) -> tuple[int, int]:
        """(last seq, its `at`); (0, 0) when empty."""

    def units(self) -> tuple[int, dict[str, int]]:
        """(last seq, how many facts each unit has by then)."""

    def last_seq_by(self, at: int) -> int:
        """The last position recorded at or before `at` (µs UTC); 0 when there is none."""

    def sealed(self, refs: Sequence[tuple[int, str]]) -> dict[tuple[int, str], SealedRow]:
        """(seq, part) → (stream, version, key, salt, cipher) for those that are still there."""

    def erase(self, words: Sequence[tuple[int, str]]) -> None:
        """Salt and cipher of these words (seq, part) are gone from the store when this returns, and the digests of the
        commands that brought them, which would confirm a guess. Said again it does nothing."""

    def done(self, command: str, digest: bytes) -> Done | Reused | None:
        """What became of a command id; Reused when it came with other content (another digest)."""

    def close(self) -> None: ...


class LedgerError(Exception):
    """The ledger cannot do what it was asked; the message is a sentence for an operator."""


class Unavailable(LedgerError):
    """The store cannot be written or read now; nothing was stored. Try again later."""


class BeingWritten(LedgerError):
    """Another process holds this ledger for writing."""


class OutcomeUnknown(LedgerError):
    """The store may or may not have kept the commit: ask again with the same command id."""


class WrongFormat(LedgerError):
    """The store is older or newer than this program; the message names the command to run."""


class Unreadable(LedgerError):
    """A stored fact cannot be decoded by this program (unknown name, higher version, foreign field)."""
