"""Asks witnesses for their cosignatures (C2SP tlog-witness, `add-checkpoint`)."""

from base64 import b64encode
from collections.abc import Callable
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from services.proof.checkpoint import Checkpoint
from services.proof.cosignature import cosigned
from services.proof.policy import Policy, Witnessing
from services.proof.tree import Tree

PATIENCE = 5.0
"""Seconds that a witness is given."""
MOST = 10_000
"""Bytes of an answer."""

Post = Callable[[str, bytes], tuple[int, str]]
"""An address and a body to status and body; status 0 where nobody answers."""


def post(address: str, body: bytes) -> tuple[int, str]:
    if urlsplit(address).scheme not in ("http", "https"):
        return 0, "A witness is asked over http or https."
    try:
        with urlopen(Request(address, data=body, method="POST"), timeout=PATIENCE) as answer:  # noqa: S310 - looked at above
            return answer.status, answer.read(MOST).decode()
    except HTTPError as error:
        with error:
            return error.code, error.read(MOST).decode(errors="replace")
    except (URLError, OSError, ValueError) as error:
        return 0, str(error)


def ask(head: Checkpoint, note: str, tree: Tree, policy: Policy, send: Post = post) -> tuple[str, tuple[str, ...]]:
    """The note with the good cosignatures that came, and a sentence for each witness that gave none."""
    missing = []
    for witness in policy.witnesses:
        if witness.address and not cosigned(note, [witness.verifier]):
            line, why = _one(head, note, tree, witness, send)
            note += line
            missing += [why] if why else []
    return note, tuple(missing)


def _one(head: Checkpoint, note: str, tree: Tree, witness: Witnessing, send: Post) -> tuple[str, str]:
    """Its signature line, or why there is none. What it has seen of the log it says itself, where we do not know."""
    address, old, said = f"{witness.address.rstrip('/')}/add-checkpoint", 0, ""
    for _ in range(3):
        proof = "".join(f"{b64encode(one).decode()}\n" for one in tree.consistency(old, head.size))
        status, said = send(address, f"old {old}\n{proof}\n{note}".encode())
        if status == 200:
            found = cosigned(note + said, [witness.verifier])
            return next(
                (line for _, line in found.values()), ""
            ), "" if found else f"{witness.verifier.name} signed something else."
        if status != 409 or not said.strip().isdecimal() or int(said) <= old:
            break
        old = int(said)
        if old > head.size:
            return (
                "",
                f"{witness.verifier.name} has seen {old:,} facts of this log, more than the {head.size:,} that are here.",
            )
    return "", f"{witness.verifier.name} did not cosign: {said.strip() or 'it does not answer'}"
