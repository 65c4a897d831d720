"""Many commands at once: decided one after the other over a memory that runs ahead, stored in one call.

For imports and generators. Each command keeps its own id, digest and refusal, and is carried out once however often the
whole is repeated; only the disk flush is shared.
"""

from typing import Any, Self

from services.clerk.asking import Asked, Told
from services.clerk.clerk import Clerk, Decided
from services.clerk.memory import Ahead
from services.ledger.contract import Appended, LedgerError, Placed
from workflows.kernel.grammar import Fact, Refused

BATCH = 1_000
"""Commands per store call, unless the caller flushes earlier."""


class Overtaken(LedgerError):
    """Somebody else wrote to the same streams meanwhile; what was given since the last flush must be given again."""


class Bulk:
    """One caller's bulk. Not thread-safe; others may write beside it. Use as a context manager, or end with `flush`.
    A `dry` one decides everything and stores nothing."""

    def __init__(self, clerk: Clerk, *, batch: int = BATCH, dry: bool = False) -> None:
        self._clerk = clerk
        self._batch = batch
        self._dry = dry
        self._ahead = Ahead(clerk.memory)
        self._pending: list[Decided] = []
        self._answered: dict[str, Told] = {}
        self._seq = clerk.ledger.head()[0]

    def give(self, asked: Asked, *, fresh: bool = False) -> Told | Refused:
        """Decides now, stores with the batch. Positions told are foreseen until `flush`. `fresh` spares the look whether
        the id came before, where the caller knows that it cannot have."""
        if asked.id in self._answered:
            return self._answered[asked.id]
        digest = self._clerk.digest(asked)
        if not fresh and (before := self._clerk.said_before(asked, digest)):
            return before
        decided = self._clerk.decide(asked, digest, self._ahead)
        if not isinstance(decided, Decided):
            return decided
        told = self._foresee(decided)
        self._answered[asked.id] = told
        if len(self._pending) >= self._batch:
            self.flush()
        return told

    def state(self, stream: str) -> Any:
        """The state of a stream as it will stand."""
        return self._ahead.get(stream).state

    def facts(self, told: Told) -> list[Fact]:
        """What a command wrote when it was carried out before."""
        rows = self._clerk.ledger.rows(told.first - 1, told.last - told.first + 1)
        return [self._clerk.mapper.fact(row) for row in rows]

    def flush(self) -> None:
        """Stores what is pending. Overtaken when a stream moved on meanwhile: nothing of this batch that depended on it
        was stored."""
        pending, self._pending = self._pending, []
        self._answered.clear()
        if self._dry:
            self._ahead.drop()
            return
        answers = self._clerk.ledger.append([decided.commit for decided in pending]) if pending else []
        foreseen = self._seq - sum(len(decided.written) for decided in pending)
        as_foreseen = all(
            isinstance(answer, Appended) and (foreseen := foreseen + len(answer.placed)) == answer.last
            for answer in answers
        )
        self._seq = self._clerk.ledger.head()[0]
        if as_foreseen:
            self._ahead.settle()
            return
        self._ahead.drop()
        if not all(isinstance(answer, Appended) for answer in answers):
            raise Overtaken("Somebody changed the same entries meanwhile; what was not stored must be given again.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.flush()

    def _foresee(self, decided: Decided) -> Told:
        """Learns the decision as if it were stored next, which it is unless somebody writes beside us."""
        first = self._seq + 1
        at = decided.commit.at
        placed = tuple([Placed(first + n, None, at) for n in range(len(decided.written))])
        self._clerk.learn(decided, Appended(placed), self._ahead)
        self._seq += len(placed)
        self._pending.append(decided)
        return Told(decided.stream, first, self._seq)
