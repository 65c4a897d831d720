"""What does a unit expect of each other, did the unit agree, and was it answered for? Reckoned from rows of standards; nothing
is stored."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from projections.lives import Stint
from projections.share import Share
from projections.standards import StandardRow

EXPECTATION, ACCOUNTABILITY = "expectation", "accountability"
ITEMS = (EXPECTATION, ACCOUNTABILITY)


class Expected(Struct, frozen=True, kw_only=True):
    """An expectation in force, and the looks at it, the latest first."""

    entry: Stint[StandardRow]
    looks: tuple[Stint[StandardRow], ...]

    @property
    def is_agreed(self) -> bool:
        """Whether the unit said yes to it, the last time it was asked."""
        standard = self.entry.row.standard
        said = [one.says for one in standard.shown if one.to == f"unit-{standard.unit}" and one.says]
        return bool(said) and said[-1] == "endorsed"


def expected(rows: Sequence[Stint[StandardRow]]) -> tuple[Expected, ...]:
    """Those that stand or have lapsed, in the order they were first spoken of."""
    standing = [one for one in rows if one.row.state in ("in_place", "lapsed")]
    looks = [one for one in reversed(standing) if one.row.item == ACCOUNTABILITY]
    return tuple(
        Expected(entry=one, looks=tuple(each for each in looks if each.row.standard.of == one.stream))
        for one in standing
        if one.row.item == EXPECTATION
    )


def agreed(found: Iterable[Expected]) -> Share:
    every = tuple(found)
    return Share(sum(one.is_agreed for one in every), len(every))


def looked_at(found: Iterable[Expected]) -> Share:
    """Of those in force, the ones that were ever answered for."""
    every = tuple(found)
    return Share(sum(bool(one.looks) for one in every), len(every))
