"""One hospital's ledger in PostgreSQL, shared with any number of processes."""

from collections.abc import Iterator, Sequence
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool, PoolClosed, PoolTimeout

from services.ledger.contract import Answer, Commit, Done, Entry, Reused, Row, SealedRow, Unavailable, WrongFormat
from services.ledger.entry import FORMAT
from services.ledger.group import Group
from services.ledger.postgres import migration
from services.ledger.postgres.appending import Appending
from services.ledger.postgres.session import address_of, bind, connect, is_alive, said
from services.ledger.postgres.wire import integers, texts
from services.ledger.recorder import ENTRY, LedgerRecorder, counted, end_of

READERS = 8
PATIENCE = 2.0
"""Seconds a reader waits for a connection."""

_ROW = "SELECT seq, unit, unit_seq, at, name, v, head, body FROM heard.events WHERE hospital = %b"
_SEALED = """
    SELECT wanted.seq, wanted.part, stream, version, key_id, salt, cipher
      FROM (SELECT %b::text AS hospital) AS our, unnest(%b, %b) AS wanted (seq, part),
           LATERAL (SELECT key_id, salt, cipher FROM heard.sealed WHERE sealed.hospital = our.hospital
                       AND sealed.seq = wanted.seq AND sealed.part = wanted.part AND cipher IS NOT NULL OFFSET 0) AS text,
           LATERAL (SELECT stream, version FROM heard.events WHERE events.hospital = our.hospital
                       AND events.seq = wanted.seq OFFSET 0) AS fact
"""
"""Looked up one by one, whatever the planner thinks of tables it met while they were empty."""

_ERASE_WORDS = """
    UPDATE heard.sealed SET salt = NULL, cipher = NULL FROM (SELECT %b::text AS hospital) AS our,
           unnest(%b, %b) AS gone (seq, part)
     WHERE sealed.hospital = our.hospital AND sealed.seq = gone.seq AND sealed.part = gone.part
"""
_ERASE_DIGESTS = """
    UPDATE heard.commands SET digest = NULL FROM (SELECT %b::text AS hospital) AS our,
           unnest(%b, %b) AS gone (seq, part), heard.events
     WHERE events.hospital = our.hospital AND events.seq = gone.seq
       AND commands.hospital = our.hospital AND commands.id = events.command
"""


