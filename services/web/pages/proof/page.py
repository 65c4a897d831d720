"""`/proof`: the signed head of the ledger and the hospital's public key, for whoever wants to keep them elsewhere. Nothing of
what was entered is in them."""

from flask import Blueprint

from services.proof.apart import Absent
from services.proof.signer import Contradicted
from services.web.framing import shown
from services.web.public.square import square
from services.web.visit import here

proof = Blueprint("proof", __name__)


@proof.get("/proof")
def head() -> str:
    """Where the log contradicts what was signed of it, everybody reads so; and where the signer does not answer."""
    log, trouble, size, note, key = here().house.proof, "", 0, "", ""
    try:
        key = log.verifier
        checkpoint, note = log.checkpoint()
        size = checkpoint.size
    except (Contradicted, Absent) as error:
        trouble = str(error)
    return shown(
        "proof/proof.html",
        place="Help",
        trouble=trouble,
        size=size,
        note=note,
        key=key,
        square=square(note, "The signed head of the ledger") if note else "",
    )
