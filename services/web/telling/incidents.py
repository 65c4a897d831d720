"""Respect incidents, as far as one reader may know that they are there."""

from typing import get_args

from projections.lives import Stint
from projections.respect import RespectRow
from services.clerk import meanwhile
from services.web.visit import Visit
from services.web.when import When
from workflows.respect.commands import Keeper

KEEPERS: frozenset[str] = frozenset(get_args(Keeper))


def enters(visit: Visit) -> bool:
    """Whether the reader has a place for them: may read them all, or may be given one."""
    return visit.may("read.respect") or not visit.roles.isdisjoint(KEEPERS)


def seen(visit: Visit, looking: When) -> list[Stint[RespectRow]]:
    """With what waits to enter, by today's rights: whoever an incident was handed on from does not see it any more."""
    with visit.look(looking) as look:
        known = look.incidents()
        waits = visit.house.rights.waiting(visit.actor) if look.is_now else ()
    found = [*known, *(stint for item in waits if (stint := meanwhile.incident(item)))]
    return [stint for stint in found if visit.may("read.respect", None, stint.stream)]


def waiting(visit: Visit) -> int:
    """How many wait for the reader's next step."""
    if not enters(visit):
        return 0
    found = seen(visit, When("now", visit.today, visit.now))
    return sum(stint.row.shelf == "open" and visit.holds(stint.row.incident.holder, None) for stint in found)
