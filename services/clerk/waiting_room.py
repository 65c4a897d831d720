"""What waits in the intake, as it would stand in the ledger: read and decided on by the same rules, before any of it is a fact.

Every reading is made from the intake and today's memory, with stand-ins for facts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

from services import clock
from services.clerk.asking import Told, asked
from services.clerk.authorship import SPOKEN
from services.clerk.clerk import Clerk
from services.clerk.memory import BLANK, Ahead, Known
from services.clerk.sealing import Enters, Sealer
from services.clerk.stand_ins import Item, StandIns
from services.intake import HasEntered, Intake, Said, Waiting
from workflows import lexicon
from workflows.kernel.grammar import Ref, Refused, refused
from workflows.kernel.ids import noun_of
from workflows.kernel.noun import Writes


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

    def where(self, to: str | None) -> str | None:
        """Where something is today: what waited and has entered is at its stream."""
        return (self._intake.stream_of(to) or to) if to is not None and noun_of(to) == "waiting" else to

    def waits(self, to: str) -> bool:
        """Whether acts on it wait, so that whatever is done with it waits behind them: of a voice alone they do."""
        noun = noun_of(to)
        return noun == "waiting" or (noun in SPOKEN and self._intake.is_acted_on(to))

    def state_of(self, stream: str) -> Any:
        """How something stands, with what waits."""
        item = self.item(stream) if self.waits(stream) else None
        return item.state if item else self._clerk.memory.get(stream).state

    def open(self, refs: Iterable[Ref], enters: Enters | None = None) -> dict[Ref, str]:
        """The words behind references to stand-ins, of what their reader enters."""
        wanted = set(refs)
        meant = [item for item in self.items() if not wanted.isdisjoint(item.words)] if wanted else []
        within = [item for item in meant if enters is None or enters(item.id)]
        return {ref: words for item in within for ref, words in item.words.items() if ref in wanted}

    def take_in(
        self, said: Said, key: str, to: str | None = None, before: Callable[[str], None] | None = None
    ) -> Told | Refused:
        """Keeps what was said until it enters: something new under an id that its retry key gives, or an act on `to`. What
        could not enter is not taken in: nobody would ever be told. `before` as the clerk's."""
        if self._intake.has(said, key):
            return Told(to or self._intake.id_of(key), 0, 0)
        outcome = self._decide(to, said) if to else self._clerk.foresee(asked(said), self._clerk.memory)
        if isinstance(outcome, Refused):
            return outcome
        if not outcome and to:
            return Told(to, 0, 0)
        if before is not None:
            before(self._intake.id_of(key))
        day = clock.day_of(self._clerk.now(), self._clerk.zone)
        try:
            waiting = self._intake.put(day, said, key, to)
        except HasEntered as entered:
            waiting = self._intake.put(day, said, key, entered.stream)
        return Told(to or waiting, 0, 0) if waiting else refused("command.reused")

    def _decide(self, name: str, said: Said) -> tuple[Writes, ...] | Refused:
        """What the rules say to an act on it (a waiting id, or a stream). Only what touches nothing else that is there can
        wait; what it begins, it begins when it enters."""
        item, ahead = self.item(name), Ahead(self._clerk.memory)
        stream = item.stream if item else name
        if item:
            ahead.keep(stream, Known(len(item.facts), item.state, None))
        outcome = self._clerk.foresee(asked(said, stream), ahead)
        if isinstance(outcome, tuple) and any(self._is_another(writes.stream, stream) for writes in outcome):
            return refused("waits_alone")
        return outcome

    def _is_another(self, written: str, stream: str) -> bool:
        return written != stream and self._clerk.memory.get(written).version > 0

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
        ahead, told = Ahead(self._clerk.memory), StandIns(name, self._sealer, self._clerk.now())
        privileged = False
        stream = name
        for act in (root, *acts) if root else acts:
            if act is root:
                stream = f"{act.said.verb.partition('.')[0]}-{name.partition('-')[2]}"
                outcome = self._clerk.foresee(asked(act.said, None, act.day), ahead, stream)
            else:
                outcome = self._clerk.foresee(asked(act.said, stream, act.day), ahead)
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
