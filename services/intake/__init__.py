"""The intake: where anonymous acts, their photos and rows held for a decision wait, in an SQLite file of their own.

What waits here is readable at once by those who may act, and enters the ledger late, in a shuffled batch at fixed hours,
so that neither order nor moment points at anybody. The file keeps no identity of a speaker, no address and no time finer
than a day. What waits is any command, under its verb: whoever flushes gives it to the clerk.
May import `sqlite_file` and the kernel.
"""

from services.intake.held_rows import Held
from services.intake.intake import Intake
from services.intake.waiting import HasEntered, Said, Waiting, said

__all__ = ["HasEntered", "Held", "Intake", "Said", "Waiting", "said"]
