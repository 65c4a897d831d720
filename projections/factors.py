"""What helps and what hinders, over many lessons? Reckoned from the rows of what was learned; nothing is stored."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from projections.learnings import LearningRow
from workflows.learning.state import Lesson


class Factor(Struct, frozen=True):
    """In how many lessons it helped, in how many it hindered, and in how many it did neither."""

    key: str
    helped: int
    hindered: int
    neither: int


def factors(rows: Iterable[LearningRow], keys: Collection[str]) -> tuple[Factor, ...]:
    """Those that were ever marked, what hindered most often first; `keys` is the order among equals, and what the hospital has
    dropped since comes last."""
    marked = [row.lesson for row in rows if row.lesson.helped or row.lesson.hindered]
    every = dict.fromkeys((*keys, *(key for one in marked for key in (*one.helped, *one.hindered))))
    found = (_factor(key, marked) for key in every)
    return tuple(sorted((one for one in found if one.helped or one.hindered), key=lambda one: -one.hindered))


def _factor(key: str, marked: Collection[Lesson]) -> Factor:
    helped = sum(key in one.helped for one in marked)
    hindered = sum(key in one.hindered for one in marked)
    return Factor(key, helped, hindered, len(marked) - helped - hindered)
