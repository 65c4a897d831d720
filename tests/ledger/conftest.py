"""A ledger for every test: of a hospital of its own, on each store."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from services.ledger import postgres, sqlite
from services.ledger.contract import Ledger

STORES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]

Open = Callable[[], Ledger]


@pytest.fixture(scope="session")
def migrated(postgres_server: str) -> Iterator[str]:
    """The address of a database with the ledger's tables, shared by a worker's tests: each takes another hospital."""
    name = f"heard_{uuid4().hex}"
    address = make_conninfo(postgres_server, dbname=name)
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    postgres.migrate(address)
    yield address
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def hospital() -> str:
    return f"h-{uuid4().hex[:20]}"


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def open_ledger(store: str, hospital: str, tmp_path: Path, request: pytest.FixtureRequest) -> Open:
    """Opens this test's ledger for writing, as a process that starts does."""
    if store == "sqlite":
        return lambda: sqlite.open_writer(tmp_path, hospital)
    address = request.getfixturevalue("migrated")
    return lambda: postgres.open_ledger(address, hospital)


@pytest.fixture
def ledger(open_ledger: Open) -> Iterator[Ledger]:
    opened = open_ledger()
    yield opened
    opened.close()
