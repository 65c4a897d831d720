"""What a safety team is made of, and which leaders are looked for: `config/team.json`."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from services import documents
from workflows.kernel.grammar import Command, Refused, refused
from workflows.unit.commands import JoinTeam


class Leaders(Struct, frozen=True, forbid_unknown_fields=True):
    """Roles, in the order they are shown."""

    hospital: tuple[str, ...]
    unit: tuple[str, ...]


class TeamTerms(Struct, frozen=True, forbid_unknown_fields=True):
    """`disciplines` by name; `chairs` are those that show as empty while nobody has them."""

    disciplines: Mapping[str, str]
    chairs: tuple[str, ...]
    leaders: Leaders


@cache
def team() -> TeamTerms:
    return documents.read("team", TeamTerms)


def amiss(command: Command) -> Refused | None:
    """Why there is no such chair."""
    if isinstance(command, JoinTeam) and command.discipline not in team().disciplines:
        return refused("unit.no_such_discipline", discipline=command.discipline)
    return None
