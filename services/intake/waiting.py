"""What waits: any command, under its verb, with how it was asked."""

from msgspec import Raw, Struct, json

from workflows.kernel.grammar import By, Command, Via
from workflows.kernel.moments import Day

VOICE = By("voice")


class Said(Struct, frozen=True, kw_only=True):
    """A command as it is kept: encoded, under its verb; by a voice, or by a person who acts on what waits, in the roles held
    there."""

    verb: str
    command: Raw
    by: By = VOICE
    roles: tuple[str, ...] = ()
    via: Via = "page"

    def asks(self, kind: type[Command]) -> Command:
        """The command itself; `kind` is the one its verb stands for."""
        return json.decode(self.command, type=kind)


class Waiting(Struct, frozen=True):
    """Something said before its flush. `day` is all that is kept of its time; `about` is what it acts on, where that waits
    too, as the `n`-th act on it."""

    id: str
    day: Day
    said: Said
    about: str | None = None
    n: int = 0


class HasEntered(Exception):
    """What somebody wants to act on waits no more: it is at `stream` in the ledger."""

    def __init__(self, stream: str) -> None:
        super().__init__(f"It has entered as {stream}.")
        self.stream = stream


def said(command: Command, **how: object) -> Said:
    """A command as it is kept. `how`: the other fields of `Said`."""
    return Said(verb=command.VERB, command=Raw(json.encode(command)), **how)  # type: ignore[arg-type] # fields of Said
