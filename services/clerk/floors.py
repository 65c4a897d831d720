"""What no setting may take away, whoever adopts it: it is said before the rules of the nouns are asked, in a sentence."""

from collections.abc import Iterator

from services import guidance, meanings, shared_calendar
from services.clerk import granting, teams
from services.clerk.access import Actor
from services.clerk.clerk import Clerk
from services.clerk.rights import Rights
from workflows.hospital.commands import AdoptSetting, AdoptStandards
from workflows.kernel.grammar import Command, Refused, refused
from workflows.kernel.roles import stood_for


class Floors:
    """One hospital's."""

    def __init__(self, clerk: Clerk, rights: Rights) -> None:
        self._clerk = clerk
        self._rights = rights

    def amiss(self, actor: Actor, command: Command) -> Refused | None:
        """Why this setting is not adopted; None for any other command, and for a document that is not here."""
        if isinstance(command, AdoptStandards):
            return self._odd(command.digest)
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
                return teams.amiss(wished, self._rights.access, self._seated())
            case "figures":
                return meanings.amiss(wished)
            case "calendar":
                return shared_calendar.amiss(wished)
            case "brand":
                return None
            case "rights":
                own = {stood_for(role) for role, _ in actor.roles} if actor.kind == "person" else set()
                return granting.amiss(wished, self._rights.access.roles, self._rights.held(), own)

    def _odd(self, digest: str) -> Refused | None:
        """A name in standards that means none of their groups and items."""
        standards = self._clerk.standards
        odd = standards.of(digest).unknown() if standards.knows(digest) else None
        return refused("setting.unknown_name", what=odd) if odd else None

    def _seated(self) -> Iterator[str]:
        for stream in self._clerk.ledger.streams("unit"):
            yield from (seat.discipline for seat in getattr(self._clerk.memory.get(stream).state, "team", ()))
