"""Growing the views anew beside the live copy, which goes on answering; then comparing, then swapping.

A difference means that the live copy was wrong (or was grown by an older Heard): what the ledger says wins, and it is told.
"""

from msgspec import Struct

from services.reader.reader import Reader
from services.reader.store import ViewStore, ViewsUnavailable


class Rebuilt(Struct, frozen=True):
    """`at`: the position at which both copies were compared; `same`: whether every version of every row was equal."""

    at: int
    same: bool
    digest: str


def rebuild(reader: Reader) -> Rebuilt:
    """ViewsUnavailable when another process keeps the turn; Stopped when a fact before the live copy's bookmark cannot be
    folded, in which case the live copy stays."""
    beside = reader.store.beside()
    try:
        grown = reader.beside(beside)
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
    finally:
        beside.discard()
    return Rebuilt(at, same, digest)


def _digest_of(store: ViewStore) -> str | None:
    """None where the live copy is too damaged to be read whole."""
    try:
        return store.digest()
    except ViewsUnavailable:
        return None
