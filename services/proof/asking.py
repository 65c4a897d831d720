"""Asks witnesses for their cosignatures (C2SP tlog-witness, `add-checkpoint`)."""

from base64 import b64encode
from collections.abc import Callable
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from msgspec import Struct

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


class Asked(Struct, frozen=True):
    """A note with the good cosignatures that came; a sentence for each witness that gave none, and for each of them that has
    seen another history of the log."""

    note: str
    missing: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()


class _Heard(Struct, frozen=True):
    """A signature line, or why there is none."""

    line: str = ""
    why: str = ""
    is_other: bool = False


def ask(head: Checkpoint, note: str, tree: Tree, policy: Policy, send: Post = post) -> Asked:
    """Every witness that has an address and has not cosigned the note yet."""
    heard = [
        _one(head, note, tree, witness, send)
        for witness in policy.witnesses
        if witness.address and not cosigned(note, [witness.verifier])
    ]
    return Asked(
        note + "".join(one.line for one in heard),
        tuple(one.why for one in heard if one.why),
        tuple(one.why for one in heard if one.is_other),
    )


def _one(head: Checkpoint, note: str, tree: Tree, witness: Witnessing, send: Post) -> _Heard:
    """What it has seen of the log it says itself, where we do not know."""
    name, address = witness.verifier.name, f"{witness.address.rstrip('/')}/add-checkpoint"
    old, said, status = 0, "", 0
    for _ in range(3):
        proof = "".join(f"{b64encode(one).decode()}\n" for one in tree.consistency(old, head.size))
        status, said = send(address, f"old {old}\n{proof}\n{note}".encode())
        if status == 200:
            found = cosigned(note + said, [witness.verifier])
            line = next((line for _, line in found.values()), "")
            return _Heard(line, "" if line else f"{name} signed something else.")
        if status != 409 or not said.strip().isdecimal() or int(said) <= old:
            break
        old = int(said)
        if old > head.size:
            seen = f"{name} has seen {old:,} facts of this log, more than the {head.size:,} that are here."
            return _Heard(why=seen, is_other=True)
    is_other = status == 422 or (status == 409 and said.strip() == str(head.size) and old == head.size)
    return _Heard(why=f"{name} did not cosign: {said.strip() or 'it does not answer'}", is_other=is_other)
