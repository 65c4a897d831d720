"""Whether everything lies there as it was entered: no gap, every leaf that of its bytes and place, every copied column a true
copy, every word the one its fact commits to.

Whoever rewrites a fact, its leaf and all that follows by the rules is not found here: against that stands a copy elsewhere.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import get_type_hints

import msgspec
from msgspec import Struct

from services.ledger.contract import Entry, Ledger, SealedRow
from services.ledger.counting import Counting
from services.ledger.entry import commitment, inner, leaf, line
from workflows.kernel.grammar import Header, SealedPart

BATCH = 2_000

_KINDS = get_type_hints(Entry)
_header = msgspec.json.Decoder(Header).decode

SUBJECT, ERASED = "subject", "subject.erased"

Words = dict[tuple[int, str], SealedRow]


class Flaw(Struct, frozen=True):
    """What does not hold, as a sentence without its end, and the position of the fact it was seen at."""

    seq: int
    said: str


class Record(Struct, frozen=True):
    """The position of a record of erasure, and the stream it speaks of."""

    seq: int
    about: str


Records = dict[tuple[int, str], Record]


class _Erased(Struct, frozen=True):
    """What is read of such a record, whatever else it says."""

    about: str
    words: tuple[str, ...]
    photos: tuple[str, ...] = ()


_record = msgspec.json.Decoder(_Erased).decode


def flaws(ledger: Ledger) -> Iterator[str]:
    """What is not as it was entered, as sentences, in the order of the log."""
    following = Following(ledger)
    while some := following.further():
        yield from (flaw.said for flaw in some.flaws)


def erased(ledger: Ledger) -> Records:
    """Every text that was erased, with the record that it was."""
    return {place: Record(seq, record.about) for seq, record in _records(ledger) for place in map(_place, record.words)}


def photos_erased(ledger: Ledger) -> set[str]:
    """Every photo that was, by its digest."""
    return {photo for _, record in _records(ledger) for photo in record.photos}


def _records(ledger: Ledger) -> Iterator[tuple[int, _Erased]]:
    """But those that cannot be read: that their bytes are not those of their leaves is said elsewhere."""
    for stream in ledger.streams(SUBJECT):
        for seq, _, _, _, name, _, _, body in ledger.stream_rows(stream):
            if name == ERASED:
                with suppress(msgspec.MsgspecError, ValueError):
                    record = _record(body)
                    list(map(_place, record.words))
                    yield seq, record


def _place(words: str) -> tuple[int, str]:
    seq, _, part = words.partition(".")
    return int(seq), part


class Followed(Struct, frozen=True):
    """Some facts, one after the other, with the words sealed in them that are still there, how many of their words are gone
    with a record of it, and what does not hold of them. Without facts: what does not hold of the log's end."""

    entries: list[Entry]
    words: Words
    erased: int
    flaws: list[Flaw]


class Track(Struct):
    """How far a log was followed: the places that come next."""

    seq: int = 0
    at: int = 0
    versions: dict[str, int] = msgspec.field(default_factory=dict)
    counting: Counting = msgspec.field(default_factory=Counting)

    def misplaced(self, entry: Entry) -> Iterator[str]:
        before, self.seq = self.seq, entry.seq
        if entry.seq != before + 1:
            yield f"what stood before fact {entry.seq:,} is missing"
        if entry.at < self.at:
            yield f"fact {entry.seq:,} is older than the one before"
        self.at = entry.at
        self.versions[entry.stream] = self.versions.get(entry.stream, 0) + 1
        if entry.version != self.versions[entry.stream]:
            yield f"fact {entry.seq:,} does not follow in its stream"
        if entry.unit is not None and entry.unit_seq != self.counting.of(entry.unit) + 1:
            yield f"fact {entry.seq:,} does not follow in its unit"


class Following:
    """Follows a log to its end, some facts at a time, from where `track` left off."""

    def __init__(self, ledger: Ledger, track: Track | None = None) -> None:
        self._ledger = ledger
        self._records, self._known_at = erased(ledger), ledger.head()[0]
        self._over = False
        self.track = track or Track()

    def further(self) -> Followed | None:
        """None once the end was looked at."""
        if self._over:
            return None
        before = self.track.seq
        head, entries = self._ledger.head()[0], self._ledger.entries(before, BATCH)
        if not entries:
            return self._ended(before, head)
        if odd := next(filter(_is_odd, entries), None):
            self._over = True
            return Followed([], {}, 0, [Flaw(odd.seq, f"fact {odd.seq:,} holds what no fact holds")])
        return self._held(entries)

    def _ended(self, last: int, head: int) -> Followed:
        """`head` was read before: whatever it says was acknowledged has been looked for since."""
        self._over = True
        said = f"the last fact is {last:,}, not the {head:,} that were acknowledged"
        return Followed([], {}, 0, [] if last == head else [Flaw(last, said)])

    def _held(self, entries: list[Entry]) -> Followed:
        heads = [_read(entry) for entry in entries]
        read = list(zip(entries, heads, strict=True))
        words = self._ledger.sealed([(entry.seq, part.part) for entry, head in read for part in _parts(head)])
        found, gone = list[Flaw](), 0
        for entry, head in read:
            said = [*self.track.misplaced(entry), *self.track.counting.untrue(entry)]
            said += _untrue(self._ledger.hospital, entry, head)
            for part in _parts(head):
                if row := words.get((entry.seq, part.part)):
                    said += _exchanged(entry, part, row)
                elif self.is_recorded(entry, part.part):
                    gone += 1
                else:
                    said.append(f"the words of fact {entry.seq:,} are gone, and no record says that they were erased")
            found += [Flaw(entry.seq, one) for one in said]
        return Followed(entries, words, gone, found)

    def is_recorded(self, entry: Entry, part: str) -> bool:
        """Whether words of this fact were erased. A record speaks of the words of its own stream, and of what stands in their
        place; it may be newer than the last look."""
        place = entry.seq, part
        if place not in self._records and (head := self._ledger.head()[0]) != self._known_at:
            self._records, self._known_at = erased(self._ledger), head
        record = self._records.get(place)
        return record is not None and (record.about == entry.stream or entry.stream.startswith(f"{SUBJECT}-"))


def _is_odd(entry: Entry) -> bool:
    """A file takes any value in any column; a fact has only its own kinds."""
    return not all(isinstance(getattr(entry, name), kind) for name, kind in _KINDS.items())


def _read(entry: Entry) -> Header | None:
    try:
        return _header(entry.head)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _parts(head: Header | None) -> tuple[SealedPart, ...]:
    return head.sealed if head else ()


def _untrue(hospital: str, entry: Entry, head: Header | None) -> Iterator[str]:
    """Bytes that are not those of the leaf, columns that are not those of the head."""
    place = line(hospital, entry.seq, entry.unit, entry.unit_seq, entry.at)
    if leaf(place, inner(entry.head, entry.body)) != entry.leaf:
        yield f"fact {entry.seq:,} is not as it was entered"
    copied = (entry.stream, entry.version, entry.name, entry.v, entry.command)
    if head is None or copied != (head.stream, head.version, head.name, head.v, head.command):
        yield f"fact {entry.seq:,} is filed under what it is not"


def _exchanged(entry: Entry, part: SealedPart, row: SealedRow) -> Iterator[str]:
    """Words that are there and are not those that were sealed."""
    _, _, key, salt, cipher = row
    if (key, commitment(salt, cipher)) != (part.key, part.commit):
        yield f"the words of fact {entry.seq:,} are not those that were sealed there"
