"""The intake: where anonymous acts and rows held for a decision wait, in an SQLite file of their own.

What waits here is readable at once by those who may act, and enters the ledger late, in a shuffled batch at fixed hours,
so that neither order nor moment points at anybody. The file keeps no identity, no address and no time finer than a day.
May import `sqlite_file`; knows no fact: whoever flushes gives the commands to the clerk.
"""

from services.intake.intake import Held, Intake, Waiting

__all__ = ["Held", "Intake", "Waiting"]
