"""Which witnesses a hospital has, and how many of them must have cosigned a head (C2SP tlog-policy)."""

from collections.abc import Callable, Collection, Iterable

from msgspec import Struct

from services.proof.note import COSIGNER, Unsigned, Verifier, verifier_of

FILE = "policy"
"""Where it lies in a hospital's directory."""


class BadPolicy(ValueError):
    """The policy cannot be read; the message names the line."""


class Witnessing(Struct, frozen=True):
    """A witness, and where it is asked; an empty address where it is only known by its key."""

    verifier: Verifier
    address: str


Met = Callable[[Collection[Verifier]], bool]


class Policy(Struct, frozen=True):
    """`met` says whether cosignatures of these witnesses are enough."""

    text: str
    witnesses: tuple[Witnessing, ...]
    met: Met


def policy_of(text: str) -> Policy:
    """BadPolicy where a line is not as the specification says."""
    known: dict[str, Met] = {}
    used: set[str | bytes] = set()
    witnesses: list[Witnessing] = []
    quorum: Met | None = None
    for number, line in enumerate(text.splitlines(), 1):
        try:
            match line.split():
                case []:
                    pass
                case [word, *_] if word.startswith("#"):
                    pass
                case ["log", _] | ["log", _, _]:
                    pass
                case ["witness", name, key, *address] if name not in known and len(address) < 2:
                    verifier = verifier_of(key, COSIGNER)
                    _once([verifier.key], used)
                    witnesses.append(Witnessing(verifier, "".join(address)))
                    known[name] = _one(verifier)
                case ["group", name, least, *members] if name not in known and members:
                    _once(members, used)
                    known[name] = _group(least, [known[member] for member in members])
                case ["quorum", name] if quorum is None:
                    quorum = (lambda _: True) if name == "none" else known[name]
                case _:
                    raise BadPolicy(f"Line {number} of the policy cannot be read.")
        except (KeyError, Unsigned, ValueError) as error:
            raise BadPolicy(f"Line {number} of the policy cannot be read: {error}") from error
    if quorum is None:
        raise BadPolicy("The policy has no quorum line.")
    return Policy(text, tuple(witnesses), quorum)


def _once(names: Iterable[str | bytes], used: set[str | bytes]) -> None:
    """Nobody counts twice."""
    for name in names:
        if name in used:
            raise ValueError("somebody counts twice")
        used.add(name)


def _one(verifier: Verifier) -> Met:
    return lambda cosigned: verifier in cosigned


def _group(least: str, members: list[Met]) -> Met:
    wanted = {"all": len(members), "any": 1}.get(least) or int(least)
    if not 1 <= wanted <= len(members):
        raise ValueError(f"{least} of {len(members)}")
    return lambda cosigned: sum(met(cosigned) for met in members) >= wanted
