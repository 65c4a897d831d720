"""What the clerk remembers of streams: state, version, key. True until somebody else writes; the store's answer tells."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
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
    """A stream as lately seen: `version` 0 and Nothing when it has no facts; `key` sealed its last words."""

    version: int
    state: Any
    key: str | None


BLANK = Known(0, Nothing(), None)

Facts = Callable[[], Iterable[Fact]]
"""What one command wrote."""


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
        known = self.after(stream, BLANK, [self._mapper.fact(row) for row in rows])
        self.keep(stream, known)
        return known

    def meet(self, streams: Iterable[str]) -> dict[str, list[Fact]]:
        """The facts of several streams, read at once; how they stand is remembered."""
        told: dict[str, list[Fact]] = {stream: [] for stream in streams}
        for row in self._ledger.rows_of(list(told)):
            fact = self._mapper.fact(row)
            told[fact.stream].append(fact)
        for stream, facts in told.items():
            if stream not in self._streams:
                self.keep(stream, self.after(stream, BLANK, facts))
        return told

    def wrote(self, stream: str, known: Known, facts: list[Fact]) -> None:
        """What was just written to the stream as it was `known`."""
        self.keep(stream, self.after(stream, known, facts))

    def after(self, stream: str, known: Known, facts: Iterable[Fact]) -> Known:
        version, state, key = known.version, known.state, known.key
        evolve = self._evolve.get(noun_of(stream))
        for fact in facts:
            if evolve is None:
                raise KeyError(f"{stream} belongs to no noun of this Heard.")
            state, version = evolve(state, fact), fact.head.version
            if fact.head.sealed:
                key = fact.head.sealed[0].key
        return Known(version, state, key)

    def keep(self, stream: str, known: Known) -> None:
        """Kept unless something newer is already."""
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
    """A memory that runs ahead of the ledger: what is decided but not yet stored, on top of what is known `beneath`. Most
    streams of a bulk are never asked for again, so what was written to one is only folded when it is."""

    def __init__(self, beneath: Memory) -> None:
        self.beneath = beneath
        self._evolve = beneath._evolve
        self._folded: dict[str, Known] = {}
        self._unfolded: dict[str, tuple[Known, list[Facts]]] = {}

    def get(self, stream: str) -> Known:
        if stream in self._unfolded:
            known, several = self._unfolded.pop(stream)
            facts = (fact for facts in several for fact in facts() if fact.stream == stream)
            self._folded[stream] = self.after(stream, known, facts)
        return self._folded.get(stream) or self.beneath.get(stream)

    def keep(self, stream: str, known: Known) -> None:
        self._folded[stream] = known

    def will_hold(self, streams: Iterable[str], known: Mapping[str, Known], facts: Facts) -> None:
        """What was decided on these streams as they were `known`; the facts are made when somebody asks."""
        for stream in streams:
            if stream in self._unfolded:
                self._unfolded[stream][1].append(facts)
            else:
                self._unfolded[stream] = known.get(stream, BLANK), [facts]

    def forget(self, streams: Iterable[str]) -> None:
        """Nothing to forget: a bulk alone says what comes next."""

    def met(self) -> list[str]:
        """The streams written here."""
        return [*self._folded, *self._unfolded]
