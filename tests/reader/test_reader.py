"""Pulling, waiting, stopping, growing anew: on both stores, with several readers, and when things go wrong."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event as Flag
from threading import Thread

import psycopg
import pytest

from projections.lives import Projection
from services.ledger.contract import Commit
from services.ledger.sqlite import SqliteLedger
from services.reader import postgres, sqlite
from services.reader.reader import Stopped
from services.reader.rebuild import folding, rebuild
from services.reader.store import ViewStore
from tests.projections.errand import DAWN, ERRANDS, HOUR, PROJECTIONS, Finished, Given, Noted, Passed, Waited, fact
from tests.reader.stage import HOSPITAL, draft_of, reader_of, recorded
from workflows.kernel.grammar import Event, Fact
from workflows.kernel.moments import DAY

Open = Callable[[], ViewStore]


def history(errands: int) -> list[Fact]:
    """Errands side by side: given, passed on, waiting, late entries among them, some finished."""
    facts: list[Fact] = []
    steps: list[tuple[Event, int | None]] = [
        (Given(holder="person-a", unit="4w"), None),
        (Passed(holder="person-b"), None),
        (Waited(on="party-c"), None),
        (Passed(holder="person-a"), 30),
        (Waited(on=None), None),
        (Finished(), None),
    ]
    for version, (event, back) in enumerate(steps, start=1):
        for errand in range(errands):
            at = DAWN + len(facts) * HOUR
            occurred = None if back is None else f"2025-01-01T{errand % 24:02}:00Z"
            facts.append(fact(len(facts) + 1, version, event, at, occurred, stream=f"errand-{errand}"))
    return facts


FACTS = history(7)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    opened = recorded(tmp_path, FACTS)
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens the same views again and again, as other processes would."""
    kept: list[ViewStore] = []
    address = str(request.getfixturevalue("postgres")) if request.param == "postgres" else ""

    def again() -> ViewStore:
        if address:
            kept.append(postgres.open_views(address, HOSPITAL, PROJECTIONS))
        else:
            kept.append(sqlite.open_writer(tmp_path / "views.sqlite", PROJECTIONS))
        return kept[-1]

    yield again
    for store in kept:
        store.close()


def append(ledger: SqliteLedger, *facts: Fact) -> None:
    drafts = [(one, draft_of(one)) for one in facts]
    ledger.append([Commit(f"c{one.seq}", b"", one.at, (draft,), {}) for one, draft in drafts])


def next_fact(seq: int, event: Event, version: int = 7) -> Fact:
    return fact(seq, version, event, DAWN + 90 * DAY)


def test_views_do_not_depend_on_how_the_facts_were_taken_in(ledger: SqliteLedger, opened: Open, tmp_path: Path) -> None:
    store, one_by_one = opened(), sqlite.open_writer(tmp_path / "other.sqlite", PROJECTIONS)
    reader_of(ledger, store).pull()
    for seq in range(1, len(FACTS) + 1):
        reader_of(ledger, one_by_one).pull(upto=seq)
    assert one_by_one.digest() == store.digest()
    one_by_one.close()


def test_what_is_grown_anew_is_the_same(ledger: SqliteLedger, opened: Open) -> None:
    store = opened()
    reader = reader_of(ledger, store)
    reader.pull(upto=20)
    before = store.digest()
    result = rebuild(reader)
    assert (result.same, result.at, result.digest) == (True, 20, before)
    assert reader.pull().at == len(FACTS)
    with store.snapshot() as snapshot:
        assert len(snapshot.known(ERRANDS, {"holder": ["person-a"]}, None, None)) == 7


def test_whoever_was_interrupted_goes_on_where_it_was(ledger: SqliteLedger, opened: Open) -> None:
    reader = reader_of(ledger, opened())
    reader.pull()
    begun = reader.store.beside(folding())
    reader.beside(begun).pull(upto=20)
    begun.close()
    resumed = rebuild(reader)
    assert (resumed.since, resumed.at, resumed.same) == (20, len(FACTS), True)
    assert rebuild(reader).since == 0, "nothing is left of it"


def test_what_other_code_began_is_not_gone_on_with(ledger: SqliteLedger, opened: Open) -> None:
    reader = reader_of(ledger, opened())
    reader.pull()
    begun = reader.store.beside("older")
    reader.beside(begun).pull(upto=20)
    begun.close()
    assert rebuild(reader).since == 0
    assert reader.store.beside("older").at == 0


def test_a_damaged_copy_is_found_out_and_replaced(ledger: SqliteLedger, tmp_path: Path) -> None:
    store = sqlite.open_writer(tmp_path / "views.sqlite", PROJECTIONS)
    reader = reader_of(ledger, store)
    reader.pull()
    whole = store.digest()
    with sqlite3.connect(tmp_path / "views.sqlite") as damage:
        damage.execute(
            "UPDATE accountability SET until = until - 1 WHERE until = (SELECT max(until) FROM accountability)"
        )
    assert not rebuild(reader).same
    assert store.digest() == whole
    assert rebuild(reader).same
    store.close()
    assert sorted(path.name for path in tmp_path.glob("*views*")) == ["views.sqlite"]


