"""`/unit/<slug>/month`, `/month`: the month of the day looked at, up to that day, on one printed page. `/unit/<slug>/did`: what
of it everybody may read."""

from flask import Blueprint, abort

from services.web import when
from services.web.framing import hospital_tabs, shown, tabs
from services.web.layout import Tab
from services.web.pages.month import gathering
from services.web.pages.month.behind import linked
from services.web.telling import did, log_head, reference
from services.web.visit import here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.months import first_day, last_day, month_of, months_after

month = Blueprint("month", __name__)

BEFORE = 3
"""So many months are offered besides the one looked at."""


@month.get("/unit/<slug>/month")
def of_unit(slug: str) -> str:
    visit = here()
    visit.must_in(slug, "read.board")
    looking = when.when(visit)
    found = gathering.of_unit(visit, slug, looking)
    return shown(
        "month/unit.html",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=gathering.title(looking),
        log=log_head.told(visit),
        printed=time_words.short(visit.today, visit.today),
        place="Unit",
        tabs=tabs(visit, slug, "Month"),
        name=visit.names.unit(slug),
        slug=slug,
        found=found,
        counts=linked(found.counts, f"/unit/{slug}/month", looking),
        reference=reference.told(visit, looking, "month", slug, found.counts),
        months=_months(f"/unit/{slug}/month", looking),
        query=looking.query,
    )


@month.get("/month")
def of_hospital() -> str:
    visit = here()
    visit.must("read.figures")
    looking = when.when(visit)
    found = gathering.of_hospital(visit, looking)
    return shown(
        "month/hospital.html",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=gathering.title(looking),
        log=log_head.told(visit),
        printed=time_words.short(visit.today, visit.today),
        place="Hospital",
        tabs=hospital_tabs(visit, "Month"),
        name=visit.house.plate.name,
        head=gathering.HEAD,
        found=found,
        counts=linked(found.counts, "/month", looking),
        reference=reference.told(visit, looking, "month", None, found.counts),
        months=_months("/month", looking),
        query=looking.query,
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


def _months(address: str, looking: When) -> tuple[Tab, ...]:
    """The months before, each as it was on its last day, and the one looked at."""
    which = month_of(looking.day)
    before = (months_after(which, -count) for count in range(BEFORE, 0, -1))
    links = (Tab(time_words.month(first_day(one)), f"{address}?on={last_day(one)}", False) for one in before)
    return (*links, Tab(time_words.month(first_day(which)), f"{address}{looking.query}", True))
