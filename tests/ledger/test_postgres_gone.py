"""PostgreSQL goes away, in every way it can: a sentence each time, nothing half written, and the same store works again."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from uuid import uuid4

import psycopg
import pytest

from services.ledger import postgres
from services.ledger.contract import Appended, Commit, Done, Ledger, OutcomeUnknown, Unavailable, WrongFormat
from services.ledger.postgres import session
from tests.ledger.making import commit, draft, one, told
from tests.ledger.own_server import OwnServer
from tests.ledger.place import Place
from tests.ledger.soundness import flaws

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="module")
def server() -> Iterator[OwnServer]:
    with OwnServer() as running:
        yield running


@pytest.fixture
def place(server: OwnServer) -> Place:
    return Place("postgres", server.address, f"h-{uuid4().hex[:20]}")


def insist(ledger: Ledger, wanted: Commit) -> tuple[list[Exception], object]:
    """What the clerk does: asks again with the same id until there is an answer."""
    met: list[Exception] = []
    while len(met) < 600:
        try:
            return met, ledger.append([wanted])[0]
        except (OutcomeUnknown, Unavailable) as error:
            met.append(error)
            time.sleep(0.05)
    raise AssertionError(met[-1])


def asked_of(server: OwnServer, query: str, *values: object) -> list[tuple[object, ...]]:
    with psycopg.connect(server.address, autocommit=True) as admin:
        admin.execute("SET synchronous_commit = local")
        return admin.execute(query.encode(), values).fetchall()


@contextmanager
def configured(server: OwnServer, setting: str, value: str) -> Iterator[None]:
    """A setting of the whole server, in force while the block runs."""
    _configure(server, f"ALTER SYSTEM SET {setting} = {value}", setting, value)
    before = asked_of(server, f"SELECT boot_val FROM pg_settings WHERE name = '{setting}'")[0][0]
    try:
        yield
    finally:
        _configure(server, f"ALTER SYSTEM RESET {setting}", setting, before)


def _configure(server: OwnServer, how: str, setting: str, value: object) -> None:
    with psycopg.connect(server.address, autocommit=True) as admin:
        admin.execute(how.encode())
        admin.execute("SELECT pg_reload_conf()")
    for _ in range(200):
        if asked_of(server, f"SHOW {setting}") == [(value,)]:
            return
        time.sleep(0.02)
    raise AssertionError(f"{setting} never became {value}")


def wait_for(server: OwnServer, event: str) -> object:
    """The process id of the writing session, once it waits for `event`."""
    query = "SELECT pid FROM pg_stat_activity WHERE application_name = 'heard' AND wait_event = %s"
    for _ in range(200):
        if found := asked_of(server, query, event):
            return found[0][0]
        time.sleep(0.02)
    raise AssertionError(f"nobody waits for {event}")


def test_killed_in_the_middle_nothing_is_lost_and_nothing_done_twice(server: OwnServer, place: Place) -> None:
    def write(number: int) -> tuple[list[Exception], list[object]]:
        met: list[Exception] = []
        answers: list[object] = []
        while time.monotonic() < end or not answers:
            nth = len(answers)
            errors, answer = insist(ledger, commit(*(draft(f"concern-{number}-{nth}", n) for n in (1, 2))))
            met += errors
            answers.append(answer)
        return met, answers

    end = time.monotonic() + 4
    with closing(place.open()) as ledger, ThreadPoolExecutor(4) as threads:
        writers = [threads.submit(write, number) for number in range(4)]
        time.sleep(1)
        server.kill()
        time.sleep(0.3)
        server.start()
        told_of = [writer.result() for writer in writers]
        assert any(met for met, _ in told_of)
        assert all(isinstance(answer, Appended | Done) for _, answers in told_of for answer in answers)
        assert ledger.head()[0] == 2 * sum(len(answers) for _, answers in told_of)
    assert flaws(place) == []


def test_while_it_is_down_everything_says_so_and_afterwards_works(server: OwnServer, place: Place) -> None:
    with closing(place.open()) as ledger:
        ledger.append([one("concern-a")])
        server.kill()
        with pytest.raises((OutcomeUnknown, Unavailable)):
            ledger.append([one("concern-a", 2, command=told(1))])
        with pytest.raises(Unavailable, match="nothing was stored"):
            ledger.append([one("concern-a", 2, command=told(1))])
        with pytest.raises(Unavailable, match="cannot be read"):
            ledger.head()
        with pytest.raises(Unavailable, match="cannot be reached"):
            place.open()
        with pytest.raises(Unavailable, match="cannot be migrated"):
            postgres.migrate(place.where)
        server.start()
        assert ledger.rows(0, 10)[0][0] == 1
        assert isinstance(ledger.append([one("concern-a", 2, command=told(1))])[0], Appended)
    assert flaws(place) == []


def test_a_commit_no_standby_confirmed_is_no_acknowledgement(server: OwnServer, place: Place) -> None:
    with closing(place.open()) as ledger, ThreadPoolExecutor(1) as threads:
        with configured(server, "synchronous_standby_names", "nobody"):
            waiting = threads.submit(ledger.append, [one("concern-a", command=told(1))])
            asked_of(server, "SELECT pg_cancel_backend(%s)", wait_for(server, "SyncRep"))
            with pytest.raises(OutcomeUnknown, match="no standby"):
                waiting.result(timeout=10)
        assert ledger.append([one("concern-a", command=told(1))]) == [Done(1, 1)]


def test_a_session_ended_while_it_writes_leaves_the_outcome_open(server: OwnServer, place: Place) -> None:
    with closing(place.open()) as ledger, ThreadPoolExecutor(1) as threads:
        with psycopg.connect(place.where) as other:
            other.execute("SELECT FROM heard.head WHERE hospital = %s FOR UPDATE", [place.hospital])
            waiting = threads.submit(ledger.append, [one("concern-a", command=told(1))])
            asked_of(server, "SELECT pg_terminate_backend(%s)", wait_for(server, "transactionid"))
            with pytest.raises(OutcomeUnknown, match="ask again with the same id"):
                waiting.result(timeout=10)
        assert ledger.done(told(1), b"one") is None
        assert isinstance(ledger.append([one("concern-a", command=told(1))])[0], Appended)


def test_sessions_ended_while_idle_are_replaced_unnoticed(server: OwnServer, place: Place) -> None:
    with closing(place.open()) as ledger:
        ledger.append([one("concern-a")])
        assert ledger.head()[0] == 1
        ended = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'heard'"
        assert len(asked_of(server, ended)) >= 2
        assert isinstance(ledger.append([one("concern-a", 2)])[0], Appended)
        assert ledger.head()[0] == 2


def test_a_head_that_stays_locked_is_said(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(session.SETTINGS, "lock_timeout", "100ms")
    with closing(place.open()) as ledger:
        with psycopg.connect(place.where) as other:
            other.execute("SELECT FROM heard.head WHERE hospital = %s FOR UPDATE", [place.hospital])
            with pytest.raises(Unavailable, match="lock timeout"):
                ledger.append([one("concern-a")])
        assert isinstance(ledger.append([one("concern-a")])[0], Appended)


def test_a_server_that_would_forget_is_refused(server: OwnServer, place: Place) -> None:
    with configured(server, "fsync", "off"), pytest.raises(WrongFormat, match="fsync=off"):
        place.open()
    place.open().close()
