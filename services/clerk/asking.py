"""What the clerk is asked and what it answers."""

from msgspec import Struct
from msgspec.structs import replace

from services.intake import Said
from workflows import lexicon
from workflows.kernel.grammar import By, Command, Via


class Circumstances(Struct, frozen=True, gc=False, kw_only=True):
    """Who asks, how, and when it happened (None = now). `cause` and `rule` are a policy's: the fact it follows from."""

    by: By
    via: Via
    roles: frozenset[str] = frozenset()
    occurred: str | None = None
    behalf: str | None = None
    cause: int | None = None
    rule: str | None = None


class Asked(Struct, frozen=True, gc=False):
    """One command with its address and its retry key; refused as stale when the stream addressed is not at `expected`.
    `same` is what the key is bound to where that is less than the whole command: a row of a sheet stays the same row when
    its owner is another."""

    command: Command
    to: str | None
    id: str
    circumstances: Circumstances
    expected: int | None = None
    same: Command | None = None


class Told(Struct, frozen=True, gc=False):
    """What became of a command: its stream and the positions of its facts (0, 0 when nothing needed to be done)."""

    stream: str
    first: int
    last: int


def asked(said: Said, to: str | None = None, day: str | None = None, key: str = "") -> Asked:
    """What was kept for later, as the clerk is asked it: about `to`, done on that day."""
    command = said.asks(lexicon.COMMAND_TYPES[said.verb])
    circumstances = Circumstances(by=said.by, via=said.via, roles=frozenset(said.roles), occurred=day)
    if command.ALONG is not None and to is not None:
        command, to = replace(command, **{command.ALONG: to}), None
    return Asked(command, to, key, circumstances)
