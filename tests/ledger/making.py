"""Commits to append: whole on the outside, as small as they can be on the inside."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from services.ledger.contract import Commit, Draft, Sealed
from services.ledger.entry import inner

AT = 1_767_000_000_000_000
"""A moment in December 2025."""


def draft(stream: str, version: int, unit: str | None = "4-west", words: int = 1) -> Draft:
    """The `version`th event of a stream, with as many sealed texts as asked for."""
    head = f'{{"stream":"{stream}","version":{version}}}'.encode()
    body = f'{{"said":"{stream} {version}"}}'.encode()
    sealed = tuple(
        Sealed(f"words-{n}", f"key-{stream}", bytes([n]) * 32, f"{stream} {version}".encode()) for n in range(words)
    )
    return Draft(stream, version, f"{stream.partition('-')[0]}.raised", 1, unit, head, body, inner(head, body), sealed)


def commit(
    *drafts: Draft,
    command: str | None = None,
    expects: Mapping[str, int] | None = None,
    at: int = AT,
    digest: bytes = b"one",
) -> Commit:
    """`expects` is, unless said otherwise, what the drafts follow."""
    follows = {draft.stream: draft.version - 1 for draft in drafts[::-1]}
    return Commit(command or str(uuid4()), digest, at, drafts, follows if expects is None else expects)


def one(stream: str, version: int = 1, **circumstances: object) -> Commit:
    """A commit of a single event."""
    return commit(draft(stream, version), **circumstances)  # type: ignore[arg-type]  # passed on as they are


def told(number: int) -> str:
    """The command id that stands for a number."""
    return str(UUID(int=number))
