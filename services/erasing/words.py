"""Which words, keys and photos there are to be destroyed."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from services.house import House
from workflows.concern.events import PhotoAdded
from workflows.kernel.grammar import Fact, Ref
from workflows.subject.state import Subject


class Remains(Struct, frozen=True):
    """What there still is of a record: words as (position, part), ids of keys, digests of photos."""

    words: tuple[tuple[int, str], ...] = ()
    keys: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()

    def spelled(self) -> tuple[str, ...]:
        """The words as a fact names them: `118.what`."""
        return tuple(f"{seq}.{part}" for seq, part in self.words)


def remains(house: House, state: Subject) -> Remains:
    """Of a passage its words with their key; else everything the record ever held, and what was put in place of redacted
    words."""
    if state.passage is not None:
        return _passage(house, state.passage, state.about or "")
    facts = [fact for stream in _streams(house, state.about or "") for fact in _facts(house, stream)]
    parts = [(fact.seq, part.part) for fact in facts for part in fact.head.sealed]
    keys = {part.key for fact in facts for part in fact.head.sealed}
    photos = [fact.event for fact in facts if isinstance(fact.event, PhotoAdded)]
    return Remains(
        words=tuple(sorted(house.ledger.sealed(parts))),
        keys=tuple(sorted({*keys, *(one.key for one in photos)})),
        photos=tuple(sorted({one.photo for one in photos})),
    )


def _passage(house: House, at: Ref, about: str) -> Remains:
    """Without their key where the record was written when all its words had one: it opens those that stay as well."""
    kept = house.ledger.sealed([(at.seq, at.part)])
    words = {place: key for place, (stream, _, key, *_) in kept.items() if stream == about}
    used = Counter(part.key for fact in _facts(house, about) for part in fact.head.sealed)
    return Remains(words=tuple(words), keys=tuple(key for key in words.values() if used[key] == 1))


def _streams(house: House, about: str) -> Iterator[str]:
    yield about
    for stream in house.ledger.streams("subject"):
        state = house.clerk.memory.get(stream).state
        if state.about == about and state.passage is not None:
            yield stream


def _facts(house: House, stream: str) -> list[Fact]:
    return [house.clerk.mapper.fact(row) for row in house.ledger.stream_rows(stream)]
