"""Who can answer, in numbers: units that are counted as one group are never told apart.

Of a group there are cards of its own, so no group is smaller than what may be shown; that is so before anybody answers, and no
count can undo it.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from assessments.campaign.commands import Mode
from assessments.campaign.events import RosterFrozen

SPARE = 10
"""Cards more than people, at least, for those who come later."""
SHARE = 4
"""Or one more for so many people, where that is more."""


class Roster(Struct, frozen=True, kw_only=True):
    """Who can answer, as it was when the campaign opened: of each unit so many, in which group it is counted, and how many
    cards there are of each group."""

    mode: Mode
    units: tuple[str, ...]
    eligible: tuple[int, ...]
    groups: tuple[int, ...]
    cards: tuple[int, ...]

    def of(self, group: int) -> tuple[str, ...]:
        """The units that are counted as this group."""
        return tuple(unit for unit, at in zip(self.units, self.groups, strict=True) if at == group)

    def eligible_in(self, group: int) -> int:
        return sum(number for number, at in zip(self.eligible, self.groups, strict=True) if at == group)

    @property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """The units of each group."""
        return tuple(self.of(group) for group in range(max(self.groups, default=-1) + 1))


class Cards(Struct, frozen=True):
    """How many were made and drawn (None: nobody draws), and with how many was answered."""

    made: int
    drawn: int | None
    spent: int


def roster_of(event: RosterFrozen) -> Roster:
    return Roster(mode=event.mode, units=event.units, eligible=event.eligible, groups=event.groups, cards=event.cards)


def frozen(mode: Literal["confidential", "anonymous"], people: Mapping[str, int], least: int) -> RosterFrozen | None:
    """All as one. `people` of each unit, in the order asked; None where all of them together are fewer than `least`."""
    return _frozen(mode, people, (0,) * len(people)) if sum(people.values()) >= least else None


def frozen_apart(
    mode: Literal["confidential", "anonymous"], people: Mapping[str, int], least: int
) -> RosterFrozen | None:
    """Each unit by itself that is large enough; None where all of them together are not."""
    groups = grouped(people, least)
    return _frozen(mode, people, groups) if groups else None


def grouped(people: Mapping[str, int], least: int) -> tuple[int, ...]:
    """The group of each unit. Where fewer than `least` work, units are counted together; where that is too few still, with the
    smallest unit that is large enough. Empty where nobody could be shown."""
    large = [unit for unit, number in people.items() if number >= least]
    small = [unit for unit, number in people.items() if number < least]
    if sum(people[unit] for unit in small) >= least:
        among = len(large)
    elif large:
        among = large.index(min(large, key=lambda unit: (people[unit], unit)))
    else:
        return ()
    return tuple(large.index(unit) if unit in large else among for unit in people)


def _frozen(
    mode: Literal["confidential", "anonymous"], people: Mapping[str, int], groups: Sequence[int]
) -> RosterFrozen:
    eligible = tuple(people.values())
    each = [sum(n for n, at in zip(eligible, groups, strict=True) if at == group) for group in range(max(groups) + 1)]
    cards = tuple(number if mode == "confidential" else number + max(SPARE, -(-number // SHARE)) for number in each)
    return RosterFrozen(mode=mode, units=tuple(people), eligible=eligible, groups=tuple(groups), cards=cards)
