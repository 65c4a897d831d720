"""A ledger with some history in it, and a reader that looks at it."""

from collections.abc import Iterable
from pathlib import Path

from projections.lives import Projection
from services.ledger.contract import Commit, Draft
from services.ledger.mapper import FactMapper
from services.ledger.sqlite import SqliteLedger, open_writer
from services.reader.reader import Reader
from services.reader.store import ViewStore
from tests.projections.errand import EVENTS, NOUN
from workflows.kernel.grammar import Fact

HOSPITAL = "alder-creek"
MAPPER = FactMapper({event.NAME: event for event in EVENTS}, {})


def draft_of(fact: Fact) -> Draft:
    return MAPPER.draft(fact.head, fact.event, fact.unit, ())


def recorded(directory: Path, facts: Iterable[Fact]) -> SqliteLedger:
    """A ledger that recorded these facts, each by a command of its own."""
    ledger = open_writer(directory, HOSPITAL)
    ledger.append(
        [Commit(command=f"c{fact.seq}", digest=b"", at=fact.at, drafts=(draft_of(fact),), expects={}) for fact in facts]
    )
    return ledger


def reader_of(ledger: SqliteLedger, store: ViewStore) -> Reader:
    return Reader(ledger, MAPPER, (NOUN,), store)


def names(projections: Iterable[Projection]) -> list[str]:
    return [projection.name for projection in projections]
