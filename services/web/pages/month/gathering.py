"""What a month is told from, gathered once for the page and for the paper."""

from msgspec import Struct

from services import clock
from services.reader import measuring, monthly, partners
from services.reader.views import Look
from services.web.pages.month import telling
from services.web.pages.month.telling import Listed, Pairs, Told
from services.web.telling import succession
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words
from workflows.kernel.months import first_day, last_day, month_of

HEAD = ("Unit", "Said", "Answered", "Put right", "Barriers removed", "Rounds", "Still owed an answer", "Still open")


class OfUnit(Struct, frozen=True, kw_only=True):
    """`measured`: each measure and where it stands; `met`: the monthly meeting; `changed`: what the unit went on from."""

    counts: Pairs
    told: Told
    measured: list[tuple[str, str]]
    met: str
    changed: tuple[succession.Changed, ...]


class OfHospital(Struct, frozen=True, kw_only=True):
    """`rows`: name, address and numbers of each unit; `stories`: words and the unit they are of; `heard`: how loops ended;
    `stuck`: the barriers that stand longest; `measured`: the hospital's own measures and where each stands."""

    counts: Pairs
    rows: list[tuple[str, str, tuple[str, ...]]]
    stories: list[tuple[str, str]]
    heard: str
    stuck: Listed
    measured: list[tuple[str, str]]


def title(looking: When) -> str:
    """So: "May 2025"; "June 2025, up to 12 Jun" while it is not over."""
    which = month_of(looking.day)
    until = "" if looking.day == last_day(which) else f", up to {time_words.short(looking.day, looking.day)}"
    return f"{time_words.month(first_day(which))}{until}"


def of_unit(visit: Visit, slug: str, looking: When) -> OfUnit:
    which = month_of(looking.day)
    with visit.look(looking, slug) as look:
        found = monthly.months(look, [slug], which)[0]
        return OfUnit(
            counts=telling.counts(found),
            told=telling.of_unit(visit, look, found, which, looking),
            measured=telling.measured(visit, _results(visit, look, slug, looking), looking),
            met=telling.met(_year(visit, look, slug, looking), which),
            changed=succession.told(visit, look, slug, looking),
        )


def of_hospital(visit: Visit, looking: When) -> OfHospital:
    which = month_of(looking.day)
    with visit.look(looking) as look:
        rows = [row for row in look.places() if row.slug]
        places = ["", *(row.slug for row in rows)]
        found = monthly.months(look, places, which)
        stories = monthly.stories(look, places, which)
        barriers = [one for place in places for one in look.barriers(unit=place) if visit.sees(one.stream)]
        measured = telling.measured(visit, _results(visit, look, "", looking), looking)
    going = {row.slug for row in rows if row.succession is None}
    words = visit.open(one.row.title for one in stories)
    together = telling.together(found)
    return OfHospital(
        counts=telling.counts(together),
        heard=telling.heard(together),
        stuck=telling.stuck(visit, barriers, looking),
        measured=measured,
        rows=[telling.row(visit, one, looking) for one in found if one.slug in going or telling.is_any(one)],
        stories=[(words.of(one.row.title), visit.names.unit(one.row.unit)) for one in stories],
    )


def _results(visit: Visit, look: Look, slug: str, looking: When) -> measuring.Results:
    zone = visit.house.plate.zone
    return measuring.results(look, slug, looking.day, lambda at: clock.day_of(at, zone), visit.sees)


def _year(visit: Visit, look: Look, slug: str, looking: When) -> partners.Year:
    least = visit.house.clerk.terms.now()[1].pause_days
    return partners.years(look, [slug], looking.day, least)[slug]
