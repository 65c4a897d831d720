"""What the clerk remembers of streams: state, version, key. True until somebody else writes; the store's answer tells."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

from msgspec import Struct

from services.ledger.contract import Ledger
from services.ledger.mapper import FactMapper
from workflows.kernel.grammar import Fact
from workflows.kernel.ids import noun_of
from workflows.kernel.noun import Noun, Nothing

REMEMBERED = 50_000


class Known(Struct, frozen=True):
    """A stream as lately seen: `version` 0 and Nothing when it has no facts; `key` seals its words."""

    version: int
    state: Any
    key: str | None


BLANK = Known(0, Nothing(), None)


class Memory:
    """Streams by id, the longest unused forgotten first. Thread-safe."""

    def __init__(self, ledger: Ledger, mapper: FactMapper, nouns: Iterable[Noun]) -> None:
        self._ledger = ledger
        self._mapper = mapper
        self._evolve: dict[str, Callable[[Any, Fact], Any]] = {noun.name: noun.evolve for noun in nouns}
        self._streams: OrderedDict[str, Known] = OrderedDict()
        self._door = Lock()

    def get(self, stream: str) -> Known:
        with self._door:
            known = self._streams.get(stream)
            if known is not None:
                self._streams.move_to_end(stream)
                return known
        rows = self._ledger.stream_rows(stream)
        return self.learn(stream, BLANK, [self._mapper.fact(row) for row in rows])

    def learn(self, stream: str, known: Known, facts: Iterable[Fact]) -> Known:
        """What is known after these facts; kept unless something newer is already."""
        version, state, key = known.version, known.state, known.key
        evolve = self._evolve[noun_of(stream)]
        for fact in facts:
            state, version = evolve(state, fact), fact.head.version
            if key is None and fact.head.sealed:
                key = fact.head.sealed[0].key
        after = Known(version, state, key)
        with self._door:
            kept = self._streams.get(stream)
            if kept is None or kept.version < version:
                self._streams[stream] = after
                if len(self._streams) > REMEMBERED:
                    self._streams.popitem(last=False)
        return after

    def forget(self, streams: Iterable[str]) -> None:
        with self._door:
            for stream in streams:
                self._streams.pop(stream, None)
