"""Carries out what policies wish for: after facts, behind a bookmark, and after days, when the clock comes by.

Command ids derive from the cause, so a crash, a lost bookmark or ten runners repeat nothing. The bookmark is only a saving:
it lies in a small file that may be thrown away.
"""

from collections.abc import Callable, Iterable, Iterator
from threading import Lock
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

from services import clock
from services.bookmark import Bookmark
from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.bulk import Bulk, Overtaken
from services.clerk.clerk import Clerk
from services.clerk.memory import BLANK
from services.clerk.rungs import Rungs
from workflows import lexicon
from workflows.kernel.grammar import By, Fact, Refused
from workflows.kernel.moments import Day
from workflows.kernel.noun import Wish
from workflows.kernel.policy import Policy

BATCH = 2_000
ATTEMPTS = 5
"""How often a tick is begun when others keep writing to the same streams."""

CLOCK = By("clock", None, None)


class SeenThen:
    """What a policy sees: every stream as it stood when the fact at `seq` had just happened."""

    def __init__(self, clerk: Clerk, seq: int) -> None:
        self._clerk = clerk
        self._seq = seq

    def state(self, stream: str) -> Any:
        facts = map(self._clerk.mapper.fact, self._clerk.ledger.stream_rows(stream, upto=self._seq))
        return self._clerk.memory.after(stream, BLANK, facts).state


class PolicyRunner:
    """One hospital's policies at work. Thread-safe. `awake` names the streams where something may be to do by a day."""

    def __init__(self, clerk: Clerk, bookmark: Bookmark, awake: Callable[[Day], Iterable[str]], rungs: Rungs) -> None:
        self._clerk = clerk
        self._rungs = rungs
        self._bookmark = bookmark
        self._awake = awake
        self._root = uuid5(NAMESPACE_DNS, f"heard/{clerk.ledger.hospital}")
        self._door = Lock()

    def pull(self) -> int:
        """Lets policies react to every fact since the last time. Says how many commands were carried out."""
        reacting = [policy for policy in lexicon.POLICIES if policy.react is not None]
        done = 0
        with self._door:
            at = self._bookmark.at
            while rows := self._clerk.ledger.rows(at, BATCH):
                for fact in map(self._clerk.mapper.fact, rows):
                    done += sum(self._react(policy, fact) for policy in reacting)
                at = rows[-1][0]
                self._bookmark.move(at)
        return done

    def tick(self) -> int:
        """Lets the clock do everything that is due by now. Says how many commands were carried out."""
        with self._door:
            before, done = self._clerk.ledger.head()[0], set[str]()
            for attempt in range(ATTEMPTS):
                try:
                    with Bulk(self._clerk) as bulk:
                        done |= {asked.id for asked in self._timely() if _is_new(bulk.give(asked), before)}
                    break
                except Overtaken:
                    if attempt == ATTEMPTS - 1:
                        raise
            return len(done)

    def _timely(self) -> Iterator[Asked]:
        """What the clock asks for now."""
        day = clock.day_of(self._clerk.now(), self._clerk.zone)
        items = [(stream, self._clerk.memory.get(stream).state) for stream in self._awake(day)]
        terms = self._clerk.terms.now()[1]
        for wish, step in lexicon.tick(day, items, terms.of):
            yield self._asked(self._rungs.fitted(wish, terms), f"tick|{step}", Circumstances(by=CLOCK, via="clock"))

    def _react(self, policy: Policy, fact: Fact) -> int:
        wishes = policy.react(fact, SeenThen(self._clerk, fact.seq)) if policy.react else ()
        circumstances = Circumstances(
            by=By("policy", policy.name, None),
            via="clock",
            occurred=fact.head.occurred,
            cause=fact.seq,
            rule=policy.name,
        )
        return sum(
            self._carry_out(wish, f"policy|{policy.name}|{fact.seq}|{n}", circumstances)
            for n, wish in enumerate(wishes)
        )

    def _carry_out(self, wish: Wish, step: str, circumstances: Circumstances) -> bool:
        """Whether it was carried out now; a refusal means that the wish no longer fits, which is fine."""
        before, _ = self._clerk.ledger.head()
        return _is_new(self._clerk.give(self._asked(wish, step, circumstances)), before)

    def _asked(self, wish: Wish, step: str, circumstances: Circumstances) -> Asked:
        return Asked(wish.command, wish.stream, str(uuid5(self._root, step)), circumstances)


def _is_new(answer: Told | Refused, before: int) -> bool:
    """Whether the command was carried out after position `before`."""
    return isinstance(answer, Told) and answer.first > before
