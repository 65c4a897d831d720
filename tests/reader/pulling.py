"""`python -m tests.reader.pulling DIRECTORY [ADDRESS]`: takes facts in, a few per transaction, until it is killed."""

import sys
from pathlib import Path

from projections.lives import Projection
from services.ledger.sqlite import open_reader
from services.reader import postgres, sqlite
from services.reader.store import ViewStore
from tests.projections.errand import PROJECTIONS
from tests.reader.stage import HOSPITAL, reader_of

STEP = 7


def views(directory: Path, address: str | None, projections: tuple[Projection, ...] = PROJECTIONS) -> ViewStore:
    if address:
        return postgres.open_views(address, HOSPITAL, projections)
    return sqlite.open_writer(directory / "views.sqlite", projections)


def pull(directory: Path, address: str | None) -> None:
    ledger, store = open_reader(directory, HOSPITAL), views(directory, address)
    reader = reader_of(ledger, store)
    print("begun", flush=True)
    while (at := store.at) < ledger.head()[0]:
        reader.pull(upto=at + STEP)


if __name__ == "__main__":
    pull(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
