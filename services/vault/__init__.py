"""The vault: the keys of sealed words and the hospital's own secrets, in an SQLite file of its own.

Never in the ledger's database: whoever has the ledger alone cannot read a word, and a destroyed key makes every copy of
the words unreadable. Its backups are kept for thirty days at most. May import `sqlite_file`; knows no fact and no person.
"""

from services.vault.vault import Vault, ring_of

__all__ = ["Vault", "ring_of"]
