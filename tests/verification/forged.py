"""A ledger in the hands of an attacker: a list of facts in memory, read by the checks as any other ledger, and the signer's
state beside it. Small, so that a change costs a millisecond."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from services.ledger.contract import Answer, Commit, Done, Entry, Ledger, Reused, Row, SealedRow
from services.ledger.entry import commitment, inner, leaf, line
from services.proof.checkpoint import Checkpoint, origin_of
from services.proof.note import Signing
from services.proof.signer import KEY, LAST, SIGNED
from services.proof.tree import Tree
from workflows.kernel.grammar import Header

header = msgspec.json.Decoder(Header).decode

Words = dict[str, tuple[str, bytes, bytes]]
"""Key, salt and cipher by part."""


class Held(Struct, frozen=True):
    """A fact and the words sealed in it that are still there."""

    entry: Entry
    words: Words


class Forged:
    """Nothing of a copy is shared with the true one but facts, which never change."""

    def __init__(self, hospital: str, facts: Sequence[Held]) -> None:
        self.hospital = hospital
        self.facts = list(facts)
        self.upto = len(self.facts)

    @classmethod
    def of(cls, ledger: Ledger) -> Self:
        entries = ledger.entries(0, 10_000)
        parts = [(entry.seq, part.part) for entry in entries for part in header(entry.head).sealed]
        words: dict[int, Words] = {}
        for (seq, part), (_, _, key, salt, cipher) in ledger.sealed(parts).items():
            words.setdefault(seq, {})[part] = (key, salt, cipher)
        return cls(ledger.hospital, [Held(entry, words.get(entry.seq, {})) for entry in entries])

    def copy(self) -> "Forged":
        return Forged(self.hospital, self.facts)

    def mend(self) -> None:
        """By the rules of the format: places, versions, counts, commitments, leaves, and what was acknowledged."""
        units, versions = Counter[str](), Counter[str]()
        for at, fact in enumerate(self.facts):
            entry = fact.entry
            unit = entry.unit
            versions[entry.stream] += 1
            units.update([unit] if unit is not None else [])
            self.facts[at] = Held(
                self._mended(fact, at + 1, units[unit] if unit is not None else None, versions[entry.stream]),
                fact.words,
            )
        self.upto = len(self.facts)

    def _mended(self, fact: Held, seq: int, unit_seq: int | None, version: int) -> Entry:
        entry = fact.entry
        head = _committed(entry.head, fact.words, version)
        place = line(self.hospital, seq, entry.unit, unit_seq, entry.at)
        return replace(
            entry, seq=seq, unit_seq=unit_seq, version=version, head=head, leaf=leaf(place, inner(head, entry.body))
        )

    def tree(self) -> Tree:
        grown = Tree()
        grown.extend(fact.entry.leaf for fact in self.facts)
        return grown

    # As the checks read it.

    def entries(self, after: int, limit: int) -> list[Entry]:
        return [fact.entry for fact in self.facts if fact.entry.seq > after][:limit]

    def leaves(self, after: int, limit: int) -> list[bytes]:
        return [entry.leaf for entry in self.entries(after, limit)]

    def head(self) -> tuple[int, int]:
        return self.upto, self.facts[-1].entry.at if self.facts else 0

    def streams(self, noun: str) -> Iterator[str]:
        yield from dict.fromkeys(fact.entry.stream for fact in self.facts if fact.entry.stream.startswith(f"{noun}-"))

    def stream_rows(self, stream: str, after: int = 0, upto: int | None = None) -> list[Row]:
        return [_row(fact.entry) for fact in self.facts if fact.entry.stream == stream]

    def rows_of(self, streams: Sequence[str]) -> list[Row]:
        return [_row(fact.entry) for fact in self.facts if fact.entry.stream in streams]

    def sealed(self, refs: Sequence[tuple[int, str]]) -> dict[tuple[int, str], SealedRow]:
        facts = {fact.entry.seq: fact for fact in self.facts}
        return {
            (seq, part): (facts[seq].entry.stream, facts[seq].entry.version, *facts[seq].words[part])
            for seq, part in refs
            if part in facts[seq].words
        }

    # What no check asks.

    def append(self, commits: Sequence[Commit]) -> list[Answer]:
        raise AssertionError("a check writes nothing")

    def erase(self, words: Sequence[tuple[int, str]]) -> None:
        raise AssertionError("a check erases nothing")

    def rows(self, after: int, limit: int, upto: int | None = None) -> list[Row]:
        return [_row(entry) for entry in self.entries(after, limit)]

    def unit_rows(self, unit: str, after: int, limit: int, upto: int | None = None) -> list[Row]:
        return [_row(fact.entry) for fact in self.facts if fact.entry.unit == unit]

    def units(self) -> tuple[int, dict[str, int]]:
        return self.upto, dict(Counter(fact.entry.unit for fact in self.facts if fact.entry.unit is not None))

    def last_seq_by(self, at: int) -> int:
        return max((fact.entry.seq for fact in self.facts if fact.entry.at <= at), default=0)

    def done(self, command: str, digest: bytes) -> Done | Reused | None:
        return None

    def close(self) -> None:
        pass


def _row(entry: Entry) -> Row:
    return entry.seq, entry.unit, entry.unit_seq, entry.at, entry.name, entry.v, entry.head, entry.body


def _committed(head: bytes, words: Words, version: int) -> bytes:
    """The head that says so of these words; the same where nobody can read it."""
    try:
        known = header(head)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return head
    sealed = tuple(
        replace(part, key=words[part.part][0], commit=commitment(*words[part.part][1:])) if part.part in words else part
        for part in known.sealed
    )
    return msgspec.json.encode(replace(known, version=version, sealed=sealed))


class State:
    """The signer's key and the heads it signed, as files in a directory."""

    def __init__(self, hospital: str, seed: bytes) -> None:
        self.origin = origin_of(hospital)
        self.seed = seed
        self.notes: list[str] = []

    def copy(self) -> "State":
        made = State(self.origin.partition("/")[2], self.seed)
        made.notes = list(self.notes)
        return made

    def sign(self, tree: Tree, size: int, seed: bytes | None = None) -> str:
        """A head of these facts, by this key or another one; it is not among those signed so far."""
        return Signing(self.origin, seed or self.seed).sign(Checkpoint(self.origin, size, tree.root(size)).text)

    def sizes(self) -> list[int]:
        return [int(note.splitlines()[1]) for note in self.notes]

    def write(self, directory: Path) -> None:
        (directory / KEY).write_bytes(self.seed)
        (directory / SIGNED).write_text("".join(self.notes), encoding="utf-8")
        (directory / LAST).write_text(self.notes[-1] if self.notes else "", encoding="utf-8")
