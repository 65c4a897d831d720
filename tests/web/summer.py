"""Alder Creek's summer: what happened from January to July on 4 West, told day by day."""

from collections.abc import Callable
from heapq import heapify, heappop, heappush

from tests.web.alder import TODAY, Alder
from tests.web.strands import Strand, answered, drain, fax, lift, others
from tests.web.visits import rounds_held, visitors


def summer(here: Alder, *more: Callable[[Alder, dict[str, str]], Strand]) -> dict[str, str]:
    """From January to 3 July on 4 West, with `more` that happened beside it; gives the streams of the story by name."""
    told: dict[str, str] = {}
    strands = [strand(here, told) for strand in (lift, rounds_held, answered, others, fax, drain, visitors, *more)]
    days = [(next(strand), number) for number, strand in enumerate(strands)]
    heapify(days)
    while days:
        day, number = heappop(days)
        here.clock.to(day)
        if (following := next(strands[number], None)) is not None:
            heappush(days, (following, number))
    here.clock.to(TODAY)
    return told
