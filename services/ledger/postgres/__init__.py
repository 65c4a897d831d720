"""The ledger on PostgreSQL: one set of tables for all hospitals, one head row per hospital, one server call per append.

May import psycopg and its pool, and what the ledger's package shares between its stores.

* `migration`   the store's own version, moved forward once by `heard migrate`, never by a server that starts
* `session`     a connection bound to one hospital, behind the walls described below
* `wire`        columns as binary arrays
* `appending`   one call, so one round trip and one transaction: `heard.append(…)` for all that waits together,
                `heard.append_one(…)` for a command that comes alone and tells one event, as most do
* `store`       `PostgresLedger`: everything `contract.Ledger` promises

Three walls stand between hospitals. Every query names its hospital. Row-level security, forced on the owner too, hides
every other hospital from a session, which names its own when it is opened (`heard.hospital`); a session that named none
gets an error instead of rows. And where the migrating role may create roles, sessions step down to `heard_ledger`, which
owns nothing and can neither change nor delete an event. An address that belongs to a superuser passes all walls only
where that role could not be made.

Readers poll. Nothing is notified inside an append: PostgreSQL lets one notifying commit pass at a time, whichever hospital
it is of. Plans are kept generic and without scans, since many are made while the tables are still empty.

A store is opened after a fork, never before. Nothing in here is tried twice: the clerk asks again with the same id.
"""

from services.ledger.postgres.migration import migrate
from services.ledger.postgres.store import PostgresLedger, open_ledger

__all__ = ["PostgresLedger", "migrate", "open_ledger"]
