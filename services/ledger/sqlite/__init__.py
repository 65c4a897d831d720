"""The ledger in a file of its own: one directory per hospital, one process that writes, callers committed in groups."""

from services.ledger.sqlite.store import FILE, SqliteLedger, open_reader, open_writer

__all__ = ["FILE", "SqliteLedger", "open_reader", "open_writer"]
