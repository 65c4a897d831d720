"""What figures are told from, gathered once for the page and for the paper."""

from collections.abc import Sequence

from projections.figures import Figures
from services import clock
from services.reader.duties import Duties, duties
from services.reader.figures import figures, months_up_to
from services.reader.views import Look
from services.web.pages.figures import telling
from services.web.visit import Visit
from services.web.when import When
from workflows.kernel.months import Month

YEAR = 12
"""Months."""
OF = {
    "met": "months",
    "rounds": "rounds",
    "technical": "parts and steps",
    "adaptive": "parts and steps",
    "overdue": "things on the desk",
}


def figures_of(visit: Visit, look: Look, units: Sequence[str], months: Sequence[Month], looking: When) -> Figures:
    """`""` among the units is what belongs to none."""
    zone = visit.house.plate.zone
    return figures(look, units, months, looking.day, lambda moment: clock.day_of(moment, zone))


def duties_of(visit: Visit, look: Look, slug: str, months: Sequence[Month], looking: When) -> Duties:
    house, least = visit.house.clerk.standards.now()[1], visit.house.clerk.terms.now()[1].pause_days
    return duties(look, slug, months, looking.day, house=house, least=least)


def places(visit: Visit, slug: str | None) -> tuple[str, ...]:
    return (slug,) if slug else ("", *visit.names.units)


def both(
    visit: Visit, look: Look, slug: str | None, months: Sequence[Month], looking: When
) -> tuple[Figures, Duties | None]:
    """Figures, and of a unit its duties."""
    found = figures_of(visit, look, places(visit, slug), months, looking)
    return found, duties_of(visit, look, slug, months, looking) if slug else None


def again(visit: Visit, slug: str | None, looking: When, count: int) -> list[tuple[str, str]]:
    """Every figure over so many months, as the page tells it."""
    with visit.look(looking, slug) as look:
        found = both(visit, look, slug, months_up_to(looking.day, count), looking)
    return telling.pairs(values(*found))


def values(found: Figures, carried: Duties | None) -> dict[str, tuple[str, str]]:
    """Value and of how many, by the key of each figure."""
    shares = {key: (share, OF[key]) for key, share in carried.shares.items()} if carried else {}
    return telling.of_figures(found) | telling.of_shares(shares)


def wholes(found: Figures, carried: Duties | None) -> dict[str, int]:
    """Of how many things each figure speaks."""
    several = {**telling.shares(found), **(carried.shares if carried else {})}
    return {key: share.whole for key, share in several.items()} | {aim: one.whole for aim, one in found.waits.items()}
