"""Everything a hospital keeps, read again and held against what was promised of it: `heard verify`.

Only reads, so that it may look while the hospital is served, or at a copy. May import the ledger, the proof log, the vault, the
attachments and the clerk's sealing; knows no page and no terminal.

* `run`        the order of things, what came of it, and how an interrupted check goes on
* `left`       how far a check had come, in a file beside the ledger
* `words`      whether the hospital's keys open what was sealed
* `documents`  attachments, and the facts that name them
* `heads`      the heads that were signed, and those that were kept elsewhere
"""

from services.verification.left import Counts
from services.verification.run import Step, Verdict, verify

__all__ = ["Counts", "Step", "Verdict", "verify"]
