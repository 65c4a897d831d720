"""Something that waits, with stand-ins for the facts it will be: their positions are negative, which no ledger has, so that a
reference says by itself where its words are.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from services.clerk.memory import Known
from services.clerk.sealing import Sealer
from services.intake import Waiting
from workflows.kernel.grammar import Event, Fact, Header, Ref
from workflows.kernel.moments import Moment, moment_of

_TURNS = 1_024
"""More than anybody acts on one thing within a shift."""


class Item(Struct, frozen=True):
    """Something with acts that wait. `id` is where it is asked for: its waiting id, or its stream where only acts on it wait;
    `stream` is how the rules know it meanwhile, `state` how it stands after them. `facts` and `words` are stand-ins."""

    id: str
    stream: str
    day: str
    state: Any
    facts: tuple[Fact, ...]
    words: Mapping[Ref, str]
    privileged: bool = False
    """Whether it will be set apart when it enters."""

    @property
    def begins(self) -> bool:
        """Whether all of it waits."""
        return self.id != self.stream


class StandIns:
    """Of the facts of one item, and of their words."""

    def __init__(self, name: str, sealer: Sealer, now: Moment) -> None:
        place = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=6).digest())
        self._base = -(place + 1) * _TURNS
        self._sealer = sealer
        self._now = now
        self.facts: list[Fact] = []
        self.words: dict[Ref, str] = {}

    def facts_of(self, act: Waiting, stream: str, known: Known, events: Iterable[Event]) -> Iterator[Fact]:
        at = min(moment_of(act.day), self._now)
        for n, event in enumerate(events, start=known.version + 1):
            stored, clear = self._sealer.take_out(event)
            seq = self._base + len(self.facts)
            head = Header(
                stream=stream,
                version=n,
                name=event.NAME,
                v=event.V,
                by=act.said.by,
                via=act.said.via,
                occurred=act.day,
                salt=b"",
            )
            fact = Fact(seq, getattr(event, "unit", known.state.unit), None, at, head, stored)
            self.words.update({Ref(seq, part): words for part, words in clear.items()})
            self.facts.append(fact)
            yield fact
