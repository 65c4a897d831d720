"""Whether somebody serves the hospital, and how that process is."""

from contextlib import suppress

from msgspec import Struct

from services import hatch
from services.cli.checks.finding import Fault, Place
from services.errands.errand import Pulse
from services.ledger import lock
from services.ledger.contract import BeingWritten, LedgerError


class Felt(Struct, frozen=True):
    """How far ledger and views of the serving process are; `stopped` says why the reader stands still, if it does."""

    head: int
    views: int
    stopped: str | None


def pulse(place: Place) -> Felt | None:
    """None where nobody serves."""
    with suppress(LedgerError):
        found = hatch.hand(place.directory, Pulse(), lambda _: None).found
        return Felt(found["head"], found["views"], found["stopped"])
    return None


def serving(place: Place) -> str:
    if pulse(place) is not None:
        return "a process serves it and answers at its hatch"
    try:
        lock.hold(place.directory).close()
    except BeingWritten as error:
        said = "A process holds the ledger and does not answer at its hatch; stop it and run `heard serve`."
        raise Fault(said) from error
    return "nobody serves it now"
