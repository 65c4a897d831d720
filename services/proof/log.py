"""One hospital's proof log: the tree over its ledger, grown when it is asked, and the heads that were signed of it."""

from collections.abc import Callable, Sequence
from threading import Lock

from services.proof.asking import Asked, ask
from services.proof.checkpoint import Checkpoint
from services.proof.policy import Policy
from services.proof.tree import Hash, Path, Tree
from services.proof.who_signs import Signs

BATCH = 5_000
"""Leaves read at a time."""

Leaves = Callable[[int, int], Sequence[Hash]]
"""The leaves of the facts after a position, so many at most, in order."""


class ProofLog:
    """Thread-safe."""

    def __init__(self, leaves: Leaves, signer: Signs, policy: Policy | None = None) -> None:
        self.policy = policy
        self._leaves = leaves
        self._signer = signer
        self._tree = Tree()
        self._door = Lock()

    @property
    def verifier(self) -> str:
        """By which anybody checks what is signed here, as `note` writes it."""
        return str(self._signer.verifier)

    def last(self) -> Checkpoint | None:
        """The head signed last."""
        last = self._signer.last()
        return last[0] if last else None

    def changed(self) -> int | None:
        """The size of the first head that is kept whose facts are not those that were signed; None where every one of them is
        the root it was. `signer.Contradicted` where what was signed was changed itself."""
        tree = self.tree()
        for head, _ in self._signer.signed():
            if head.size > len(tree) or tree.root(head.size) != head.root:
                return head.size
        return None

    def tree(self) -> Tree:
        """Over everything that is acknowledged by now. It only grows, so parts of it may be read while it does."""
        with self._door:
            while leaves := self._leaves(len(self._tree), BATCH):
                self._tree.extend(leaves)
            return self._tree

    def heads(self, upto: int, most: int) -> list[str]:
        """The notes of heads that are kept, smaller than `upto`, so many at most, as far apart as they are spread."""
        found = [note for head, note in self._signer.signed() if 0 < head.size < upto]
        every = -(-len(found) // most) or 1
        return found[::-every][::-1]

    def checkpoint(self, *, keeps: bool = True) -> tuple[Checkpoint, str]:
        """The head of the ledger as it is now, and its signed note; what `keeps` leaves the house. `signer.Contradicted` if it
        contradicts an earlier one."""
        tree = self.tree()
        size, last = len(tree), self._signer.last()
        signed = last[0].size if last else 0
        path: Path = tree.consistency(signed, size) if signed <= size else ()
        note = self._signer.sign(size, tree.root(size), path, keeps=keeps)
        return Checkpoint(self._signer.verifier.name, size, tree.root(size)), note

    def cosigned(self) -> tuple[Checkpoint, str, tuple[str, ...]]:
        """The head as it is now, its note with the cosignatures of the witnesses that answer, and why others are missing."""
        head, asked = self.asked(keeps=True)
        return head, asked.note, asked.missing

    def asked(self, *, keeps: bool = False) -> tuple[Checkpoint, Asked]:
        """The head as it is now, and what the witnesses say of it: each keeps the newest it saw."""
        head, note = self.checkpoint(keeps=keeps)
        return head, ask(head, note, self._tree, self.policy) if self.policy else Asked(note)
