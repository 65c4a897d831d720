"""A hospital is served only where its ledger continues every head of it that is known: the one signed last, those that the
operator had kept elsewhere, those that witnesses have seen. Otherwise a copy that is too old, or another history, would be
written on as if it were the ledger."""

from collections.abc import Iterator
from pathlib import Path

from services.house import House
from services.proof.checkpoint import Checkpoint, notes_in, origin_of, read
from services.proof.note import Unsigned, verifier_of
from services.proof.signer import WHAT_TO_DO, Contradicted


def hold(house: House, outside: Path | None) -> None:
    """Contradicted where the ledger does not continue one of them. A witness that does not answer holds up nobody."""
    tree, last = house.proof.tree(), house.proof.last()
    for whose, head in _known(house, last, outside):
        if head.size > len(tree):
            lost = f"{whose} the ledger had {head.size:,} facts, and here are {len(tree):,}"
            raise Contradicted(f"{lost}: it was restored from an older copy, or lost its end. {WHAT_TO_DO}")
        if tree.root(head.size) != head.root:
            raise Contradicted(f"{whose} the first {head.size:,} facts were others: they were rewritten. {WHAT_TO_DO}")
    if house.proof.policy and (seen := house.proof.asked()[1].contradicted):
        raise Contradicted(f"{' '.join(seen)} {WHAT_TO_DO}")


def _known(house: House, last: Checkpoint | None, outside: Path | None) -> Iterator[tuple[str, Checkpoint]]:
    if last is not None:
        yield "When a head was signed last", last
    if outside is not None:
        for head in _kept(house, outside):
            yield f"By {outside}", head


def _kept(house: House, outside: Path) -> Iterator[Checkpoint]:
    """Those of this hospital. Contradicted where there is none, or one that it has not signed."""
    ours = f"{origin_of(house.plate.slug)}\n"
    notes = [note for note in notes_in(outside.read_text(encoding="utf-8")) if note.startswith(ours)]
    if not notes:
        raise Contradicted(f"HEARD_CHECKPOINT names {outside}, which holds no head of {house.plate.name}.")
    try:
        for note in notes:
            yield read(note, [verifier_of(house.proof.verifier)])
    except Unsigned as error:
        raise Contradicted(
            f"HEARD_CHECKPOINT names {outside}, and a head in it was not signed by the key that signs here: {error} If the key "
            "changed because facts were lost, keep a new head there."
        ) from error
