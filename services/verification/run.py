"""One check of everything, from the first fact to the last head."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from time import monotonic
from typing import Literal

from msgspec import Struct

from services import clock
from services.ledger.contract import Ledger
from services.ledger.verifying import BATCH, Flaw, Followed, Following, photos_erased
from services.proof.checkpoint import Checkpoint
from services.proof.note import Verifier
from services.proof.tree import Tree
from services.verification.documents import Documents
from services.verification.heads import contradicted, signed_in
from services.verification.left import Counts, Left, forget, leave, left_in
from services.verification.words import Words
from workflows.kernel.moments import Moment

KEPT_EVERY = 10.0
"""Seconds of work that an interruption costs."""
MOST_NAMED = 20
VAULT, ATTACHMENTS, INTAKE = "vault.sqlite", "attachments.sqlite", "intake.sqlite"


class Step(Struct, frozen=True):
    """`done` of so many facts or documents are read."""

    what: Literal["facts", "documents"]
    done: int
    of: int


class Verdict(Struct, frozen=True):
    """What came of it. `flaws` are the first of the `failed`, in the order they were met; `after` and `since` say which facts
    an interrupted check had read, and when; `left_out` what was not there to be looked at."""

    counts: Counts
    failed: int
    flaws: list[Flaw]
    outside: int
    after: int
    since: Moment | None
    left_out: list[str]

    @property
    def first(self) -> Flaw | None:
        """The one at the lowest position, else one that has none; None where everything holds."""
        return min(self.flaws, key=lambda flaw: (flaw.seq == 0, flaw.seq), default=None)


Hear = Callable[[Step], None]


def verify(
    ledger: Ledger,
    directory: Path,
    outside: Sequence[Checkpoint],
    hear: Hear,
    *,
    key: Verifier | None = None,
    anew: bool = False,
) -> Verdict:
    """Goes on where an interrupted check left off, unless it is to begin anew. Every head of `outside` is held against the
    log too; where a `key` was given, heads must be signed here by it. `contract.Unavailable`, `sqlite3.Error` or `OSError`
    where something cannot be read."""
    with ExitStack() as opened:
        run = _Run(ledger, directory, hear, opened)
        run.resume(None if anew else left_in(directory, ledger.hospital))
        run.facts()
        run.documents()
        run.heads([*signed_in(directory, ledger.hospital, key), *outside])
    forget(directory)
    return run.verdict(len(outside))


class _Run:
    def __init__(self, ledger: Ledger, directory: Path, hear: Hear, opened: ExitStack) -> None:
        self._ledger = ledger
        self._directory = directory
        self._hear = hear
        self._tree = Tree()
        self._following = Following(ledger)
        self._counts = Counts()
        self._flaws = list[Flaw]()
        self._failed = self._after = 0
        self._since: Moment | None = None
        self._left_out = list[str]()
        self._words = self._documents = None
        if (vault := directory / VAULT).exists():
            self._words = opened.enter_context(closing(Words(vault, ledger.hospital)))
        else:
            self._left_out.append("There is no vault here: whether the words can still be read was not looked at.")
        if (attachments := directory / ATTACHMENTS).exists():
            self._documents = opened.enter_context(closing(Documents(attachments, directory / INTAKE)))
        else:
            self._left_out.append("There are no attachments here: documents were not looked at.")

    def resume(self, left: Left | None) -> None:
        """Only where what was read then is still what lies here."""
        if left is None or not left.seq:
            return
        tree = Tree()
        while len(tree) < left.seq and (leaves := self._ledger.leaves(len(tree), min(BATCH, left.seq - len(tree)))):
            tree.extend(leaves)
        if len(tree) == left.seq and tree.root() == left.root:
            self._tree, self._following = tree, Following(self._ledger, left.track)
            self._counts, self._failed, self._flaws = left.counts, left.failed, left.flaws
            self._after, self._since = left.seq, left.when

    def facts(self) -> None:
        erased, kept = photos_erased(self._ledger), monotonic()
        try:
            while some := self._following.further():
                self._read(some, erased)
                self._hear(Step("facts", len(self._tree), max(len(self._tree), self._ledger.head()[0])))
                if monotonic() - kept > KEPT_EVERY:
                    self._leave()
                    kept = monotonic()
        except BaseException:
            self._leave()
            raise

    def documents(self) -> None:
        if self._documents is None:
            return
        of = self._documents.count()
        for number, flaw in enumerate(self._documents.read(), 1):
            self._counts.documents += flaw is None
            self._fail([flaw] if flaw else [])
            self._hear(Step("documents", number, max(number, of)))

    def heads(self, found: Sequence[Checkpoint | Flaw]) -> None:
        self._fail(one for one in found if isinstance(one, Flaw))
        for flaw in contradicted(self._tree, (one for one in found if isinstance(one, Checkpoint))):
            self._counts.heads += flaw is None
            self._fail([flaw] if flaw else [])

    def verdict(self, outside: int) -> Verdict:
        return Verdict(self._counts, self._failed, self._flaws, outside, self._after, self._since, self._left_out)

    def _read(self, some: Followed, erased: set[str]) -> None:
        """The tree grows last: where it is as long as the track, all that was met is in the counts."""
        found = list(some.flaws)
        spoilt = {flaw.seq for flaw in some.flaws}
        if self._documents is not None:
            for entry in some.entries:
                found += [Flaw(entry.seq, said) for said in self._documents.missing(entry, erased)]
        entries = {entry.seq: entry for entry in some.entries}
        for (seq, part), row in some.words.items():
            if seq in spoilt or self._words is None:
                continue
            said = list(self._words.unopened(seq, part, row))
            self._counts.opened += not said
            if said and not self._following.is_recorded(entries[seq], part):
                found += [Flaw(seq, one) for one in said]
        self._fail(sorted(found, key=lambda flaw: flaw.seq))
        self._counts.facts += len(entries.keys() - {flaw.seq for flaw in found})
        self._counts.texts += sum(seq not in spoilt for seq, _ in some.words)
        self._counts.erased += some.erased
        self._tree.extend(entry.leaf for entry in some.entries)

    def _fail(self, flaws: Iterable[Flaw]) -> None:
        for flaw in flaws:
            self._failed += 1
            if len(self._flaws) < MOST_NAMED:
                self._flaws.append(flaw)

    def _leave(self) -> None:
        track = self._following.track
        if track.seq != len(self._tree):
            return  # a step was cut off in its middle: what was left before stays
        leave(
            self._directory,
            Left(
                hospital=self._ledger.hospital,
                when=clock.now(),
                root=self._tree.root(),
                seq=track.seq,
                at=track.at,
                versions=track.versions,
                units=track.counting.kept(),
                counts=self._counts,
                failed=self._failed,
                flaws=self._flaws,
            ),
        )
