"""The signed head of the ledger under a page that is printed: whoever keeps the paper can hold the ledger against it."""

from msgspec import Struct

from assessments.scoring import SCORING
from services.proof.apart import Absent
from services.proof.signer import Contradicted
from services.web.public.square import square
from services.web.visit import Visit


class Head(Struct, frozen=True):
    """As it is while the page is made: how many facts, its lines, the square that holds them; by what is counted."""

    size: int
    note: str
    square: str
    scoring: str = SCORING


def told(visit: Visit) -> Head | None:
    """None where the log contradicts what was signed of it, or the signer does not answer: `/proof` says so, and no head is
    printed that was not signed."""
    try:
        checkpoint, note = visit.house.proof.checkpoint()
    except (Contradicted, Absent):
        return None
    return Head(checkpoint.size, note, square(note, "The signed head of the ledger"))
