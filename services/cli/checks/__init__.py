"""What `heard doctor` looks at. Everything is opened for reading only, so that it may look while the hospital is served; that
it looked is an errand like any other.

* `finding`   one line of the doctor's, and how a check says what is wrong
* `machine`   the program, the disk, the directory
* `attended`  whether somebody serves it, and how that process is
* `mailing`   whether mail leaves the house
* `record`    ledger, views and the files that do not regrow
* `signing`   whether somebody signs heads, and the ledger is the one whose heads were signed
* `noting`    that all this was looked at is on record
"""

from services.cli.checks import attended, machine, mailing, noting, record, signing
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
    ("signer", signing.signer),
    ("heads", signing.signed),
    ("views", record.views),
    ("files", record.files),
    ("vault", record.vault),
    ("mail", mailing.mail),
)

NOTED: tuple[tuple[str, Check], ...] = (("read log", noting.on_record),)
"""What follows where `may_write` says so."""

may_write = noting.may_write

__all__ = ["CHECKS", "NOTED", "Finding", "Place", "examine", "may_write"]
