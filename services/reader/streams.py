"""Streams as told so far, at hand while there is room. One that is not is told again from the ledger's own facts, which
gives the very same lives: nothing is read back from the views."""

from collections.abc import Mapping, Sequence

from projections.lives import Cast, Projection
from projections.telling import Subject, Told, forgetting, is_late, tell, told, told_on, untold
from services.ledger.contract import Ledger
from services.ledger.mapper import FactMapper
from workflows.kernel.grammar import Fact
from workflows.kernel.ids import noun_of
from workflows.kernel.noun import Noun

AT_HAND = 30_000
"""Streams kept in memory, about 3 kB each."""


class Streams:
    """By stream id, those lately told. Wrong ones cannot harm: a stream that is not exactly before the fact that comes is
    told again."""

    def __init__(
        self, ledger: Ledger, mapper: FactMapper, nouns: Sequence[Noun], projections: tuple[Projection, ...]
    ) -> None:
        self._ledger = ledger
        self._mapper = mapper
        self._casts: Mapping[str, Cast] = {
            noun.name: Cast(noun, tuple([p for p in projections if p.concerns(noun.name, noun.compartment)]))
            for noun in nouns
        }
        self._at_hand: dict[str, Subject] = {}

    def tell(self, fact: Fact) -> Told:
        """What the next fact of the log changes. KeyError for a noun that nobody knows."""
        head = fact.head
        subject = self._at_hand.pop(head.stream, None)
        if subject is None or subject.version != head.version - 1:
            subject = self._before(fact)
        if is_late(subject, fact):
            step = told(subject if subject.past is not None else self._with_past(fact), fact)
        else:
            step = told_on(subject, fact)
        self._keep(head.stream, step.subject)
        return step

    def forget(self) -> None:
        self._at_hand.clear()

    def _keep(self, stream: str, subject: Subject) -> None:
        if len(self._at_hand) >= AT_HAND:
            for oldest in list(self._at_hand)[: AT_HAND // 10]:
                del self._at_hand[oldest]
        self._at_hand[stream] = subject

    def _before(self, fact: Fact) -> Subject:
        if fact.head.version == 1:
            return untold(self._casts[noun_of(fact.stream)])
        return forgetting(self._with_past(fact))

    def _with_past(self, fact: Fact) -> Subject:
        rows = self._ledger.stream_rows(fact.stream, upto=fact.seq - 1)
        return tell(self._casts[noun_of(fact.stream)], map(self._mapper.fact, rows))
