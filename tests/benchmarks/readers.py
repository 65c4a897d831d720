"""Views growing behind a long ledger, and a page of the past from a young log and an old one."""

import gc
import random
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import uuid4

from flask import Flask
from msgspec import Struct

from projections.catalogue import PROJECTIONS
from services import api
from services.bootstrap import found, open_house
from services.clerk.access import OPERATOR
from services.clerk.reception import Call
from services.house import House, Plate
from services.ledger import sqlite as ledger_on_sqlite
from services.ledger.contract import Ledger
from services.reader import sqlite
from services.reader.batch import Batch
from services.reader.position import Position
from services.reader.reader import GROWING, Reader
from services.reader.sqlite_making import DIALECT, index, made
from services.reader.store import ViewStore
from services.reader.streams import Streams
from services.reader.tables import Tables, indexing, tables_of
from services.web.app import create_app
from services.web.signing_in import session
from tests.benchmarks.journeys import MAPPER, UNITS, fill
from tests.benchmarks.table import Aim, Line
from tests.benchmarks.timing import contest, per_second
from workflows import lexicon
from workflows.unit import commands as unit

SECTION = 10
"""Facts the library's runner reads at a time."""
ALONE = 1_500
"""Facts a loop of one transaction each is timed over: its rate does not depend on how many there are."""


def catching_up(home: Path, rounds: int = 5, facts: int = 60_000) -> list[Line]:
    """Ours, thousands of facts per transaction, against the library's loop: each fact folded and written, rows and tracking,
    in a transaction of its own. Both fold the same rows and flush every commit to the disk."""
    ledger = ledger_on_sqlite.open_writer(home / "ledger", "bench")
    fill(ledger, facts)
    changes: list[int] = []

    def ours() -> float:
        with Fresh(home / "views.sqlite", "FULL") as store:
            began = perf_counter()
            progress = Reader(ledger, MAPPER, lexicon.NOUNS, store).pull()
            changes.append(progress.changes)
            return facts / (perf_counter() - began)

    def stock() -> float:
        with Fresh(home / "views.sqlite", "FULL") as store:
            return one_by_one(ledger, store, ALONE)

    def told() -> float:
        began = perf_counter()
        tell_all(ledger)
        return facts / (perf_counter() - began)

    tables = tables_of(PROJECTIONS, shared=False)
    with Fresh(home / "views.sqlite", "FULL") as store:
        Reader(ledger, MAPPER, lexicon.NOUNS, store).pull()
    versions = versions_in(home / "views.sqlite", tables)

    def raw() -> float:
        return per_second(facts, lambda: insert(home / "raw.sqlite", tables, versions))

    rates = contest({"ours": ours, "stock": stock, "told": told, "raw": raw}, rounds)
    ledger.close()
    per_fact = changes[0] / facts
    beside = f"{rates['ours']:,.0f} facts/s; one by one {rates['stock']:,.0f}"
    return [
        Line(
            "catch-up with row lives, vs the library's per-event loop",
            rates["ours"] / rates["stock"],
            "×",
            Aim(15),
            beside,
        ),
        Line(
            "– were writing free: facts read, decoded and folded alone, vs the same",
            rates["told"] / rates["stock"],
            "×",
            None,
            f"{rates['told']:,.0f} facts/s",
        ),
        Line(
            "a rebuild, vs raw insertion of the same versions and indexes",
            rates["ours"] / rates["raw"],
            "×",
            Aim(0.6),
            f"{sum(map(len, versions.values())):,} versions",
        ),
        Line(
            "– in changes of rows",
            rates["ours"] * per_fact,
            "/s",
            Aim(60_000, "/s"),
            f"{per_fact:.1f} per fact",
        ),
    ]


class Fresh:
    """Views that begin from nothing."""

    def __init__(self, path: Path, synchronous: str) -> None:
        sqlite.remove(path)
        self._store = sqlite.open_writer(path, PROJECTIONS, synchronous)

    def __enter__(self) -> ViewStore:
        return self._store

    def __exit__(self, *_: object) -> None:
        self._store.close()


def one_by_one(ledger: Ledger, store: ViewStore, facts: int) -> float:
    """Facts per second, one transaction each."""
    streams = Streams(ledger, MAPPER, lexicon.NOUNS, PROJECTIONS)
    began, at = perf_counter(), 0
    while at < facts:
        for row in ledger.rows(at, SECTION, facts):
            batch = Batch(PROJECTIONS)
            for change in streams.tell(MAPPER.fact(row)).changes:
                batch.add(change, row[0])
            store.write(batch, at, row[0])
            at = row[0]
    return facts / (perf_counter() - began)


Versions = Mapping[str, Sequence[Sequence[object]]]
"""Rows of every table of the views."""


def versions_in(path: Path, tables: Tables) -> Versions:
    with closing(sqlite3.connect(path)) as connection:
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables.projections}


