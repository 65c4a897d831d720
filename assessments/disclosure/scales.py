"""Of which groups of a wave the mean of a scale may be told beside that of all: settled once, like items, and more simply. A
mean that would be a bound is told of nobody, and what is left of the whole is enough people and no bound either."""

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from assessments.disclosure.binning import mean_shown
from assessments.disclosure.settling import WHOLE, enough


class Sum(Struct, frozen=True):
    """Of the scores of `n` people, on a scale from `least` to `most`."""

    n: int
    total: float
    least: float
    most: float

    @property
    def is_end(self) -> bool:
        """Whether its mean is told as a bound."""
        return self.n > 0 and mean_shown(self.total / self.n, self.n, self.least, self.most).bound != ""


def settled_means(groups: Mapping[str, Sum], least: int, among: Collection[str]) -> frozenset[str]:
    """Of which groups, and of WHOLE, the mean may be told; at most of those `among`. What is held back is the smallest."""
    whole = _sum(groups.values())
    told = enough({name: one.n for name, one in groups.items()}, least).intersection(among)
    if WHOLE not in told or whole.is_end:
        return frozenset()
    told -= {name for name in told - {WHOLE} if groups[name].is_end}
    by_size = sorted(told - {WHOLE}, key=lambda name: (groups[name].n, name))
    while by_size and _gives_away(_left(whole, [groups[name] for name in by_size]), least):
        by_size.pop(0)
    return frozenset({WHOLE, *by_size})


def _gives_away(left: Sum, least: int) -> bool:
    return left.n > 0 and (left.n < least or left.is_end)


def _left(whole: Sum, told: Iterable[Sum]) -> Sum:
    away = _sum(told)
    return Sum(whole.n - away.n, whole.total - away.total, whole.least, whole.most)


def _sum(some: Iterable[Sum]) -> Sum:
    found = Sum(0, 0.0, 0.0, 0.0)
    for one in some:
        found = Sum(found.n + one.n, found.total + one.total, one.least, one.most)
    return found
