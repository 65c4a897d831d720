"""One line of the doctor's, and how a check says what is wrong."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from services.bootstrap import NoHospital
from services.ledger.contract import LedgerError, Unavailable, WrongFormat


class Place(Struct, frozen=True):
    """Where a hospital is: its directory, and the PostgreSQL that keeps its ledger (None = a file beside the others)."""

    directory: Path
    database: str | None


class Fault(Exception):
    """What is wrong and what to do."""


class Finding(Struct, frozen=True):
    """What was looked at, whether it is fine, and what is so or what to do."""

    what: str
    fine: bool
    said: str


Check = Callable[[Place], str]
"""What is fine, in a few words; Fault when it is not."""


def examine(place: Place, checks: Iterable[tuple[str, Check]]) -> Iterator[Finding]:
    """One finding for each check, in order."""
    for what, check in checks:
        try:
            yield Finding(what, True, check(place))
        except (Fault, NoHospital, Unavailable, WrongFormat) as fault:
            yield Finding(what, False, str(fault))
        except (LedgerError, sqlite3.Error, OSError) as error:
            yield Finding(what, False, f"{error}. Restore the file from a backup, or free what holds it.")
