"""One part of rounds being saved, so that what is saved is saved, whatever happens to the phone."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from projections.rounds import RoundsRow
from services import clock
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.web.doing.forms import Typed
from services.web.doing.giving import Failed, give_as
from services.web.visit import Visit
from workflows.kernel.grammar import Command, Via
from workflows.kernel.moments import DAY, micros

KEPT = 30 * DAY
"""For so long a phone is believed when it says that something was typed earlier."""


class Walk:
    """One form of the rounds; its commands get retry keys of their own that follow from the form's, so that a form sent
    again gives the first answer again. What a phone kept until there was signal says when it was typed."""

    def __init__(self, visit: Visit, stream: str, row: RoundsRow, typed: Typed) -> None:
        self.visit = visit
        self.stream = stream
        self.row = row
        self.typed = typed
        self._typed_at = _typed_at(visit, self.said("typed_at"))

    def said(self, name: str) -> str:
        return self.typed.get(name, "").replace("\r\n", "\n").strip()

    def give(self, command: Command, to: str | None, step: str) -> Told | Failed:
        key = str(uuid5(NAMESPACE_URL, f"{self.said('command')}|{self.stream}|{step}"))
        via: Via = "offline" if self.said("typed_at") else "page"
        return give_as(self.visit, command, to, Call(id=key, via=via, occurred=self._typed_at))

    def all(self, *steps: tuple[Command, str | None, str]) -> Failed | None:
        """Gives them one after the other; the first that is refused ends it."""
        for command, to, step in steps:
            if isinstance(outcome := self.give(command, to, step), Failed):
                return outcome
        return None


def _typed_at(visit: Visit, said: str) -> str | None:
    """When it was typed, by the hospital's clock; None (now) for what a phone's clock cannot know."""
    try:
        moment = micros(datetime.fromisoformat(said))
    except (ValueError, TypeError, OverflowError):  # nothing was said, or no moment with its zone
        return None
    return clock.as_written(moment, visit.house.plate.zone) if visit.now - KEPT < moment < visit.now else None
