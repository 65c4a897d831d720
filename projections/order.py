"""In which order the facts of a stream took place, when some were recorded late or are known to the day only."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence

from workflows.kernel.grammar import Fact
from workflows.kernel.moments import DAY, Moment

_SLACK = {4: 366 * DAY, 7: 31 * DAY, 8: 7 * DAY, 10: DAY}
"""How much later than its moment a fact of coarse date may have been, by the length of the date as written."""


def asserted(fact: Fact) -> Moment:
    """When it took place by its own word, but never after it was recorded: a day stands for its noon, which may be ahead."""
    return fact.at if fact.head.occurred is None else min(fact.happened, fact.at)


def slack(fact: Fact) -> Moment:
    return _SLACK.get(len(fact.head.occurred), 0) if fact.head.occurred else 0


def moment_in(known: Sequence[Moment], fact: Fact) -> Moment:
    """The moment of `fact` among those already `known` of its stream (ascending). Nothing precedes a stream's first fact;
    a date that fits behind what is known says nothing against that order, so it goes behind."""
    moment = asserted(fact)
    if not known:
        return moment
    moment = max(moment, known[0])
    behind = bisect_right(known, moment + slack(fact))
    return max(moment, known[behind - 1])


def in_order(facts: Iterable[Fact]) -> list[tuple[Moment, Fact]]:
    """The facts of one stream (given as recorded) as they took place."""
    known: list[Moment] = []
    placed: list[tuple[Moment, int, Fact]] = []
    for fact in facts:
        moment = moment_in(known, fact)
        insort(known, moment)
        placed.append((moment, fact.seq, fact))
    return [(moment, fact) for moment, _, fact in sorted(placed, key=lambda place: place[:2])]
