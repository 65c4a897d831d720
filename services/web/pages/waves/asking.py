"""Whom a wave asks, unit by unit, until it is counted."""

from collections.abc import Iterator, Sequence

from assessments.campaign import Wave
from assessments.campaign.rosters import grouped
from services import carding
from services.web.pages.waves.figures import Names
from services.web.visit import Visit
from services.wording.held import called

Head = tuple[str, str, str]
Line = tuple[str, str, str]
DRAFTED: Head = ("Unit", "People", "Counted")
LOCKED: Head = ("Unit", "People", "Have answered")


def units(visit: Visit, stream: str, wave: Wave, *, is_now: bool) -> tuple[Head, Sequence[Line]]:
    """How many have answered is told of today alone, in steps of five, and only where enough have."""
    if wave.stage == "draft":
        return DRAFTED, tuple(_drafted(visit, wave)) if is_now else ()
    return LOCKED, tuple(_asked(visit, stream, wave, is_now=is_now)) if wave.stage in ("locked", "open") else ()


def _drafted(visit: Visit, wave: Wave) -> Iterator[Line]:
    """As it would be locked today."""
    people = carding.working_in(visit.house, wave.asked)
    groups = dict(zip(people, grouped(people, wave.least), strict=False))
    for unit, number in people.items():
        others = [visit.names.unit(one) for one in people if one != unit and groups and groups[one] == groups[unit]]
        yield visit.names.unit(unit), str(number), f"with {' and '.join(others)}" if others else "by itself"


def _asked(visit: Visit, stream: str, wave: Wave, *, is_now: bool) -> Iterator[Line]:
    roster, names = wave.roster, Names(visit)
    if roster is None:
        return
    is_open = wave.stage == "open" and is_now
    rates = carding.rates(visit.house, stream, wave) if is_open else {}
    for group, some in enumerate(roster.parts):
        piles = [pile for pile in roster.by_position if pile.group == group]
        told = f"about {rates[group]} %" if group in rates else "too few yet" if is_open else "not begun"
        apart = (
            "; ".join(f"{called(pile.positions).lower()}: {pile.eligible}" for pile in piles) if len(piles) > 1 else ""
        )
        yield names.of(some), f"{roster.eligible_in(group)}{f' ({apart})' if apart else ''}", told
