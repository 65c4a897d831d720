"""The store's version: numbered scripts, forward only, each in a transaction of its own, one migration at a time."""

from importlib.resources import files

import psycopg

from services.ledger.contract import LedgerError, Unavailable, WrongFormat
from services.ledger.postgres.session import address_of, said

STEPS = sorted(
    (step for step in (files("services.ledger.postgres") / "migrations").iterdir() if step.name.endswith(".sql")),
    key=lambda step: step.name,
)
ONE_AT_A_TIME = 0x68656172
"""The advisory lock that whoever migrates holds."""


def migrate(address: str) -> int:
    """Brings the store at `address` (a libpq URI or key-value string) to this program's version and returns that.
    Unavailable when it cannot be reached, WrongFormat when it is newer, LedgerError when the role may not create it."""
    try:
        with psycopg.connect(address_of(address), autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
            at = version(connection)
            if at > len(STEPS):
                raise WrongFormat(_newer(at))
            for number, step in enumerate(STEPS[at:], start=at + 1):
                _take(connection, number, step.read_text(encoding="utf-8"))
    except psycopg.errors.InsufficientPrivilege as error:
        raise LedgerError(f"This role may not create the ledger's tables ({said(error)}).") from error
    except psycopg.Error as error:
        raise Unavailable(f"The ledger cannot be migrated ({said(error)}).") from error
    return len(STEPS)


def check(connection: psycopg.Connection) -> None:
    """WrongFormat, with the command to run, unless the store is at this program's version."""
    at = version(connection)
    if at > len(STEPS):
        raise WrongFormat(_newer(at))
    if at < len(STEPS):
        raise WrongFormat(f"The ledger is at version {at}, this Heard needs {len(STEPS)}; run `heard migrate`.")


def version(connection: psycopg.Connection) -> int:
    """0 where nothing was ever migrated."""
    if connection.execute("SELECT to_regclass('heard.migrated')").fetchone() == (None,):
        return 0
    found = connection.execute("SELECT coalesce(max(version), 0) FROM heard.migrated").fetchone()
    return int(found[0]) if found else 0


def _take(connection: psycopg.Connection, number: int, script: str) -> None:
    with connection.transaction():
        connection.execute(script.encode())
        connection.execute("INSERT INTO heard.migrated VALUES (%s)", [number])


def _newer(at: int) -> str:
    return f"The ledger was written by a newer Heard (version {at}, this one knows {len(STEPS)}); update Heard."
