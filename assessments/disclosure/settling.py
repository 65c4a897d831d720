"""Which groups of one survey stand by themselves beside the whole of it, of one question: settled once, and kept.

Two things are held apart. Nothing that can be worked out is of fewer than enough people: `publishing` sees to that. And what is
told as a bound because all, or nobody, of a small group said it cannot be worked out from the whole and the other groups: of
what is left of the whole, when all that is told to the point is taken away, each bound can still be either of its ends.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from assessments.disclosure.binning import share_shown
from assessments.disclosure.publishing import published
from assessments.disclosure.releases import opened

WHOLE = ""
"""The name of all groups together."""


class Tally(Struct, frozen=True):
    """Of so many answers so many are positive."""

    n: int
    positive: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.n + other.n, self.positive + other.positive)

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally(self.n - other.n, self.positive - other.positive)

    @property
    def is_end(self) -> bool:
        """Whether it says of nearly everybody what they answered, and is told as a bound."""
        return self.n > 0 and share_shown(self.positive, self.n).bound != ""


def enough(people: Mapping[str, int], least: int) -> frozenset[str]:
    """Of which groups, and of WHOLE, it may be told how many answered."""
    met = {group: number for group, number in people.items() if number}
    cells = {WHOLE: frozenset(met)} | {group: frozenset({group}) for group in met}
    withheld = published(opened(met, least), cells).withheld
    return frozenset(name for name, why in withheld.items() if why is None)


def settled(tallies: Mapping[str, Tally], least: int, among: Collection[str] | None = None) -> frozenset[str]:
    """Of which groups, and of WHOLE, the share may be told (at most those `among`). What has to be held back to guard a bound
    is the smallest group that is told to the point; where none is left, the smallest that is not."""
    told = enough({group: one.n for group, one in tallies.items()}, least)
    told = told if among is None else told.intersection(among)
    if WHOLE not in told:
        return told
    by_size = sorted(told - {WHOLE}, key=lambda name: (tallies[name].is_end, tallies[name].n, name))
    while by_size and _gives_away(tallies, told):
        told -= {by_size.pop(0)}
    return told


def parted(piles: Mapping[str, Sequence[Tally]], least: int, told: Collection[str]) -> frozenset[str]:
    """Of which groups each of their `piles` may be told beside the group: of those `told` to the point, where every pile has
    enough answers and none says of nearly everybody what they answered.

    Whatever then follows from all that is told is a sum of piles that are told, or it followed without them: of every other
    group nothing is told but the group.
    """
    return frozenset(group for group in told if group != WHOLE and _may_part(piles[group], least))


def _may_part(piles: Sequence[Tally], least: int) -> bool:
    return len(piles) > 1 and not _sum(piles).is_end and all(one.n >= least and not one.is_end for one in piles)


def _gives_away(tallies: Mapping[str, Tally], told: frozenset[str]) -> bool:
    """Whether the whole less all that is told to the point says more of what is left than it may: that nearly all of a few
    answered alike, or which of its two ends a bound stands for."""
    exact = [one for name, one in tallies.items() if name in told and not one.is_end]
    bounds = [one for name, one in tallies.items() if name in told and one.is_end]
    whole = _sum(tallies.values())
    left = whole - _sum(exact)
    if whole.is_end:  # told as a bound itself: nothing can be taken from it
        return False
    hidden = left.n - _sum(bounds).n
    lowest = sum(0 if one.positive <= 1 else one.n - 1 for one in bounds)
    higher = {up for up in range(len(bounds) + 1) if 0 <= left.positive - lowest - up <= hidden}
    return left.is_end or (bool(bounds) and (higher == {0} or higher == {len(bounds)}))


def _sum(tallies: Iterable[Tally]) -> Tally:
    found = Tally(0, 0)
    for one in tallies:
        found += one
    return found
