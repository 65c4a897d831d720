"""What `heard doctor` looks at. Everything is opened for reading only, so that it may look while the hospital is served.

* `finding`   one line of the doctor's, and how a check says what is wrong
* `machine`   the program, the disk, the directory
* `attended`  whether somebody serves it, and how that process is
* `mailing`   whether mail leaves the house
* `record`    ledger, views and the files that do not regrow
"""

from services.cli.checks import attended, machine, mailing, record
from services.cli.checks.finding import Check, Finding, Place, examine

CHECKS: tuple[tuple[str, Check], ...] = (
    ("program", machine.program),
    ("plate", record.plate),
    ("privacy", machine.privacy),
    ("sign-in", machine.passwords),
    ("disk", machine.room),
    ("durability", machine.durability),
    ("serving", attended.serving),
    ("ledger", record.ledger),
    ("views", record.views),
    ("files", record.files),
    ("vault", record.vault),
    ("mail", mailing.mail),
)

__all__ = ["CHECKS", "Finding", "Place", "examine"]
