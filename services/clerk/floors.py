"""What no setting may take away, whoever adopts it: it is said before the rules of the nouns are asked, in a sentence."""

from collections.abc import Iterator

from services import guidance, meanings
from services.clerk import teams
from services.clerk.access import Access
from services.clerk.clerk import Clerk
from workflows.hospital.commands import AdoptSetting
from workflows.kernel.grammar import Command, Refused


class Floors:
    """One hospital's."""

    def __init__(self, clerk: Clerk, access: Access) -> None:
        self._clerk = clerk
        self._access = access

    def amiss(self, command: Command) -> Refused | None:
        """Why this setting is not adopted; None for any other command, and for a document that is not here."""
        if not isinstance(command, AdoptSetting):
            return None
        settled = self._clerk.settings.documents[command.setting]
        if not settled.knows(command.digest):
            return None
        wished = settled.of(command.digest)
        match command.setting:
            case "rounds":
                return guidance.amiss(wished)
            case "team":
                return teams.amiss(wished, self._access, self._seated())
            case "figures":
                return meanings.amiss(wished)

    def _seated(self) -> Iterator[str]:
        for stream in self._clerk.ledger.streams("unit"):
            yield from (seat.discipline for seat in getattr(self._clerk.memory.get(stream).state, "team", ()))
