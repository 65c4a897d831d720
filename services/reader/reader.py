"""Pulls facts from the ledger behind a bookmark and lets rows live. The ledger is the only queue: nothing is pushed here."""

import gc
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from threading import RLock

from msgspec import Struct

from services.ledger.contract import Ledger, Row
from services.ledger.mapper import FactMapper
from services.reader.batch import Batch
from services.reader.store import Overtaken, ViewStore
from services.reader.streams import Streams
from workflows.kernel.noun import Noun

BATCH = 5_000
"""Facts per transaction."""
GROWING = 4 * BATCH
"""The same while views grow from nothing: the longer, the more rows have ended again before they are written."""

_POLL = 0.02
"""Seconds between two looks at a bookmark that another process moves."""


class Stopped(Exception):
    """A fact cannot be folded. The views stay as of the fact before; `seq` is the one that was not taken in."""

    def __init__(self, seq: int, sentence: str) -> None:
        super().__init__(sentence)
        self.seq = seq


class Progress(Struct, frozen=True):
    """How far a pull came, and how much it did: `changes` counts row versions that came or went."""

    at: int
    facts: int
    changes: int


class Reader:
    """One hospital's reader. Thread-safe; `stopped` says why it does not go on, if it does not."""

    def __init__(self, ledger: Ledger, mapper: FactMapper, nouns: Sequence[Noun], store: ViewStore) -> None:
        self.store = store
        self.stopped: Stopped | None = None
        self._ledger = ledger
        self._mapper = mapper
        self._nouns = nouns
        self._projections = tuple(store.tables.projections.values())
        self._streams = Streams(ledger, mapper, nouns, self._projections)
        self._lock = RLock()

    def pull(self, upto: int | None = None) -> Progress:
        """Takes in what the ledger holds, up to position `upto`. Stopped where a fact cannot be folded."""
        with self.alone() as ours:
            progress = Progress(self.store.at, 0, 0)
            if self.stopped is not None:
                raise self.stopped
            rows = self._ledger.rows(progress.at, BATCH, upto) if ours else []
            much = progress.at == 0 and len(rows) == BATCH
            with self.store.growing() if much else nullcontext():
                while rows:
                    progress = self._taken_in(rows, progress)
                    rows = self._ledger.rows(progress.at, GROWING if much else BATCH, upto)
            return progress

    def fresh(self, seq: int, wait: float = 2.0) -> bool:
        """Whether the views hold the fact at `seq`: pulled here where it is our turn, else waited for `wait` seconds."""
        deadline = time.monotonic() + wait
        while self.store.at < seq:
            if self._pulled(deadline) >= seq:
                break
            if time.monotonic() >= deadline:
                return False
            time.sleep(_POLL)
        return True

    def _pulled(self, deadline: float) -> int:
        """How far a pull came; no pull while somebody else here is at it until then, growing views anew perhaps."""
        if not self._lock.acquire(timeout=max(0.0, deadline - time.monotonic())):
            return self.store.at
        try:
            return self.pull().at
        finally:
            self._lock.release()

    def beside(self, store: ViewStore) -> "Reader":
        """A reader of the same ledger that grows another copy."""
        return Reader(self._ledger, self._mapper, self._nouns, store)

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether nobody else takes in facts, here or in another process, while this is open."""
        with self._lock, self.store.turn() as ours:
            yield ours

    def begin_again(self) -> None:
        """Trusts nothing it remembers."""
        self._streams.forget()
        self.stopped = None

    def _taken_in(self, rows: list[Row], before: Progress) -> Progress:
        batch, at, stopped = Batch(self._projections), before.at, None
        with _undisturbed(len(rows) >= BATCH):
            try:
                for row in rows:
                    self._fold(row, batch)
                    at = row[0]
            except Stopped as error:
                stopped = self.stopped = error
            written = at if self._written(batch, before.at, at) else self.store.at
        if stopped is not None:
            raise stopped
        return Progress(written, before.facts + len(rows), before.changes + batch.changes)

    def _fold(self, row: Row, batch: Batch) -> None:
        seq, name = row[0], row[4]
        try:
            step = self._streams.tell(self._mapper.fact(row))
        except Exception as error:
            sentence = (
                f"The views stand still before fact {seq} ({name}): {error!r}. Update Heard, then `heard rebuild`."
            )
            raise Stopped(seq, sentence) from error
        for change in step.changes:
            batch.add(change, seq)

    def _written(self, batch: Batch, after: int, upto: int) -> bool:
        """Whether the batch is in the views; not when another process took the same facts in before."""
        if upto == after:
            return True
        try:
            self.store.write(batch, after, upto)
        except BaseException as error:
            self._streams.forget()
            if not isinstance(error, Overtaken):
                raise
            return False
        return True


@contextmanager
def _undisturbed(much: bool) -> Iterator[None]:
    """No collection of garbage while many facts are folded: hardly any of it is garbage, all of it would be visited."""
    if not much or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()
