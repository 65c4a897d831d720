"""What stands between two hospitals in one PostgreSQL, and between the program and its own past."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from services.ledger.postgres import migrate, open_ledger
from services.ledger.postgres.session import connect
from tests.ledger.making import one
from tests.ledger.place import COLUMNS, Place

pytestmark = pytest.mark.postgres


@pytest.fixture
def owner(postgres: str) -> Iterator[str]:
    """The address of an empty database for a role that may create a schema there and nothing else in the world."""
    role = f"heard_{uuid4().hex}"
    with psycopg.connect(postgres, autocommit=True) as admin:
        admin.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{role}'".encode())
        admin.execute(f"GRANT CREATE ON DATABASE {admin.info.dbname} TO {role}".encode())
        yield make_conninfo(postgres, user=role, password=role)
        admin.execute(f"DROP OWNED BY {role} CASCADE".encode())
        admin.execute(f"DROP ROLE {role}".encode())


@pytest.fixture(params=["stepped_down", "owner"])
def address(request: pytest.FixtureRequest) -> str:
    """A store worked under the role that owns nothing, and one worked by its owner."""
    found = str(request.getfixturevalue("migrated" if request.param == "stepped_down" else "owner"))
    migrate(found)
    return found


@pytest.fixture
def ours(address: str, hospital: str) -> Iterator[psycopg.Connection]:
    """A session of one hospital, in a database in which another has its facts too."""
    for slug in (hospital, "neighbour"):
        ledger = open_ledger(address, slug)
        ledger.append([one(f"concern-{uuid4().hex}")])
        ledger.close()
    with connect(address, hospital) as session:
        yield session


@pytest.mark.parametrize("table", [*COLUMNS, "ledger"])
def test_a_query_that_forgets_the_hospital_sees_its_own_alone(
    ours: psycopg.Connection, hospital: str, table: str
) -> None:
    assert ours.execute(f"SELECT DISTINCT hospital FROM heard.{table}".encode()).fetchall() == [(hospital,)]


def test_nothing_can_be_written_for_another_hospital(ours: psycopg.Connection) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        ours.execute("INSERT INTO heard.units VALUES ('neighbour', 'icu', 9)")
    assert ours.execute("UPDATE heard.head SET seq = 0 WHERE hospital = 'neighbour'").rowcount == 0


def test_a_session_that_names_no_hospital_is_an_error(address: str) -> None:
    with psycopg.connect(address) as nameless:
        if nameless.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone() == (True,):
            nameless.execute("SET ROLE heard_ledger")
        with pytest.raises(psycopg.errors.UndefinedObject, match=r"heard\.hospital"):
            nameless.execute("SELECT * FROM heard.events")


@pytest.mark.parametrize(
    "attempt", ["UPDATE heard.events SET body = ''", "DELETE FROM heard.events", "TRUNCATE heard.events"]
)
def test_a_fact_can_be_neither_changed_nor_deleted(sessions: psycopg.Connection, attempt: str) -> None:
    assert sessions.execute("SELECT current_user").fetchone() == ("heard_ledger",)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        sessions.execute(attempt.encode())


@pytest.fixture
def sessions(postgres_place: Place) -> Iterator[psycopg.Connection]:
    """A session as the store uses it where it could step down."""
    postgres_place.open().close()
    with connect(postgres_place.where, postgres_place.hospital) as session:
        yield session
