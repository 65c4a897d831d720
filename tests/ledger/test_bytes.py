"""The stored bytes: the same on both stores for the same commits, and frozen."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from services.ledger.contract import Commit
from services.ledger.entry import inner, leaf, line
from services.ledger.sqlite.store import FILE
from tests.ledger.making import AT, commit, draft, one, told
from tests.ledger.place import Place, Tables

HOSPITAL = "alder-creek"
HEAD, BODY = b'{"stream":"concern-a"}', '{"said":"Flöße 🛏"}'.encode()

YEAR: Sequence[Commit] = [
    commit(draft("concern-a", 1, words=2), draft("unit-icu", 1, None), command=told(1)),
    one("concern-a", 2, command=told(2), at=AT - 1),
    one("concern-a", 2, command=told(3)),
    one("concern-a", command=told(1), digest=b"other"),
    commit(draft("issue-a", 1, "icu", words=0), draft("concern-a", 3, words=0), command=told(4), at=AT + 7),
]


def stored(place: Place) -> Tables:
    ledger = place.open()
    ledger.append(YEAR[:2])
    ledger.append(YEAR[2:])
    ledger.close()
    return place.tables()


@pytest.mark.postgres
def test_both_stores_keep_the_same_rows(sqlite_place: Place, postgres_place: Place) -> None:
    assert stored(sqlite_place) == stored(postgres_place)


def test_a_line_and_its_leaf_are_frozen() -> None:
    placed = line(HOSPITAL, 12, "4-west", 3, AT)
    assert placed == b"heard/1 alder-creek 12 4-west 3 1767000000000000"
    assert line(HOSPITAL, 13, None, None, AT) == b"heard/1 alder-creek 13 - - 1767000000000000"
    assert leaf(placed, inner(HEAD, BODY)).hex() == "a28f540a28002b2596905ff951d1cf671ff8540bb9176c5f70dca5cf7a74d1f0"


def test_a_reader_never_writes_a_file(sqlite_place: Place) -> None:
    stored(sqlite_place)
    file = Path(sqlite_place.where) / FILE
    before = file.read_bytes()
    reader = sqlite_place.open_reader()
    assert reader.head() == (5, AT + 7)
    reader.close()
    assert file.read_bytes() == before
