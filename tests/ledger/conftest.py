"""A ledger for every test: of a hospital of its own, on each store."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from services.ledger import postgres
from services.ledger.contract import Ledger
from tests.ledger.place import Place


@pytest.fixture(scope="session")
def migrated(postgres_server: str) -> Iterator[str]:
    """The address of a database with the ledger's tables, shared by a worker's tests: each takes another hospital."""
    name = f"heard_{uuid4().hex}"
    address = make_conninfo(postgres_server, dbname=name)
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
    postgres.migrate(address)
    yield address
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def hospital() -> str:
    return f"h-{uuid4().hex[:20]}"


@pytest.fixture
def sqlite_place(hospital: str, tmp_path: Path) -> Place:
    return Place("sqlite", str(tmp_path / "ledger"), hospital)


@pytest.fixture
def postgres_place(hospital: str, migrated: str) -> Place:
    return Place("postgres", migrated, hospital)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest) -> Place:
    """Each store in turn."""
    found = request.getfixturevalue(f"{request.param}_place")
    assert isinstance(found, Place)
    return found


@pytest.fixture
def ledger(place: Place) -> Iterator[Ledger]:
    opened = place.open()
    yield opened
    opened.close()
