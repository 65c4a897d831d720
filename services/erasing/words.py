"""Which words, keys and photos there are to be destroyed."""

from collections.abc import Iterator

from msgspec import Struct

from services.house import House
from workflows.concern.events import PhotoAdded
from workflows.kernel.grammar import Fact
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
    """Of a passage its words alone, under the key that other words need; else everything the record ever held, and what was
    put in place of redacted words."""
    if state.passage is not None:
        kept = house.ledger.sealed([(state.passage.seq, state.passage.part)])
        return Remains(words=tuple(place for place, (stream, *_) in kept.items() if stream == state.about))
    facts = [fact for stream in _streams(house, state.about or "") for fact in _facts(house, stream)]
    parts = [(fact.seq, part.part) for fact in facts for part in fact.head.sealed]
    keys = {part.key for fact in facts for part in fact.head.sealed}
    photos = [fact.event for fact in facts if isinstance(fact.event, PhotoAdded)]
    return Remains(
        words=tuple(sorted(house.ledger.sealed(parts))),
        keys=tuple(sorted({*keys, *(one.key for one in photos)})),
        photos=tuple(sorted({one.photo for one in photos})),
    )


def _streams(house: House, about: str) -> Iterator[str]:
    yield about
    for stream in house.ledger.streams("subject"):
        state = house.clerk.memory.get(stream).state
        if state.about == about and state.passage is not None:
            yield stream


def _facts(house: House, stream: str) -> list[Fact]:
    return [house.clerk.mapper.fact(row) for row in house.ledger.stream_rows(stream)]
