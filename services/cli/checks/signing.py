"""Whether somebody signs heads, and whether the ledger is the one whose heads were signed."""

from services.bootstrap import plate_of
from services.cli.checks.attended import pulse
from services.cli.checks.finding import Fault, Place
from services.cli.checks.record import reading
from services.proof.apart import SOCKET, Absent
from services.proof.checkpoint import origin_of
from services.proof.log import ProofLog
from services.proof.signer import Contradicted
from services.proof.who_signs import is_apart, is_elsewhere, signer_known


def signer(place: Place) -> str:
    """Where it is absent everything else goes on."""
    if is_apart(place.directory):
        return "heads are signed by a process of its own" + (", elsewhere" if is_elsewhere(place.directory) else "")
    if is_elsewhere(place.directory) or pulse(place) is not None:
        at = (place.directory / SOCKET).resolve()
        raise Fault(f"The signer at {at} does not answer. Everything else goes on; heads are signed once it does.")
    return "nobody serves now; heads are signed when one is asked for"


def signed(place: Place) -> str:
    """Each head that was ever signed, against the ledger as it is. Makes no key."""
    try:
        known = signer_known(place.directory, origin_of(plate_of(place.directory).slug))
        heads = list(known.signed()) if known else []
        if known is None or not heads:
            return "no head of the ledger was signed here yet; `heard head` signs one, to be kept elsewhere"
        with reading(place) as ledger:
            size, cut_off = ProofLog(ledger.leaves, known).changed(), known.cut_off()
    except (Contradicted, Absent) as error:
        raise Fault(str(error)) from error
    if size is not None:
        raise Fault(f"The first {size:,} facts are not those whose head was signed: they were rewritten, or lost.")
    return f"the ledger continues all {len(heads):,} heads that were signed of it{_cut_off(cut_off)}"


def _cut_off(characters: int) -> str:
    if not characters:
        return ""
    return (
        f"; {characters:,} characters among them are of no whole one, as where the machine stopped while it wrote: "
        "compare with a head that you keep elsewhere, `heard verify --checkpoint`"
    )
