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
_SET = "SELECT set_config(name, value, false) FROM unnest(%s::text[], %s::text[]) AS given (name, value)"
_DURABLE = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
_STEPPED_DOWN = """
    SELECT set_config('role', rolname, false) FROM pg_roles WHERE rolname = 'heard_ledger'
       AND pg_has_role(oid, 'MEMBER') AND CASE WHEN to_regnamespace('heard') IS NULL THEN false
           ELSE has_schema_privilege(oid, 'heard', 'USAGE') END
"""


def address_of(address: str) -> str:
    """`address` with our own time limits, where it sets none itself."""
    given = conninfo_to_dict(address)
    return make_conninfo(address, **{name: value for name, value in KEPT_ALIVE.items() if name not in given})


def connect(address: str, hospital: str) -> psycopg.Connection:
    """A connection for `hospital`; Unavailable when there is none to be had."""
    try:
        connection = psycopg.connect(address, autocommit=True)
        bind(connection, hospital)
    except psycopg.Error as error:
        raise Unavailable(f"The ledger's PostgreSQL cannot be reached ({_said(error)}); nothing was stored.") from error
    return connection


def bind(connection: psycopg.Connection, hospital: str) -> None:
    """Prepares a fresh connection. WrongFormat when the server would lose what it acknowledged."""
    wire.register(connection)
    connection.prepare_threshold = 0
    settings = {**SETTINGS, "heard.hospital": hospital}
    connection.execute(_SET, [list(settings), list(settings.values())])
    connection.execute(_DURABLE)
    if connection.execute("SHOW fsync").fetchone() == ("off",):
        connection.close()
        raise WrongFormat("This PostgreSQL runs with fsync=off; it would lose acknowledged facts.")
    connection.execute(_STEPPED_DOWN)


def is_alive(connection: psycopg.Connection) -> bool:
    """Whether an idle connection still stands, without asking: what speaks unasked is saying goodbye."""
    if connection.closed:
        return False
    ears = poll()
    ears.register(connection.fileno(), POLLIN)
    return not ears.poll(0)


def _said(error: psycopg.Error) -> str:
    return str(error).strip().partition("\n")[0]
