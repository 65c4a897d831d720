"""Carries out what policies wish for: after facts, behind a bookmark, and after days, when the clock comes by.

Command ids derive from the cause, so a crash, a lost bookmark or ten runners repeat nothing. The bookmark is only a saving:
it lies in a small file that may be thrown away.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

from services import clock
from services.clerk.asking import Asked, Circumstances
from services.clerk.clerk import Clerk
from services.clerk.memory import BLANK
from workflows import lexicon
from workflows.kernel.grammar import By, Fact, Refused
from workflows.kernel.noun import Wish
from workflows.kernel.policy import Policy

BATCH = 2_000
TIMED = ("concern", "issue", "barrier", "rounds", "promise", "waiver")
"""Nouns that time passes for."""

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
    """One hospital's policies at work. Thread-safe. `open_items` names the streams on which something is owed."""

    def __init__(self, clerk: Clerk, bookmark: Path, open_items: Callable[[], Iterable[str]] | None = None) -> None:
        self._clerk = clerk
        self._bookmark = bookmark
        self._open_items = open_items or self._every_timed
        self._root = uuid5(NAMESPACE_DNS, f"heard/{clerk.ledger.hospital}")
        self._door = Lock()

    def pull(self) -> int:
        """Lets policies react to every fact since the last time. Says how many commands were carried out."""
        reacting = [policy for policy in lexicon.POLICIES if policy.react is not None]
        done = 0
        with self._door:
            at = self._read()
            while rows := self._clerk.ledger.rows(at, BATCH):
                for fact in map(self._clerk.mapper.fact, rows):
                    done += sum(self._react(policy, fact) for policy in reacting)
                at = rows[-1][0]
                self._bookmark.write_text(str(at), encoding="ascii")
        return done

    def tick(self) -> int:
        """Lets the clock do everything that is due by now. Says how many commands were carried out."""
        now = self._clerk.now()
        day = clock.day_of(now, self._clerk.zone)
        terms = self._clerk.terms.now()[1]
        with self._door:
            items = [(stream, self._clerk.memory.get(stream).state) for stream in self._open_items()]
            wishes = list(lexicon.tick(day, now, items, terms.of))
            return sum(
                self._carry_out(wish, f"tick|{step}", Circumstances(by=CLOCK, via="clock")) for wish, step in wishes
            )

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
        asked = Asked(wish.command, wish.stream, str(uuid5(self._root, step)), circumstances)
        before, _ = self._clerk.ledger.head()
        told = self._clerk.give(asked)
        return not isinstance(told, Refused) and told.first > before

    def _every_timed(self) -> Iterator[str]:
        return (stream for noun in TIMED for stream in self._clerk.ledger.streams(noun))

    def _read(self) -> int:
        """The last fact reacted to; 0 when the bookmark is gone."""
        with suppress(FileNotFoundError, ValueError):
            return int(self._bookmark.read_text(encoding="ascii"))
        return 0
