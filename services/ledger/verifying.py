"""Whether everything lies there as it was entered: no gap, every leaf that of its bytes and place, every copied column a true
copy, every word the one its fact commits to.

Whoever rewrites a fact, its leaf and all that follows by the rules is not found here: against that stands a copy elsewhere.
"""

from collections import Counter
from collections.abc import Iterator
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


class Record(Struct, frozen=True):
    """The position of a record of erasure, and the stream it speaks of."""

    seq: int
    about: str


Records = dict[tuple[int, str], Record]


class _Erased(Struct, frozen=True):
    """What is read of such a record, whatever else it says."""

    about: str
    words: tuple[str, ...]


_record = msgspec.json.Decoder(_Erased).decode


def flaws(ledger: Ledger) -> Iterator[str]:
    """What is not as it was entered, as sentences, in the order of the log."""
    track, records = _Track(), erased(ledger)
    yield from _followed(ledger, track, records)
    before, head = track.seq, ledger.head()[0]
    yield from _followed(ledger, track, erased(ledger))  # what somebody wrote meanwhile
    if not before <= head <= track.seq:
        yield f"its last fact is {track.seq:,}, not the {head:,} that were acknowledged"


def erased(ledger: Ledger) -> Records:
    """Every text that was erased, with the record that it was."""
    found: Records = {}
    for stream in ledger.streams(SUBJECT):
        for seq, _, _, _, name, _, _, body in ledger.stream_rows(stream):
            if name == ERASED:
                record = _record(body)
                for words in record.words:
                    place, _, part = words.partition(".")
                    found[int(place), part] = Record(seq, record.about)
    return found


def _followed(ledger: Ledger, track: "_Track", records: Records) -> Iterator[str]:
    while entries := ledger.entries(track.seq, BATCH):
        if odd := next(filter(_is_odd, entries), None):
            yield f"fact {odd.seq:,} holds what no fact holds"
            return
        heads = [_read(entry) for entry in entries]
        read = list(zip(entries, heads, strict=True))
        words = ledger.sealed([(entry.seq, part.part) for entry, head in read for part in _parts(head)])
        for entry, head in read:
            yield from track.misplaced(entry)
            yield from track.counting.untrue(entry)
            yield from _untrue(ledger.hospital, entry, head)
            yield from _exchanged(entry, head, words, records)


class _Track:
    """How far the log was followed: the places that come next."""

    def __init__(self) -> None:
        self.seq = self.at = 0
        self.counting = Counting()
        self._units: Counter[str] = Counter()
        self._versions: Counter[str] = Counter()

    def misplaced(self, entry: Entry) -> Iterator[str]:
        before, self.seq = self.seq, entry.seq
        if entry.seq != before + 1:
            yield f"what stood before fact {entry.seq:,} is missing"
        if entry.at < self.at:
            yield f"fact {entry.seq:,} is older than the one before"
        self.at = entry.at
        self._versions[entry.stream] += 1
        if entry.version != self._versions[entry.stream]:
            yield f"fact {entry.seq:,} does not follow in its stream"
        if entry.unit is not None:
            self._units[entry.unit] += 1
            if entry.unit_seq != self._units[entry.unit]:
                yield f"fact {entry.seq:,} does not follow in its unit"


def _is_odd(entry: Entry) -> bool:
    """A file takes any value in any column; a fact has only its own kinds."""
    return not all(isinstance(getattr(entry, name), kind) for name, kind in _KINDS.items())


def _read(entry: Entry) -> Header | None:
    try:
        return _header(entry.head)
    except msgspec.MsgspecError:
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


def _exchanged(entry: Entry, head: Header | None, words: Words, records: Records) -> Iterator[str]:
    """Words that are there and are not those that were sealed, and words that are gone without a record of it: nobody can pass
    off a loss, or worse, as an erasure."""
    for part in _parts(head):
        if found := words.get((entry.seq, part.part)):
            _, _, key, salt, cipher = found
            if (key, commitment(salt, cipher)) != (part.key, part.commit):
                yield f"the words of fact {entry.seq:,} are not those that were sealed there"
        elif not _recorded(entry, records.get((entry.seq, part.part))):
            yield f"the words of fact {entry.seq:,} are gone, and no record says that they were erased"


def _recorded(entry: Entry, record: Record | None) -> bool:
    """A record speaks of the words of its own record, and of what stands in their place."""
    return record is not None and (record.about == entry.stream or entry.stream.startswith(f"{SUBJECT}-"))
