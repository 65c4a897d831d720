"""Who can answer, in numbers: units too small to be shown are counted together with the next smallest."""

from collections.abc import Mapping
from typing import Literal

from assessments.campaign.events import RosterFrozen

SPARE = 10
"""Cards more than people, at least, for those who come later."""
SHARE = 4
"""Or one more for so many people, where that is more."""


def frozen(mode: Literal["confidential", "anonymous"], people: Mapping[str, int], least: int) -> RosterFrozen | None:
    """`people` of each unit, in the order asked; None where all of them together are fewer than `least`."""
    if sum(people.values()) < least:
        return None
    groups = _together([(one,) for one in people], people, least)
    index = {unit: number for number, group in enumerate(groups) for unit in group}
    return RosterFrozen(
        mode=mode,
        units=tuple(people),
        eligible=tuple(people.values()),
        groups=tuple(index[unit] for unit in people),
        cards=tuple(_cards(mode, sum(people[unit] for unit in group)) for group in groups),
    )


def _cards(mode: str, people: int) -> int:
    """A link is made for whoever comes later; a card has to be there before anybody draws."""
    return people if mode == "confidential" else people + max(SPARE, -(-people // SHARE))


Group = tuple[str, ...]


def _together(groups: list[Group], people: Mapping[str, int], least: int) -> list[Group]:
    """The smallest with the next smallest, until each is large enough; of equally large ones the first by name."""

    def size(group: Group) -> tuple[int, Group]:
        return sum(people[unit] for unit in group), group

    first, *others = sorted(groups, key=size)
    if size(first)[0] >= least or not others:
        return sorted(groups, key=lambda group: min(list(people).index(unit) for unit in group))
    return _together([first + others[0], *others[1:]], people, least)
