"""Growing the views anew beside the live copy, which goes on answering; then comparing, then swapping.

A difference means that the live copy was wrong (or was grown by an older Heard): what the ledger says wins, and it is told.
Whoever is interrupted goes on where it was, as long as the same code folds.
"""

from hashlib import sha256
from pathlib import Path

from msgspec import Struct

import assessments
import projections
import workflows
from services.reader.reader import Reader
from services.reader.store import ViewStore, ViewsUnavailable


class Rebuilt(Struct, frozen=True):
    """`at`: the position at which both copies were compared; `same`: whether every version of every row was equal; `since`: the
    position it went on from, 0 where it began anew."""

    at: int
    since: int
    same: bool
    digest: str


def rebuild(reader: Reader) -> Rebuilt:
    """ViewsUnavailable when another process keeps the turn; Stopped when a fact before the live copy's bookmark cannot be
    folded, in which case the live copy stays."""
    beside = reader.store.beside(folding())
    try:
        rebuilt = _grown(reader, beside)
    except Exception:  # what failed takes no room; what was interrupted stays, to be gone on with
        beside.discard()
        raise
    beside.discard()
    return rebuilt


def _grown(reader: Reader, beside: ViewStore) -> Rebuilt:
    grown, since = reader.beside(beside), beside.at
    grown.pull(upto=reader.store.at)
    with reader.alone() as ours:
        if not ours:
            raise ViewsUnavailable("Another process is taking in facts just now; try again in a moment.")
        at = reader.store.at
        grown.pull(upto=at)
        digest = beside.digest()
        same = digest == _digest_of(reader.store)
        reader.store.swap(beside)
        reader.begin_again()
    return Rebuilt(at, since, same, digest)


def folding() -> str:
    """A name for the code that folds facts into rows: rows that another one began are not gone on with."""
    hashed = sha256()
    for room in (assessments, projections, workflows):
        home = Path(room.__path__[0])
        for file in sorted(home.rglob("*.py")):
            hashed.update(file.relative_to(home).as_posix().encode() + b"\0" + file.read_bytes())
    return hashed.hexdigest()[:12]


def _digest_of(store: ViewStore) -> str | None:
    """None where the live copy is too damaged to be read whole."""
    try:
        return store.digest()
    except ViewsUnavailable:
        return None
