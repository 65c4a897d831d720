"""`/unit/<slug>/month`, `/month`: the month of the day looked at, up to that day, on one printed page. `/unit/<slug>/did`: what
of it everybody may read."""

from flask import Blueprint, abort

from services import clock
from services.reader import measuring, monthly, partners
from services.reader.views import Look
from services.web import when
from services.web.framing import hospital_tabs, shown, tabs
from services.web.layout import Tab
from services.web.pages.month import telling
from services.web.telling import did, log_head, succession
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.months import first_day, last_day, month_of, months_after

month = Blueprint("month", __name__)

BEFORE = 3
"""So many months are offered besides the one looked at."""
HEAD = ("Unit", "Said", "Answered", "Put right", "Barriers removed", "Rounds", "Still owed an answer", "Still open")


@month.get("/unit/<slug>/month")
def of_unit(slug: str) -> str:
    visit = here()
    visit.must_in(slug, "read.board")
    looking = when.when(visit)
    which = month_of(looking.day)
    with visit.look(looking, slug) as look:
        found = monthly.months(look, [slug], which)[0]
        told = telling.of_unit(visit, look, found, which, looking)
        measured = telling.measured(visit, _results(visit, look, slug, looking), looking)
        met = telling.met(_year(visit, look, slug, looking), which)
        changed = succession.told(visit, look, slug, looking)
    return shown(
        "month/unit.html",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=_title(looking),
        log=log_head.told(visit),
        printed=time_words.short(visit.today, visit.today),
        place="Unit",
        tabs=tabs(visit, slug, "Month"),
        name=visit.names.unit(slug),
        slug=slug,
        counts=telling.counts(found),
        told=told,
        measured=measured,
        met=met,
        changed=changed,
        months=_months(f"/unit/{slug}/month", looking),
        query=looking.query,
    )


@month.get("/month")
def of_hospital() -> str:
    visit = here()
    visit.must("read.figures")
    looking = when.when(visit)
    which = month_of(looking.day)
    with visit.look(looking) as look:
        places = ["", *(one.row.slug for one in look.units() if one.row.slug)]
        found = monthly.months(look, places, which)
        stories = monthly.stories(look, places, which)
    words = visit.open(one.row.title for one in stories)
    return shown(
        "month/hospital.html",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=_title(looking),
        log=log_head.told(visit),
        printed=time_words.short(visit.today, visit.today),
        place="Hospital",
        tabs=hospital_tabs(visit, "Month"),
        name=visit.house.plate.name,
        counts=telling.counts(telling.together(found)),
        head=HEAD,
        rows=[telling.row(visit, one, looking) for one in found if one.slug or telling.is_any(one)],
        stories=[(words.of(one.row.title), visit.names.unit(one.row.unit)) for one in stories],
        months=_months("/month", looking),
    )


@month.get("/unit/<slug>/did")
def hang(slug: str) -> str:
    visit = here()
    if slug not in visit.names.units:
        abort(404)
    visit.must("read.board", slug)
    looking = when.when(visit)
    with visit.look(looking, slug) as look:
        said = did.did(look, slug, looking.day)
    words = visit.open(did.refs(said))
    return shown("month/did.html", place="Unit", unit=visit.names.unit(slug), slug=slug, did=did.told(said, words))


def _title(looking: When) -> str:
    """So: "May 2025"; "June 2025, up to 12 Jun" while it is not over."""
    which = month_of(looking.day)
    until = "" if looking.day == last_day(which) else f", up to {time_words.short(looking.day, looking.day)}"
    return f"{time_words.month(first_day(which))}{until}"


def _results(visit: Visit, look: Look, slug: str, looking: When) -> measuring.Results:
    zone = visit.house.plate.zone
    return measuring.results(look, slug, looking.day, lambda at: clock.day_of(at, zone), visit.sees)


def _year(visit: Visit, look: Look, slug: str, looking: When) -> partners.Year:
    least = visit.house.clerk.terms.now()[1].pause_days
    return partners.years(look, [slug], looking.day, least)[slug]


def _months(address: str, looking: When) -> tuple[Tab, ...]:
    """The months before, each as it was on its last day, and the one looked at."""
    which = month_of(looking.day)
    before = (months_after(which, -count) for count in range(BEFORE, 0, -1))
    links = (Tab(time_words.month(first_day(one)), f"{address}?on={last_day(one)}", False) for one in before)
    return (*links, Tab(time_words.month(first_day(which)), f"{address}{looking.query}", True))
