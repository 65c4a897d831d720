"""What a safety team is made of, and which leaders are looked for: `config/team.json`, or what the hospital adopted in its
place."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from services.clerk.access import Access
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


def no_chair(team: TeamTerms, command: Command) -> Refused | None:
    """Why there is no such chair."""
    if isinstance(command, JoinTeam) and command.discipline not in team.disciplines:
        return refused("unit.no_such_discipline", discipline=command.discipline)
    return None


def amiss(wished: TeamTerms, access: Access, seated: Iterable[str]) -> Refused | None:
    """Why teams cannot be like this. `seated` are the disciplines of those who sit in a team today."""
    known = wished.disciplines
    if unknown := [one for one in wished.chairs if one not in known]:
        return refused("setting.unknown_name", what=unknown[0])
    if taken := [one for one in seated if one not in known]:
        return refused("setting.chair_taken", discipline=taken[0])
    places = (("hospital", wished.leaders.hospital), ("unit", wished.leaders.unit))
    strange = (role for held, roles in places for role in roles if not access.is_held(role, held))
    return next((refused("setting.no_such_role", role=role) for role in strange), None)
