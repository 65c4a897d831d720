"""What the views know at any position is what the facts up to there say; on both stores, however they were taken in."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from projections.lives import Projection, Stint
from projections.telling import tell
from services.ledger.contract import Ledger
from services.reader import postgres, sqlite
from services.reader.known import Around, Wanted
from services.reader.store import Snapshot, ViewStore
from tests.projections.errand import CAST, DAWN, HOLDERS, PROJECTIONS, histories
from tests.reader.stage import MAPPER, reader_of, recorded
from workflows.kernel.grammar import Fact
from workflows.kernel.moments import DAY

HOSPITALS = count()
Open = Callable[[Path], ViewStore]
ASKED: list[dict[str, list[str]]] = [{"unit": ["4w", "icu"], "shelf": ["open", "closed"]}, {"holder": list(HOLDERS)}]


def on_sqlite(directory: Path) -> ViewStore:
    return sqlite.open_writer(directory / "views.sqlite", PROJECTIONS)


@pytest.fixture(scope="module")
def database(postgres_server: str) -> Iterator[str]:
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute("CREATE DATABASE heard_lives")
        yield psycopg.conninfo.make_conninfo(postgres_server, dbname="heard_lives")
        server.execute("DROP DATABASE heard_lives WITH (FORCE)")


@given(histories(streams=3, longest=25), st.data())
def test_as_of_on_sqlite(facts: list[Fact], data: st.DataObject) -> None:
    with TemporaryDirectory() as directory:
        check_every_position(Path(directory), on_sqlite, facts, data)


@pytest.mark.postgres
@settings(max_examples=15)
@given(histories(streams=3, longest=25), st.data())
def test_as_of_on_postgres(database: str, facts: list[Fact], data: st.DataObject) -> None:
    hospital = f"hospital-{next(HOSPITALS)}"

    def on_postgres(_: Path) -> ViewStore:
        return postgres.open_views(database, hospital, PROJECTIONS)

    with TemporaryDirectory() as directory:
        check_every_position(Path(directory), on_postgres, facts, data)


def check_every_position(directory: Path, opened: Open, facts: list[Fact], data: st.DataObject) -> None:
    """Taken in by pulls of random length, looked at from every position, on random days."""
    ledger, store = recorded(directory, facts), opened(directory)
    try:
        reader = reader_of(ledger, store)
        for stop in sorted(data.draw(st.sets(st.integers(1, len(facts)), max_size=4))):
            reader.pull(upto=stop)
            if data.draw(st.booleans()):
                reader = reader_of(ledger, store)
        assert reader.pull().at == len(facts)
        on = DAWN + data.draw(st.integers(0, 60 * 24)) * DAY // 24
        for at in [*range(len(facts) + 1), None]:
            check(store, ledger, at, on)
    finally:
        store.close()
        ledger.close()


def check(store: ViewStore, ledger: Ledger, at: int | None, on: int) -> None:
    told = expected(ledger, at)
    for index, projection in enumerate(PROJECTIONS):
        everything, now = told[index], {s for s in told[index] if s.ended is None}
        then = {s for s in everything if s.covers(on)}
        with store.snapshot() as snapshot:
            streams = [f"errand-{n}" for n in range(3)]
            assert set(snapshot.history(projection, streams, at)) == everything
            assert set(snapshot.of_streams(projection, streams, at, None)) == now
            assert set(snapshot.of_streams(projection, streams, at, on)) == then
            for wanted in ASKED if index == 0 else ASKED[1:]:
                assert sorted(snapshot.known(projection, wanted, at, None), key=place) == sorted(now, key=place)
                assert sorted(snapshot.known(projection, wanted, at, on), key=place) == sorted(then, key=place)
                check_beginnings(snapshot, (projection, wanted, at), (on - DAY, on + DAY), everything)
                since = on % 7
                newer = [stint for stint in now if stint.born > since]
                changed = snapshot.changed(projection, wanted, since, at)
                assert sorted(changed, key=place) == sorted(newer, key=place)


def place(stint: Stint[Any]) -> tuple[str, str, int]:
    return stint.stream, stint.name, stint.began


def expected(ledger: Ledger, at: int | None) -> list[set[Stint[Any]]]:
    """Every stint known at a position, by projection: told from the facts, without any store."""
    found: list[set[Stint[Any]]] = [set() for _ in PROJECTIONS]
    for stream in ledger.streams("errand"):
        past = tell(CAST, map(MAPPER.fact, ledger.stream_rows(stream, upto=at))).past
        for index, known in enumerate(past.known if past else ()):
            found[index] |= set(known.values())
    return found


def check_beginnings(
    snapshot: Snapshot, asked: tuple[Projection, Wanted, int | None], around: Around, everything: set[Stint[Any]]
) -> None:
    """Of all rows, and without a stream that is behind a wall."""
    for behind in ((), ("errand-1",)):
        began = [(one.began, one.begun_by) for one in everything if one.stream not in behind]
        before = [moment for moment, _ in began if moment < around[0]]
        after = [moment for moment, _ in began if moment > around[1]]
        assert snapshot.nearest(*asked, around[0], back=True, behind=behind) == max(before, default=None)
        assert snapshot.nearest(*asked, around[1], back=False, behind=behind) == min(after, default=None)
        within = {seq for moment, seq in began if around[0] <= moment <= around[1]}
        assert snapshot.begun(*asked, around, behind) == within
