"""The ledger in a file of its own: one directory per hospital, one process that writes, callers committed in groups."""

from services.ledger.sqlite.store import SqliteLedger, open_reader, open_writer

__all__ = ["SqliteLedger", "open_reader", "open_writer"]
