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
from workflows.kernel.noun import Nothing, Noun

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
        after = self.after(stream, known, facts)
        self.keep(stream, after)
        return after

    def after(self, stream: str, known: Known, facts: Iterable[Fact]) -> Known:
        version, state, key = known.version, known.state, known.key
        evolve = self._evolve.get(noun_of(stream))
        for fact in facts:
            if evolve is None:
                raise KeyError(f"{stream} belongs to no noun of this Heard.")
            state, version = evolve(state, fact), fact.head.version
            if key is None and fact.head.sealed:
                key = fact.head.sealed[0].key
        return Known(version, state, key)

    def keep(self, stream: str, known: Known) -> None:
        with self._door:
            kept = self._streams.get(stream)
            if kept is None or kept.version < known.version:
                self._streams[stream] = known
                if len(self._streams) > REMEMBERED:
                    self._streams.popitem(last=False)

    def forget(self, streams: Iterable[str]) -> None:
        with self._door:
            for stream in streams:
                self._streams.pop(stream, None)


class Ahead(Memory):
    """A memory that runs ahead of the ledger: what is decided but not yet stored, on top of what is known."""

    def __init__(self, base: Memory) -> None:
        self._base = base
        self._ahead: dict[str, Known] = {}

    def get(self, stream: str) -> Known:
        return self._ahead.get(stream) or self._base.get(stream)

    def learn(self, stream: str, known: Known, facts: Iterable[Fact]) -> Known:
        after = self._ahead[stream] = self._base.after(stream, known, facts)
        return after

    def settle(self) -> None:
        """The store has kept everything as foreseen: the base learns it."""
        for stream, known in self._ahead.items():
            self._base.keep(stream, known)
        self._ahead.clear()

    def drop(self) -> None:
        """It went otherwise: whatever was met here is read anew."""
        self._base.forget(self._ahead)
        self._ahead.clear()
