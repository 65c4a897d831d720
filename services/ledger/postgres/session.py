"""A connection bound to one hospital: its walls, and the settings that make an acknowledgement true."""

from select import POLLIN, poll

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from services.ledger.contract import Unavailable, WrongFormat
from services.ledger.postgres import wire

KEPT_ALIVE: dict[str, str | int] = {
    "application_name": "heard",
    "connect_timeout": 3,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,  # a server that vanished is noticed in seconds, not in the hours TCP allows
}
SETTINGS = {
    "default_transaction_isolation": "read committed",  # what is read under the lock is what the last holder left
    "lock_timeout": "10s",
    "enable_seqscan": "off",  # plans are kept from when the tables were empty; none may be a scan
    "plan_cache_mode": "force_generic_plan",
}
_BIND = """
    WITH given (name, value) AS (
        SELECT * FROM unnest(%s::text[], %s::text[])
        UNION ALL
        SELECT 'synchronous_commit', 'on' WHERE current_setting('synchronous_commit') = 'off'
        UNION ALL
        SELECT 'role', rolname FROM pg_roles WHERE rolname = 'heard_ledger' AND pg_has_role(oid, 'MEMBER')
           AND CASE WHEN to_regnamespace('heard') IS NULL THEN false ELSE has_schema_privilege(oid, 'heard', 'USAGE') END
    )
    SELECT current_setting('fsync'), count(set_config(name, value, false)) FROM given
"""
"""The walls and the settings in one round trip; says whether the server keeps what it acknowledges."""


def address_of(address: str) -> str:
    """`address` with our own time limits, where it sets none itself."""
    given = conninfo_to_dict(address)
    return make_conninfo(address, **{name: value for name, value in KEPT_ALIVE.items() if name not in given})


def connect(address: str, hospital: str) -> psycopg.Connection:
    """A connection for `hospital`; Unavailable when there is none to be had."""
    try:
        connection = psycopg.connect(address, autocommit=True)
    except psycopg.Error as error:
        raise Unavailable(f"The ledger's PostgreSQL cannot be reached ({said(error)}); nothing was stored.") from error
    try:
        bind(connection, hospital)
    except psycopg.Error as error:
        connection.close()
        raise Unavailable(f"The ledger's PostgreSQL cannot be used ({said(error)}); nothing was stored.") from error
    return connection


def bind(connection: psycopg.Connection, hospital: str) -> None:
    """Prepares a fresh connection. WrongFormat when the server would lose what it acknowledged."""
    wire.register(connection)
    connection.prepare_threshold = 0
    settings = {**SETTINGS, "heard.hospital": hospital}
    durable = connection.execute(_BIND, [list(settings), list(settings.values())]).fetchone()
    if durable and durable[0] == "off":
        connection.close()
        raise WrongFormat("This PostgreSQL runs with fsync=off; it would lose acknowledged facts.")


def is_alive(connection: psycopg.Connection) -> bool:
    """Whether an idle connection still stands, without asking: what speaks unasked is saying goodbye."""
    if connection.closed:
        return False
    ears = poll()
    ears.register(connection.fileno(), POLLIN)
    return not ears.poll(0)


def said(error: Exception) -> str:
    """What the server said, as one line of a sentence."""
    return str(error).strip().partition("\n")[0]