def test_pages_go_on_while_views_are_swapped(ledger: SqliteLedger, opened: Open) -> None:
    store = opened()
    reader = reader_of(ledger, store)
    reader.pull()
    with store.snapshot() as snapshot:
        rebuilding = Thread(target=rebuild, args=(reader,))
        rebuilding.start()
        rebuilding.join()
        assert len(snapshot.known(ERRANDS, {"holder": ["person-a"]}, None, None)) == 7
    with store.snapshot() as snapshot:
        assert len(snapshot.known(ERRANDS, {"holder": ["person-a"]}, None, None)) == 7


def test_a_reader_overtaken_by_another_takes_nothing_in_twice(ledger: SqliteLedger, opened: Open) -> None:
    first, second = reader_of(ledger, opened()), reader_of(ledger, opened())
    first.pull(upto=10)
    second.pull(upto=25)
    first.pull(upto=30)
    second.pull()
    assert first.pull().at == len(FACTS)
    assert rebuild(first).same


def test_a_request_that_wrote_reads_what_it_wrote(ledger: SqliteLedger, opened: Open) -> None:
    reader = reader_of(ledger, opened())
    append(ledger, next_fact(len(FACTS) + 1, Passed(holder="person-z")))
    assert reader.fresh(len(FACTS) + 1)
    assert not reader.fresh(len(FACTS) + 2, wait=0.05)


def test_a_page_does_not_wait_for_ever_while_views_grow(ledger: SqliteLedger, opened: Open) -> None:
    reader, begun, done = reader_of(ledger, opened()), Flag(), Flag()

    def grow() -> None:
        with reader.alone():
            begun.set()
            done.wait(20)

    growing = Thread(target=grow)
    growing.start()
    assert begun.wait(20)
    assert not reader.fresh(1, wait=0.05)
    done.set()
    growing.join()
    assert reader.fresh(1)


@pytest.mark.postgres
def test_a_process_whose_turn_it_is_not_waits_for_the_one_that_pulls(ledger: SqliteLedger, postgres: str) -> None:
    from services.reader.postgres import open_views

    pulling, waiting = (reader_of(ledger, open_views(postgres, HOSPITAL, PROJECTIONS)) for _ in range(2))
    with pulling.alone() as ours:
        assert ours
        assert not waiting.fresh(1, wait=0.05)
        pulling.pull()
        assert waiting.fresh(len(FACTS), wait=0.0)
    for reader in (pulling, waiting):
        reader.store.close()


def test_what_cannot_be_folded_stops_the_reader_loudly_before_it(ledger: SqliteLedger, opened: Open) -> None:
    class Unheard(Event, frozen=True, kw_only=True):
        NAME = "errand.unheard_of"

    store = opened()
    reader = reader_of(ledger, store)
    last = len(FACTS)
    append(ledger, next_fact(last + 1, Noted()), next_fact(last + 2, Unheard(), 8), next_fact(last + 3, Noted(), 9))
    with pytest.raises(Stopped, match=f"before fact {last + 2} .errand.unheard_of"):
        reader.pull()
    assert (store.at, reader.stopped and reader.stopped.seq) == (last + 1, last + 2)
    with pytest.raises(Stopped):
        reader.fresh(last + 3)
    assert reader.fresh(last + 1)


def test_views_of_another_shape_are_made_anew(ledger: SqliteLedger, opened: Open, tmp_path: Path) -> None:
    reader_of(ledger, opened()).pull()
    assert opened().at == len(FACTS)
    other = (Projection(name="errands", row=ERRANDS.row, fold=ERRANDS.fold, filters=(("holder",),)),)
    reshaped = sqlite.open_writer(tmp_path / "views.sqlite", other)
    assert reshaped.at == 0
    reshaped.close()


def test_a_file_that_is_no_database_is_made_anew(ledger: SqliteLedger, tmp_path: Path) -> None:
    (tmp_path / "views.sqlite").write_bytes(b"not a database" * 500)
    store = sqlite.open_writer(tmp_path / "views.sqlite", PROJECTIONS)
    assert reader_of(ledger, store).pull().at == len(FACTS)
    store.close()


@pytest.mark.postgres
def test_hospitals_on_one_server_do_not_see_each_other(ledger: SqliteLedger, postgres: str) -> None:
    from services.reader.postgres import open_views

    here, there = (open_views(postgres, name, PROJECTIONS) for name in ("here", "there"))
    reader_of(ledger, here).pull()
    reader_of(ledger, there).pull(upto=8)
    assert rebuild(reader_of(ledger, here)).same
    with there.snapshot() as snapshot:
        assert len(snapshot.known(ERRANDS, {"unit": ["4w"], "shelf": ["open"]}, None, None)) == 7
    assert (here.at, there.at) == (len(FACTS), 8)
    here.close()
    there.close()


@pytest.mark.postgres
def test_a_lost_connection_is_opened_again(ledger: SqliteLedger, postgres: str) -> None:
    from services.reader.postgres import open_views

    store = open_views(postgres, HOSPITAL, PROJECTIONS)
    reader = reader_of(ledger, store)
    reader.pull(upto=5)
    with psycopg.connect(postgres, autocommit=True) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            " AND datname = current_database()"
        )
    try:
        assert reader.pull().at == len(FACTS)
    finally:
        store.close()
