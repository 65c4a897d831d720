"""Which words are read in place of others, since a passage was taken out of them."""

from collections.abc import Iterable

from services.clerk.memory import Memory
from services.ledger.contract import Ledger
from services.ledger.mapper import FactMapper
from workflows.kernel.grammar import Ref
from workflows.subject.state import Subject


class Redactions:
    """Learns of new redactions whenever it is asked, from whichever process they came; there are few."""

    def __init__(self, ledger: Ledger, mapper: FactMapper, memory: Memory) -> None:
        self._ledger = ledger
        self._mapper = mapper
        self._memory = memory
        self._seen: set[str] = set()
        self._instead: dict[Ref, Ref] = {}

    def meant(self, refs: Iterable[Ref]) -> dict[Ref, Ref]:
        """What is read where each of them is meant: itself, unless a passage was taken out."""
        for stream in self._ledger.streams("subject"):
            if stream not in self._seen:
                self._learn(self._memory.get(stream).state)
                self._seen.add(stream)
        return {ref: self._instead.get(ref, ref) for ref in refs}

    def _learn(self, state: Subject) -> None:
        """Later ones outrank earlier ones. One that names words of another record than it says counts for nothing."""
        if state.passage is None or state.instead is None:
            return
        rows = self._ledger.rows(state.passage.seq - 1, 1)
        if rows and self._mapper.fact(rows[0]).stream == state.about:
            self._instead[state.passage] = state.instead
