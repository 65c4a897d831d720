"""Who can answer, in numbers: units that are counted as one group are never told apart.

Of a group there are cards of its own, so no group is smaller than what may be shown; that is so before anybody answers, and no
count can undo it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from assessments.campaign.commands import Mode
from assessments.campaign.events import PositionsFrozen, RosterFrozen
from assessments.campaign.positions import piles_of

SPARE = 10
"""Cards more than people, at least, for those who come later."""
SHARE = 4
"""Or one more for so many people, where that is more."""


class Pile(Struct, frozen=True):
    """People of a group whose ballots nothing tells apart: `positions`, with a plus between ("" where none are told), and how
    many people and cards there are."""

    group: int
    positions: str
    eligible: int
    cards: int


class Roster(Struct, frozen=True, kw_only=True):
    """Who can answer, as it was when the campaign opened: of each unit so many, in which group it is counted, and how many
    cards there are of each group."""

    mode: Mode
    units: tuple[str, ...]
    eligible: tuple[int, ...]
    groups: tuple[int, ...]
    cards: tuple[int, ...]
    by_position: tuple[Pile, ...] = ()

    @property
    def piles(self) -> tuple[Pile, ...]:
        """Each group by itself where positions are not told apart."""
        if self.by_position:
            return self.by_position
        return tuple(Pile(at, "", self.eligible_in(at), cards) for at, cards in enumerate(self.cards))

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


def apart(roster: Roster, event: PositionsFrozen) -> Roster:
    every = zip(event.groups, event.positions, event.eligible, event.cards, strict=True)
    return replace(roster, by_position=tuple(Pile(*one) for one in every))


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
    cards = tuple(_cards(mode, number) for number in each)
    return RosterFrozen(mode=mode, units=tuple(people), eligible=eligible, groups=tuple(groups), cards=cards)


def frozen_by_position(
    roster: RosterFrozen, positions: Mapping[str, Mapping[str, int]], least: int
) -> tuple[RosterFrozen, PositionsFrozen]:
    """The same people in piles; there are as many cards as the piles have. `positions` of each unit."""
    piles = [
        (group, *pile)
        for group in range(len(roster.cards))
        for pile in piles_of(_held_in(roster, group, positions), least)
    ]
    cards = tuple(_cards(roster.mode, number) for _, _, number in piles)
    apart_ = PositionsFrozen(
        groups=tuple(group for group, _, _ in piles),
        positions=tuple(held for _, held, _ in piles),
        eligible=tuple(number for _, _, number in piles),
        cards=cards,
    )
    each = [sum(n for n, (at, _, _) in zip(cards, piles, strict=True) if at == g) for g in range(len(roster.cards))]
    return replace(roster, cards=tuple(each)), apart_


def _held_in(roster: RosterFrozen, group: int, positions: Mapping[str, Mapping[str, int]]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for unit, at in zip(roster.units, roster.groups, strict=True):
        if at == group:
            found.update(positions[unit])
    return found


def _cards(mode: Mode, people: int) -> int:
    """Of an anonymous one some more than people, for those who come later."""
    return people if mode == "confidential" else people + max(SPARE, -(-people // SHARE))
