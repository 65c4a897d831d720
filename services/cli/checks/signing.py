"""Whether somebody signs heads, and whether the ledger is the one whose heads were signed."""

from services import clock
from services.bootstrap import plate_of
from services.cli.checks.attended import pulse
from services.cli.checks.finding import Fault, Place
from services.cli.checks.record import reading
from services.ledger.contract import Ledger
from services.proof.apart import SOCKET, Absent
from services.proof.checkpoint import origin_of
from services.proof.log import ProofLog
from services.proof.signer import Contradicted
from services.proof.who_signs import is_apart, is_elsewhere, signer_known
from services.wording.time_words import number_of
from workflows.kernel.moments import MICRO

LATE = 60 * MICRO
"""From when on it is a fault that a fact is in no head: whoever serves has one signed every second."""


def signer(place: Place) -> str:
    """Where it is absent everything else goes on."""
    if is_apart(place.directory):
        return "heads are signed by a process of its own" + (", elsewhere" if is_elsewhere(place.directory) else "")
    if is_elsewhere(place.directory) or pulse(place) is not None:
        at = (place.directory / SOCKET).resolve()
        raise Fault(f"The signer at {at} does not answer. What is served goes on; heads are signed once it does.")
    return "nobody serves now; heads are signed when one is asked for"


def signed(place: Place) -> str:
    """Each head that is kept, and the one signed last, against the ledger as it is; and how far that one goes. Makes no key."""
    try:
        known = signer_known(place.directory, origin_of(plate_of(place.directory).slug))
        last = known.last() if known else None
        if known is None or last is None:
            return "no head of the ledger was signed here yet: nobody has served it, or entered anything"
        with reading(place) as ledger:
            size, cut_off = ProofLog(ledger.leaves, known).changed(), known.cut_off()
            reaches = _reaches(ledger, last[0].size, is_served=pulse(place) is not None)
    except (Contradicted, Absent) as error:
        raise Fault(str(error)) from error
    if size is not None:
        raise Fault(f"The first {size:,} facts are not those whose head was signed: they were rewritten, or lost.")
    return f"the ledger continues what was signed of it; {reaches}{_cut_off(cut_off)}"


def _reaches(ledger: Ledger, signed: int, *, is_served: bool) -> str:
    """A head carries no time. It is as old as the first fact that it does not hold, where there is one."""
    now = clock.now()
    if since := ledger.rows(signed, 1):
        since_then = f"facts entered since, the first {_ago(now - since[0][3])}, are in none"
        if is_served and now - since[0][3] > LATE:
            raise Fault(
                f"The head signed last has {signed:,} facts; {since_then}, though somebody serves it: see `signer`."
            )
        return f"the last head has {signed:,} facts; {since_then}"
    return f"the last head has all {signed:,} facts, the newest entered {_ago(now - ledger.head()[1])}"


def _ago(time: int) -> str:
    seconds = max(0, time // MICRO)
    for one, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if seconds >= length:
            return f"{number_of(seconds // length, one)} ago"
    return f"{number_of(seconds, 'second')} ago"


def _cut_off(characters: int) -> str:
    if not characters:
        return ""
    return (
        f"; {characters:,} characters among them are of no whole one, as where the machine stopped while it wrote: "
        "compare with a head that you keep elsewhere, `heard verify --checkpoint`"
    )
