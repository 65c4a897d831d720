"""What can go wrong with a house that its people and its program are not to blame for, as sentences."""

import errno
import sqlite3

from services.clerk.sealing import Tampered
from services.documents import BadDocument
from services.errands.naming import NotFound
from services.ledger.contract import LedgerError
from services.proof.apart import Absent
from services.proof.policy import BadPolicy
from services.proof.signer import Contradicted
from services.proof.stamps import NotStamped
from services.reader.position import NotAMoment
from services.reader.reader import Stopped
from services.reader.store import ViewsUnavailable
from services.sqlite_file import WrongVersion
from services.starting.plan import NotSo
from services.tracking_sheet.row import Unreadable

TROUBLE = (
    LedgerError,
    ViewsUnavailable,
    Stopped,
    WrongVersion,
    BadDocument,
    Tampered,
    Contradicted,
    Absent,
    NotStamped,
    BadPolicy,
    NotSo,
    Unreadable,
    NotFound,
    NotAMoment,
    sqlite3.Error,
    OSError,
)
"""Everything that is told as one sentence and never as a traceback."""


def sentence(error: BaseException) -> str:
    """What happened and what to do."""
    match error:
        case sqlite3.Error():
            return f"A file of this hospital cannot be read or written ({error}). `heard doctor` says which."
        case OSError(errno=errno.ENOSPC):
            return "The disk is full; nothing half-written is left behind. Free some space and try again."
        case OSError(strerror=str(reason), filename=str(name)):
            return f"{name}: {reason}."
        case _:
            return str(error)
