"""The index grows behind the ledger, fact by fact, and forgets what was erased, set apart or found to be restricted."""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from threading import Lock

from services.clerk.sealing import Door, fields, kinds
from services.ledger.contract import Ledger, Row
from services.ledger.mapper import FactMapper
from services.search.folding import Term, folded
from services.search.index import Held, Index
from workflows.concern.events import Triaged
from workflows.kernel.grammar import Event, Fact, Ref
from workflows.kernel.ids import noun_of
from workflows.subject.events import Erased, Redacted

FOUND = frozenset({"issue", "concern", "barrier", "promise", "decision", "learning"})
"""Nouns whose records can be found."""
FOLLOWED = FOUND | {"subject", "privilege"}

BATCH = 1_000
"""Facts read at once; nobody finds anything meanwhile."""


class Following:
    """One hospital's index in this process, as far as it has come. Thread-safe."""

    def __init__(self, ledger: Ledger, mapper: FactMapper, door: Door, is_open: Callable[[str], bool]) -> None:
        """`is_open`: whether a record is in no compartment today."""
        self._ledger = ledger
        self._mapper = mapper
        self._door = door
        self._is_open = is_open
        self._index = Index()
        self._erased: set[str] = set()
        self._apart: set[str] = set()
        self._at = 0
        self._lock = Lock()

    def follow(self, within: float) -> bool:
        """Reads on for about so many seconds; whether it has come to the end."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            with self._lock:
                rows = self._ledger.rows(self._at, BATCH)
                self._take_in(rows)
                if len(rows) < BATCH:
                    return True
        return False

    def find(self, asked: Sequence[Term], before: int | None = None) -> Iterator[Held]:
        """As the index finds it."""
        with self._lock:
            return self._index.find(asked, before)

    def _take_in(self, rows: Sequence[Row]) -> None:
        """Words that are gone from the ledger come no more, whatever the facts say of them."""
        facts = [self._mapper.fact(row) for row in rows if row[4].partition(".")[0] in FOLLOWED]
        words = self._door.open(ref for fact in facts for ref in _said(fact))
        for fact in facts:
            if noun_of(fact.stream) in FOUND:
                self._add(fact, words)
            self._heed(fact.stream, fact.event)
        if rows:
            self._at = rows[-1][0]

    def _add(self, fact: Fact, words: dict[Ref, str]) -> None:
        self._index.place(fact.stream, fact.unit)
        if fact.stream not in self._apart:
            self._index.add(fact.stream, (one for ref in _said(fact) for one in folded(words.get(ref, ""))))

    def _heed(self, stream: str, event: Event) -> None:
        match event:
            case Erased(about=about, basis=basis) if basis is not None:
                self._erased.add(about)
                self._read_again(about)
            case Erased(about=about) | Redacted(about=about):
                self._read_again(about)
            case Triaged(route=route) if route == "respect" or stream in self._apart:
                self._read_again(stream)
            case _ if type(event).INTO is not None:
                self._read_again(getattr(event, "about", ""))

    def _read_again(self, stream: str) -> None:
        """What the record says today to whoever may read what is open; of what is restricted or erased nothing."""
        if stream not in self._index:
            return
        self._index.drop(stream)
        if not self._is_open(stream):
            self._apart.add(stream)
            return
        self._apart.discard(stream)
        if stream in self._erased:
            return
        facts = [self._mapper.fact(row) for row in self._ledger.stream_rows(stream)]
        words = self._door.open((ref for fact in facts for ref in _said(fact)), lambda _: True)
        self._index.add(stream, (one for text in words.values() for one in folded(text)))


def _said(fact: Fact) -> list[Ref]:
    """Where its words lie, without what only a sheet says."""
    of_a_sheet = _of_a_sheet(type(fact.event))
    return [Ref(fact.seq, one.part) for one in fact.head.sealed if one.part not in of_a_sheet]


@cache
def _of_a_sheet(event: type[Event]) -> frozenset[str]:
    return frozenset(
        field.encode_name
        for field in fields(event)
        if any((getattr(kind, "extra", None) or {}).get("import_only") for kind in kinds(field))
    )
