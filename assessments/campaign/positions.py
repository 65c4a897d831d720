"""What people do where they work, by the roles on the roster, and which of it a wave tells apart in a unit.

It is settled in numbers when a wave is locked, before anybody answers: the people of a group part into *piles* of `least` or
more, each answers with cards of their own pile, and no ballot is ever known more exactly than by that. Positions that too few
hold are put together; where that leaves one pile, nothing is told apart there.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from workflows.kernel.roles import stood_for

Position = Literal["care", "physician", "lead"]
HELD: Mapping[str, Position] = {
    "team_leader": "lead",
    "unit_manager": "lead",
    "physician": "physician",
    "chief": "physician",
    "service_line_chief": "physician",
    "front_line": "care",
    "unit_champion": "care",
}
"""By role; of somebody who holds several, what stands first here."""
TOGETHER = "+"


def position_of(roles: Collection[str]) -> Position:
    held = frozenset(map(stood_for, roles))
    return next((position for role, position in HELD.items() if role in held), "care")


def piles_of(people: Mapping[str, int], least: int) -> tuple[tuple[str, int], ...]:
    """How the people of a group part: of each pile its positions, with a plus between, and how many hold them. Where those put
    together are still too few, the most common position joins them, so that it is the same one nearly everywhere."""
    met = {position: number for position, number in people.items() if number}
    small = [position for position, number in met.items() if number < least]
    others = sorted((one for one in met if one not in small), key=lambda one: (-met[one], one))
    if others and 0 < sum(met[one] for one in small) < least:
        small.append(others.pop(0))
    piles = [*([small] if small else []), *([one] for one in others)]
    return tuple(sorted((TOGETHER.join(sorted(some)), sum(met[one] for one in some)) for some in piles))


def pile_for(position: str, piles: Sequence[str]) -> int:
    """In which of a group's piles somebody answers; whoever comes in a position that nobody held then, with those put together,
    or with the most common."""
    holding = [at for at, positions in enumerate(piles) if position in positions.split(TOGETHER)]
    together = [at for at, positions in enumerate(piles) if TOGETHER in positions]
    return (holding or together or [0])[0]
