"""One part of rounds being saved, so that what is saved is saved, whatever happens to the phone."""

from uuid import NAMESPACE_URL, uuid5

from projections.rounds import RoundsRow
from services.clerk.asking import Told
from services.web.doing.forms import Typed
from services.web.doing.giving import Failed, give
from services.web.visit import Visit
from workflows.kernel.grammar import Command


class Walk:
    """One form of the rounds; its commands get retry keys of their own that follow from the form's, so that a form sent
    again gives the first answer again."""

    def __init__(self, visit: Visit, stream: str, row: RoundsRow, typed: Typed) -> None:
        self.visit = visit
        self.stream = stream
        self.row = row
        self.typed = typed

    def said(self, name: str) -> str:
        return self.typed.get(name, "").replace("\r\n", "\n").strip()

    def give(self, command: Command, to: str | None, step: str) -> Told | Failed:
        key = uuid5(NAMESPACE_URL, f"{self.said('command')}|{self.stream}|{step}")
        return give(self.visit, command, to, str(key))

    def all(self, *steps: tuple[Command, str | None, str]) -> Failed | None:
        """Gives them one after the other; the first that is refused ends it."""
        for command, to, step in steps:
            if isinstance(outcome := self.give(command, to, step), Failed):
                return outcome
        return None