def insert(path: Path, tables: Tables, versions: Versions) -> None:
    """The same rows into the same tables, and the indexes in one sweep, as a rebuild leaves them: nothing read or folded."""
    writer = made(path, tables, "FULL")
    writer.execute("BEGIN IMMEDIATE")
    for name in indexing(tables, DIALECT):
        writer.execute(f"DROP INDEX {name}")
    for name, rows in versions.items():
        if rows:
            writer.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    index(writer, tables)
    writer.execute("COMMIT")
    writer.close()


def tell_all(ledger: Ledger) -> None:
    """What no reader can spare itself, however it writes: every fact read, decoded and folded."""
    streams = Streams(ledger, MAPPER, lexicon.NOUNS, PROJECTIONS)
    at = 0
    gc.disable()
    while rows := ledger.rows(at, GROWING):
        for row in rows:
            streams.tell(MAPPER.fact(row))
        at = rows[-1][0]
    gc.enable()


class Pages(Struct, frozen=True):
    """Medians in milliseconds: the board as JSON over HTTP, the look at the views alone, and the briefing book as a page."""

    facts: int
    http: float
    look: float
    rows: float
    briefing: float


def pages(home: Path, young: int = 10_000, old: int = 1_000_000, visits: int = 200) -> list[Line]:
    """A board of about fifty rows as of a random past position, from a young log and from an old one of the same life."""
    small = _pages_at(home / "young", young, visits)
    large = _pages_at(home / "old", old, visits)
    return [
        Line(
            f"a {small.rows:.0f}-row `as_of` page over HTTP, {old:,} facts in the log vs {young:,}",
            large.http / small.http,
            "×",
            Aim(1.5, at_most=True),
            f"{large.http:.1f} ms; {small.http:.1f} ms",
        ),
        Line(
            "the same, what the views take of it",
            large.look / small.look,
            "×",
            None,
            f"{large.look:.2f} ms; {small.look:.2f} ms",
        ),
        Line(
            f"a briefing book over HTTP, {old:,} facts in the log",
            large.briefing,
            "ms",
            Aim(300, "ms", at_most=True),
            f"{small.briefing:.1f} ms with {young:,}",
        ),
    ]


def _pages_at(home: Path, facts: int, visits: int) -> Pages:
    found(home, Plate("bench", "Bench", "America/Chicago"))
    with open_house(home) as house:
        fill(house.ledger, facts)
        house.reader.pull()
        chance = random.Random(7)
        positions = [chance.randint(facts // 2, facts) for _ in range(visits)]
        return Pages(facts, *_visited(house, positions), _briefed(house, visits // 10 + 1))


def _visited(house: House, positions: Sequence[int]) -> tuple[float, float, float]:
    """Milliseconds over HTTP, milliseconds in the views, rows on the page."""
    get = _client(house)
    http = [_timed(partial(get, UNITS[at % len(UNITS)], at)) for at in positions]
    rows: list[int] = []

    def look(at: int) -> None:
        with house.views.look(Position(at)) as looking:
            rows.append(len(looking.board(UNITS[at % len(UNITS)]).open))

    looks = [_timed(partial(look, at)) for at in positions]
    return median(http), median(looks), median(rows)


def _briefed(house: House, times: int) -> float:
    """What the executive of each unit reads before coming, since about a month ago, from a signed-in browser."""
    client = create_app(house).test_client()
    person = house.people.add("Dana").id
    for slug in UNITS:
        house.reception.ask(OPERATOR, _leading(person), Call(id=str(uuid4()), via="cli"), f"unit-{slug}")
    with client.session_transaction() as kept:
        kept[session.TOKEN] = house.sessions.begin(person, house.now())

    def read(slug: str) -> None:
        assert "Three things to ask" in client.get(f"/unit/{slug}/briefing").text

    read(UNITS[0])
    return median(_timed(partial(read, UNITS[n % len(UNITS)])) for n in range(times))


def _leading(person: str) -> unit.Appoint:
    return unit.Appoint(person=person, role="team_leader", since="2023-01-01")


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1_000


def _client(house: House) -> Callable[[str, int], None]:
    """Somebody with a role in every unit, signed in."""
    person = house.people.add("Ines").id
    for slug in UNITS:
        house.reception.ask(OPERATOR, _leading(person), Call(id=str(uuid4()), via="cli"), f"unit-{slug}")
    app = Flask("bench")
    app.secret_key = "bench"  # noqa: S105 - of a measurement
    api.install(app, house)
    client = app.test_client()
    headers = {"Authorization": f"Bearer {house.sessions.begin(person, house.now())}"}

    def get(slug: str, at: int) -> None:
        answer = client.get(f"/api/v1/units/{slug}/board?as_of={at}", headers=headers)
        assert answer.status_code == 200, answer.text

    return get
