"""Many commands at once: decided one after the other over a memory that runs ahead, stored in batches.

For imports and generators. Each command keeps its own id, digest and refusal, and is carried out once however often the
whole is repeated; only the disk flush is shared. Nothing counts as stored before `flush` has returned.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Self

from services.clerk.asking import Asked, Told
from services.clerk.clerk import Clerk, Decided
from services.clerk.memory import Ahead
from services.ledger.contract import Appended, LedgerError
from workflows.kernel.grammar import Fact, Refused

BATCH = 1_000
"""Commands per store call, unless the caller flushes earlier."""

YOUNG = 100_000
"""Objects made before somebody looks which of them are garbage."""


class Overtaken(LedgerError):
    """Somebody else wrote to the same streams meanwhile; what was given since the last flush must be given again."""


class Batch:
    """What is decided and not yet known to be stored. `last` is the position it is foreseen to end at; `unsure` are the
    streams it writes on that somebody else may write on meanwhile: all but those that begin with it."""

    def __init__(self, ahead: Ahead, last: int) -> None:
        self.ahead = ahead
        self.last = last
        self.decided: list[Decided] = []
        self.told: dict[str, Told] = {}
        self.begun: set[str] = set()
        self.unsure: set[str] = set()


class Bulk:
    """One caller's bulk. Not thread-safe; others may write beside it. Use as a context manager, or end with `flush`.
    A `dry` one decides everything and stores nothing; one `at_once` stores nothing before it is full or flushed, for commands
    of which none rests on what another did."""

    def __init__(self, clerk: Clerk, *, batch: int = BATCH, dry: bool = False, at_once: bool = False) -> None:
        self._clerk = clerk
        self._size = batch
        self._dry = dry
        self._at_once = at_once
        self._batch = Batch(Ahead(clerk.memory), clerk.ledger.head()[0])

    def give(self, asked: Asked, *, fresh: bool = False) -> Told | Refused:
        """Decides now, stores with the batch. Positions told are foreseen until `flush`. `fresh` spares the look whether
        the id came before, where the caller knows that it cannot have."""
        if before := self._batch.told.get(asked.id):
            return before
        digest = self._clerk.digest(asked)
        if not fresh and (said := self._clerk.said_before(asked, digest)):
            return said
        decided = self._clerk.decide(asked, digest, self._batch.ahead)
        if isinstance(decided, Decided) and self._unsure(decided):
            self.flush()
            decided = self._clerk.decide(asked, digest, self._batch.ahead)
        if not isinstance(decided, Decided):
            return decided
        told = self._batch.told[asked.id] = self._foresee(decided)
        if len(self._batch.decided) >= self._size:
            self.flush()
        return told

    def state(self, stream: str) -> Any:
        """The state of a stream as it will stand."""
        return self._batch.ahead.get(stream).state

    def facts(self, told: Told) -> list[Fact]:
        """What a command wrote when it was carried out before."""
        rows = self._clerk.ledger.rows(told.first - 1, told.last - told.first + 1)
        return [self._clerk.mapper.fact(row) for row in rows]

    def flush(self) -> None:
        """Everything given is stored; what was foreseen of it is read from the ledger from now on. Overtaken when a stream
        moved on meanwhile: what was given since the last flush and depended on it was not stored."""
        given, memory = self._batch, self._clerk.memory
        if self._dry:
            given.ahead.beneath = memory
            self._batch = Batch(Ahead(given.ahead), given.last)
            return
        commits = [decided.commit for decided in given.decided]
        answers = self._clerk.ledger.append(commits) if commits else []
        memory.forget(given.ahead.met())
        self._batch = Batch(Ahead(memory), self._clerk.ledger.head()[0])
        if not all(isinstance(answer, Appended) for answer in answers):
            raise Overtaken("Somebody changed the same entries meanwhile; what was not stored must be given again.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.flush()

    def _unsure(self, decided: Decided) -> bool:
        """Whether it rests on something foreseen that somebody else may have made untrue: were the version the same by
        chance, the store would not notice. What is foreseen is then stored first."""
        sure = self._dry or self._at_once
        return not sure and any(stream in self._batch.unsure for stream in decided.known)

    def _foresee(self, decided: Decided) -> Told:
        """Learns the decision as if it were stored next, which it is unless somebody writes beside us."""
        batch = self._batch
        first = batch.last + 1
        streams = {written.head.stream for written in decided.written}
        batch.begun |= streams - decided.commit.expects.keys()
        batch.unsure |= streams - batch.begun
        batch.ahead.will_hold(streams, decided.known, partial(decided.facts, first))
        batch.last += len(decided.written)
        batch.decided.append(decided)
        return Told(decided.stream, first, batch.last)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Little looking for garbage while very much is given: hardly any of it is garbage, all of it would be visited."""
    before = gc.get_threshold()
    gc.set_threshold(YOUNG, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
