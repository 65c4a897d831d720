"""Whether the ledger is the one whose heads were signed."""

from services.bootstrap import plate_of
from services.cli.checks.finding import Fault, Place
from services.cli.checks.record import reading
from services.proof.checkpoint import origin_of
from services.proof.log import ProofLog
from services.proof.signer import DIRECTORY, KEY, Contradicted, Signer


def signed(place: Place) -> str:
    """Each head that was ever signed, against the ledger as it is. Makes no key."""
    directory = place.directory / DIRECTORY
    if not (directory / KEY).exists():
        return "no head of the ledger was signed here yet; `heard head` signs one, to be kept elsewhere"
    signer = Signer(directory, origin_of(plate_of(place.directory).slug))
    try:
        heads = [head for head, _ in signer.signed()]
        with reading(place) as ledger:
            size = ProofLog(ledger.leaves, signer).changed()
    except Contradicted as error:
        raise Fault(str(error)) from error
    if size is not None:
        raise Fault(f"The first {size:,} facts are not those whose head was signed: they were rewritten, or lost.")
    return f"the ledger continues all {len(heads):,} heads that were signed of it"
