"""The log against heads of it: those signed here, and those that somebody kept elsewhere."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from services.ledger.verifying import Flaw
from services.proof.checkpoint import Checkpoint, origin_of
from services.proof.note import Verifier
from services.proof.signer import Contradicted
from services.proof.tree import Tree
from services.proof.who_signs import signer_known


def signed_in(directory: Path, hospital: str, key: Verifier | None = None) -> Iterator[Checkpoint | Flaw]:
    """Every head that was ever signed here, by the `key` that was given; none where nobody signs. Makes no key."""
    signer = signer_known(directory, origin_of(hospital))
    if signer is None:
        return
    try:
        if key not in (None, signer.verifier):
            yield Flaw(0, "heads are signed here by another key than the one that was given")
        for head, _ in signer.signed():
            yield head
    except Contradicted as error:
        yield Flaw(0, str(error).rstrip("."))


def contradicted(tree: Tree, heads: Iterable[Checkpoint]) -> Iterator[Flaw | None]:
    """One answer for each head, the smallest first: a head says that something before it is not as it was, not where."""
    good = 0
    for head in sorted(heads, key=lambda head: head.size):
        if head.size > len(tree):
            lost = f"the log has {len(tree):,} facts, and had {head.size:,} when a head of it was signed: some are lost"
            yield Flaw(0, lost)
        elif tree.root(head.size) != head.root:
            as_signed = f"; the first {good:,} are" if good else ""
            yield Flaw(0, f"the first {head.size:,} facts are not those whose head was signed{as_signed}")
        else:
            good = head.size
            yield None
