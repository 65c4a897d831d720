"""What waits in the intake, as it would stand in the ledger: read and decided on by the same rules, before any of it is a fact.

Every reading is made from the intake and today's memory. Stand-ins for facts have negative positions, which no ledger has,
so that a reference says by itself where its words are.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from threading import Lock
from typing import Any

from msgspec import Struct

from services.clerk.asking import Asked, Circumstances
from services.clerk.clerk import Clerk
from services.clerk.memory import BLANK, Ahead, Known
from services.clerk.sealing import Sealer
from services.intake import Intake, Said, Waiting
from workflows import lexicon
from workflows.kernel.grammar import Event, Fact, Header, Ref, Refused, refused
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Moment, moment_of
from workflows.kernel.noun import Writes

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


class WaitingRoom:
    """One hospital's. Thread-safe."""

    def __init__(self, clerk: Clerk, intake: Intake) -> None:
        self._clerk = clerk
        self._intake = intake
        self._sealer = Sealer(lexicon.EVENT_TYPES.values())
        self._door = Lock()
        self._read: dict[tuple[str, int, int], Item] = {}

    def items(self) -> tuple[Item, ...]:
        """Everything with something that waits, in an order that says nothing. What the rules refuse is not among it."""
        roots: dict[str, Waiting | None] = {}
        acts: dict[str, list[Waiting]] = defaultdict(list)
        for one in self._intake.waiting():
            if one.about is None:
                roots[one.id] = one
            else:
                acts[one.about].append(one)
        for about in acts.keys() - roots.keys():
            stream = self._intake.stream_of(about) or about
            roots[stream], acts[stream] = None, acts[about]
        return tuple(item for name, root in roots.items() if (item := self._item(name, root, acts[name])))

    def item(self, name: str) -> Item | None:
        """One of them, by its waiting id or its stream."""
        root = self._intake.find(name) if noun_of(name) == "waiting" else None
        acts = self._intake.acts_on(name)
        return self._item(name, root, acts) if root or acts else None

    def open(self, refs: Iterable[Ref]) -> dict[Ref, str]:
        """The words behind references to stand-ins."""
        wanted = set(refs)
        return (
            {ref: words for item in self.items() for ref, words in item.words.items() if ref in wanted}
            if wanted
            else {}
        )

    def decide(self, name: str, said: Said) -> tuple[Writes, ...] | Refused:
        """What the rules say to an act on it (a waiting id, or a stream). Only what touches nothing else can wait."""
        item, ahead = self.item(name), Ahead(self._clerk.memory)
        stream = item.stream if item else name
        if item:
            ahead.keep(stream, Known(len(item.facts), item.state, None))
        outcome = self._clerk.foresee(_asked(said, stream, None), ahead)
        if isinstance(outcome, tuple) and any(writes.stream != stream for writes in outcome):
            return refused("waits_alone")
        return outcome

    def _item(self, name: str, root: Waiting | None, acts: list[Waiting]) -> Item | None:
        beneath = 0 if root else self._clerk.memory.get(name).version
        key = (name, len(acts), beneath)
        with self._door:
            known = self._read.get(key)
        if known is None:
            known = self._play(name, root, sorted(acts, key=lambda act: act.n))
            with self._door:
                if len(self._read) > 10_000:
                    self._read.clear()
                if known:
                    self._read[key] = known
        return known

    def _play(self, name: str, root: Waiting | None, acts: list[Waiting]) -> Item | None:
        """Decides again what was decided when it was taken in."""
        ahead, told = Ahead(self._clerk.memory), _Told(name, self._sealer, self._clerk.now())
        privileged = False
        stream = name
        for act in (root, *acts) if root else acts:
            if act is root:
                stream = f"{act.said.verb.partition('.')[0]}-{name.partition('-')[2]}"
                outcome = self._clerk.foresee(_asked(act.said, None, act.day), ahead, stream)
            else:
                outcome = self._clerk.foresee(_asked(act.said, stream, act.day), ahead)
            if isinstance(outcome, Refused):
                continue
            privileged |= any(event.INTO == "privileged" for writes in outcome for event in writes.events)
            events = [event for writes in outcome if writes.stream == stream for event in writes.events]
            known = BLANK if act is root else ahead.get(stream)
            ahead.wrote(stream, known, list(told.facts_of(act, stream, known, events)))
        state = ahead.get(stream).state
        if root and not told.facts:
            return None
        day = root.day if root else acts[0].day
        return Item(name, stream, day, state, tuple(told.facts), told.words, privileged)


class _Told:
    """Stand-ins for the facts of one item, and their words."""

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


def _asked(said: Said, to: str | None, day: str | None) -> Asked:
    circumstances = Circumstances(by=said.by, via=said.via, roles=frozenset(said.roles), occurred=day)
    return Asked(said.asks(lexicon.COMMAND_TYPES[said.verb]), to, "", circumstances)
