"""Who holds which role, since when: the same in a unit and in the whole hospital."""

from collections.abc import Iterable

from msgspec import Struct


class Held(Struct, frozen=True):
    """`person` in `role` since that day."""

    person: str
    role: str
    since: str


EXECUTIVES = frozenset({"executive_partner", "executive", "ceo", "cno", "cmo", "coo", "vp_finance"})
"""Who leads for the whole hospital, and comes to a unit as such."""
LEADING = EXECUTIVES | {"team_leader", "unit_manager", "chief", "service_line_chief", "quality_director"}
"""Who leads, somewhere: they answer for a harm that was accepted."""
TEAM = frozenset(
    {"front_line", "physician", "unit_champion", "team_leader", "unit_manager", "chief", "service_line_chief"}
)
"""Who works on a unit."""

FOR_THE_HOSPITAL = EXECUTIVES - {"executive_partner"} | {"quality_director"}
"""Who answers for the whole hospital."""

DEPUTY = "deputy_"


def as_deputy(role: str) -> str:
    """What somebody acts as who stands in for a role: `deputy_team_leader`, which is not the role itself."""
    return DEPUTY + role


def stood_for(role: str) -> str:
    """The role itself, whoever acts in it: `deputy_team_leader` → `team_leader`."""
    return role.removeprefix(DEPUTY)


def as_holder(role: str) -> str:
    """A role as balls name their holders: `team_leader` → `role-team-leader`; its deputy answers for it too."""
    return f"role-{stood_for(role).replace('_', '-')}"


def in_role(roles: Iterable[Held], role: str) -> tuple[str, ...]:
    """The persons who hold `role`, longest first."""
    return tuple(held.person for held in roles if held.role == role)


def without(roles: Iterable[Held], person: str, role: str) -> tuple[Held, ...]:
    return tuple(held for held in roles if (held.person, held.role) != (person, role))
