"""A store is brought to this program's version by command, once, forward only; an older or newer one is refused."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from services.ledger.contract import LedgerError, Unavailable, WrongFormat
from services.ledger.postgres import migrate, open_ledger
from services.ledger.postgres.migration import STEPS
from services.ledger.sqlite import SqliteLedger, open_reader, open_writer
from services.ledger.sqlite.store import FILE

on_postgres = pytest.mark.postgres


def run(address: str, query: str) -> None:
    with psycopg.connect(address, autocommit=True) as admin:
        admin.execute(query.encode())


@on_postgres
def test_migrating_twice_is_migrating_once(postgres: str) -> None:
    assert migrate(postgres) == migrate(postgres) == len(STEPS)
    open_ledger(postgres, "alder-creek").close()


@on_postgres
def test_whoever_migrates_waits_for_whoever_does(postgres: str) -> None:
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(migrate, [postgres] * 4)) == [len(STEPS)] * 4


@on_postgres
def test_an_older_store_is_refused_with_the_command_to_run(postgres: str) -> None:
    with pytest.raises(WrongFormat, match=r"version 0, .* run `heard migrate`"):
        open_ledger(postgres, "alder-creek")
    migrate(postgres)
    run(postgres, "DELETE FROM heard.migrated WHERE version > 1")
    with pytest.raises(WrongFormat, match=r"version 1, .* run `heard migrate`"):
        open_ledger(postgres, "alder-creek")


@on_postgres
def test_a_newer_store_is_refused(postgres: str) -> None:
    migrate(postgres)
    run(postgres, "INSERT INTO heard.migrated VALUES (1000)")
    for attempt in (lambda: open_ledger(postgres, "alder-creek"), lambda: migrate(postgres)):
        with pytest.raises(WrongFormat, match=r"newer Heard .* update Heard"):
            attempt()


@on_postgres
def test_a_step_that_fails_leaves_the_store_where_it_was(postgres: str) -> None:
    run(postgres, "CREATE SCHEMA heard")
    with pytest.raises(Unavailable, match="already exists"):
        migrate(postgres)
    run(postgres, "DROP SCHEMA heard")
    assert migrate(postgres) == len(STEPS)


@on_postgres
def test_a_ledger_of_another_format_is_refused(postgres: str) -> None:
    migrate(postgres)
    open_ledger(postgres, "alder-creek").close()
    run(postgres, "UPDATE heard.ledger SET format = 'heard/9'")
    with pytest.raises(WrongFormat, match="heard/9"):
        open_ledger(postgres, "alder-creek")


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    nowhere = make_conninfo(host=str(tmp_path), dbname="heard")
    with pytest.raises(Unavailable, match="cannot be migrated"):
        migrate(nowhere)
    with pytest.raises(Unavailable, match="cannot be reached"):
        open_ledger(nowhere, "alder-creek")


@on_postgres
def test_a_role_that_may_not_create_is_told(postgres: str) -> None:
    role = "heard_powerless"
    run(postgres, f"CREATE ROLE {role} LOGIN PASSWORD '{role}'")
    try:
        with pytest.raises(LedgerError, match="may not create"):
            migrate(make_conninfo(postgres, user=role, password=role))
    finally:
        run(postgres, f"DROP ROLE {role}")


def stamp(directory: Path, version: int) -> None:
    with closing(sqlite3.connect(directory / FILE)) as file:
        file.execute(f"PRAGMA user_version={version}")


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    open_writer(tmp_path, "alder-creek").close()
    stamp(tmp_path, 1_000)
    with pytest.raises(WrongFormat, match=r"newer Heard .* update Heard"):
        open_writer(tmp_path, "alder-creek")
    with pytest.raises(WrongFormat, match=r"version 1000, .* update Heard"):
        open_reader(tmp_path, "alder-creek")


def test_an_older_file_is_not_read_but_brought_forward_by_its_writer(tmp_path: Path) -> None:
    open_writer(tmp_path, "alder-creek").close()
    stamp(tmp_path, 0)
    with pytest.raises(WrongFormat, match=r"version 0, .* start the server that writes it once"):
        open_reader(tmp_path, "alder-creek")


@pytest.mark.parametrize("opened", [open_writer, open_reader])
def test_a_file_of_another_hospital_is_refused(tmp_path: Path, opened: Callable[[Path, str], SqliteLedger]) -> None:
    open_writer(tmp_path, "alder-creek").close()
    with pytest.raises(WrongFormat, match=r"heard/alder-creek .* not heard/birch-hill"):
        opened(tmp_path, "birch-hill")
    opened(tmp_path, "alder-creek").close()
