"""Where did the days of an issue go? Every moment since it was listed lies with one holder, for one thing; what belongs
together is added up.

While a barrier is open its ball counts, that of the oldest one; else who resolves it or gives a reason; then who owes a voice
its answer, its telling, its word; else nobody.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from projections.accountability import Holding
from projections.lives import Stint
from workflows.kernel.moments import Moment

_FIRST = ("barrier", "issue", "concern")
_TURNS = ("reason", "resolve", "answer", "deliver", "reply", "close")


class Part(Struct, frozen=True):
    """`holder` had it for `owes`, or waited for somebody (`waits`: then `holder` is who was waited on), for so many µs in all;
    None where nobody held it."""

    holder: str | None
    owes: str
    waits: bool
    lasted: int


def parts(held: Sequence[Stint[Holding]], began: Moment, until: Moment) -> tuple[Part, ...]:
    """In the order in which each first had it; together they last from `began` to `until`."""
    inside = [stint for stint in held if stint.began < until and (stint.ended is None or stint.ended > began)]
    edges = {began, until, *(one.began for one in inside), *(one.ended for one in inside if one.ended is not None)}
    cuts = sorted(edge for edge in edges if began <= edge <= until)
    lasted: dict[tuple[str | None, str, bool], int] = {}
    for start, end in pairwise(cuts):
        having = min((stint for stint in inside if stint.covers(start)), key=_turn, default=None)
        key = _key(having)
        lasted[key] = lasted.get(key, 0) + end - start
    return tuple(Part(*key, took) for key, took in lasted.items())


def _key(having: Stint[Holding] | None) -> tuple[str | None, str, bool]:
    if having is None:
        return None, "", False
    row = having.row
    return row.waiting_on or row.holder, row.owes, row.waiting_on is not None


def _turn(stint: Stint[Holding]) -> tuple[int, int, Moment, str]:
    noun, owes = stint.row.noun, stint.row.owes
    return (
        _FIRST.index(noun) if noun in _FIRST else len(_FIRST),
        _TURNS.index(owes) if owes in _TURNS else 0,
        stint.row.since,
        stint.stream,
    )
