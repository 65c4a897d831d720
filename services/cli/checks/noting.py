"""That it was looked at is on record: the one thing the doctor writes, where nothing is wrong with what it writes to."""

from services.cli.checks.finding import Fault, Finding, Place
from services.cli.reach import send
from services.cli.terminal import Failed
from services.errands.errand import Verified

WRITTEN_TO = frozenset({"plate", "serving", "ledger", "heads", "views", "files", "vault"})


def may_write(findings: list[Finding]) -> bool:
    return all(one.fine for one in findings if one.what in WRITTEN_TO)


def on_record(place: Place) -> str:
    try:
        send(place.directory, Verified())
    except Failed as failed:
        raise Fault(f"That this was checked could not be put on record: {failed.message}") from failed
    return "that this was checked is on record"