class PostgresLedger(LedgerRecorder):
    """See `contract.Ledger`. Made by `open_ledger`. Threads that append are joined into one call; readers share a pool
    that holds no connection while nobody reads."""

    def __init__(self, address: str, hospital: str) -> None:
        self.hospital = hospital
        self._appending = Appending(address, hospital)
        self._group = Group(self._appending.append)
        self._pool = ConnectionPool(
            address,
            kwargs={"autocommit": True},
            min_size=0,
            max_size=READERS,
            configure=lambda connection: bind(connection, hospital),
            check=_stands,
            timeout=PATIENCE,
            reconnect_timeout=0.0,  # whoever asks next tries at once, instead of waiting out a growing delay
            max_idle=60.0,
            num_workers=1,
            open=True,
        )

    def append(self, commits: Sequence[Commit]) -> list[Answer]:
        return self._group.append(commits)

    def rows(self, after: int, limit: int, upto: int | None = None) -> list[Row]:
        return self._read(f"{_ROW} AND seq > %b AND seq <= %b ORDER BY seq LIMIT %b", after, end_of(upto), limit)

    def entries(self, after: int, limit: int) -> list[Entry]:
        query = f"SELECT {ENTRY} FROM heard.events WHERE hospital = %b AND seq > %b ORDER BY seq LIMIT %b"
        return [Entry(*row) for row in self._read(query, after, limit)]

    def leaves(self, after: int, limit: int) -> list[bytes]:
        query = "SELECT leaf FROM heard.events WHERE hospital = %b AND seq > %b ORDER BY seq LIMIT %b"
        return [bytes(leaf) for (leaf,) in self._read(query, after, limit)]

    def stream_rows(self, stream: str, after: int = 0, upto: int | None = None) -> list[Row]:
        query = f"{_ROW} AND stream = %b AND version > %b AND seq <= %b ORDER BY version"
        return self._read(query, stream, after, end_of(upto))

    def rows_of(self, streams: Sequence[str]) -> list[Row]:
        return self._read(f"{_ROW} AND stream = ANY(%b) ORDER BY seq", list(streams))

    def unit_rows(self, unit: str, after: int, limit: int, upto: int | None = None) -> list[Row]:
        query = f"{_ROW} AND unit = %b AND unit_seq > %b AND seq <= %b ORDER BY unit_seq LIMIT %b"
        return self._read(query, unit, after, end_of(upto), limit)

    def streams(self, noun: str) -> Iterator[str]:
        query = (
            "SELECT stream FROM heard.events WHERE hospital = %b AND version = 1 AND stream >= %b AND stream < %b"
            " ORDER BY seq"
        )
        return (stream for (stream,) in self._read(query, f"{noun}-", f"{noun}."))

    def head(self) -> tuple[int, int]:
        ((seq, at),) = self._read("SELECT seq, at FROM heard.head WHERE hospital = %b")
        return seq, at

    def units(self) -> tuple[int, dict[str, int]]:
        query = "SELECT head.seq, unit, units.seq FROM heard.head LEFT JOIN heard.units USING (hospital) WHERE hospital = %b"
        return counted(self._read(query))

    def last_seq_by(self, at: int) -> int:
        ((seq,),) = self._read("SELECT heard.last_seq_by(%b, %b)", at)
        return int(seq)

    def sealed(self, refs: Sequence[tuple[int, str]]) -> dict[tuple[int, str], SealedRow]:
        wanted = integers([seq for seq, _ in refs]), texts([part for _, part in refs])
        return {(seq, part): tuple(found) for seq, part, *found in self._read(_SEALED, *wanted)}

    def erase(self, words: Sequence[tuple[int, str]]) -> None:
        """The rows' old versions stay in the cluster's files until it vacuums and in its archive as long as that is kept;
        what makes them unreadable at once is the vault, which lies elsewhere."""
        wanted = integers([seq for seq, _ in words]), texts([part for _, part in words])
        try:
            with self._pool.connection() as connection, connection.transaction():
                for query in (_ERASE_WORDS, _ERASE_DIGESTS):
                    connection.execute(query.encode(), [self.hospital, *wanted], binary=True)
        except (psycopg.Error, PoolTimeout, PoolClosed) as error:
            raise Unavailable(
                f"The ledger's PostgreSQL cannot be written ({said(error)}); it is tried again."
            ) from error

    def done(self, command: str, digest: bytes) -> Done | Reused | None:
        query = "SELECT first, last, digest FROM heard.commands WHERE hospital = %b AND id = %b"
        for first, last, kept in self._read(query, command):
            return Done(first, last) if kept == digest else Reused(command)
        return None

    def bare_rows(self, stream: str) -> list[tuple[int, str, bytes]]:
        query = "SELECT version, name, body FROM heard.events WHERE hospital = %b AND stream = %b ORDER BY version"
        return self._read(query, stream)

    def bare_notifications(
        self, start: int, stop: int | None, names: Sequence[str], limit: int
    ) -> list[tuple[int, str, int, str, bytes]]:
        wanted = " AND name = ANY(%b)" if names else ""
        query = (
            "SELECT seq, stream, version, name, body FROM heard.events"
            f" WHERE hospital = %b AND seq BETWEEN %b AND %b{wanted} ORDER BY seq LIMIT %b"
        )
        return self._read(query, start, end_of(stop), *([texts(names)] if names else []), limit)

    def close(self) -> None:
        self._pool.close()
        with self._group.writing:
            self._appending.close()

    def _read(self, query: str, *values: object) -> list[Any]:
        """Every query's first value is the hospital. Columns vary by query."""
        try:
            with self._pool.connection() as connection:
                return connection.execute(query.encode(), [self.hospital, *values], binary=True).fetchall()
        except (psycopg.Error, PoolTimeout, PoolClosed) as error:
            raise Unavailable(f"The ledger's PostgreSQL cannot be read ({said(error)}).") from error


def open_ledger(address: str, hospital: str, created: int = 0) -> PostgresLedger:
    """The hospital's ledger at `address` (a libpq URI or key-value string); made when it is not there. WrongFormat, with
    the command to run, when the store was not migrated to this program's version."""
    address = address_of(address)
    try:
        with connect(address, hospital) as connection:
            migration.check(connection)
            _introduce(connection, hospital, created)
    except psycopg.Error as error:
        raise Unavailable(f"The ledger of {hospital} cannot be opened ({said(error)}).") from error
    return PostgresLedger(address, hospital)


def _introduce(connection: psycopg.Connection, hospital: str, created: int) -> None:
    """Writes on first opening whose ledger this is; afterwards checks it."""
    origin = f"heard/{hospital}"
    with connection.transaction():
        connection.execute("INSERT INTO heard.head VALUES (%s, 0, 0) ON CONFLICT DO NOTHING", [hospital])
        connection.execute(
            "INSERT INTO heard.ledger VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
            [hospital, FORMAT, created, origin],
        )
    found = connection.execute("SELECT format, origin FROM heard.ledger WHERE hospital = %s", [hospital]).fetchone()
    if found != (FORMAT, origin):
        raise WrongFormat(f"This ledger is {found}, not {origin} in {FORMAT}.")


def _stands(connection: psycopg.Connection) -> None:
    """Refuses a pooled connection that died while nobody used it."""
    if not is_alive(connection):
        connection.close()
        raise psycopg.OperationalError("the connection was lost while it was idle")
