"""`/partners`: every unit with its executive partner and what a year of meetings came to; pauses; who leads."""

from collections.abc import Iterator, Mapping

from flask import Blueprint

from projections.teams import Post
from projections.units import HOSPITAL, UnitRow
from services.reader import partners as reader
from services.reader.partners import Year
from services.reader.views import Look
from services.web import when
from services.web.doing.actions import Action
from services.web.doing.partnering import STATES
from services.web.framing import hospital_tabs, shown
from services.web.phrases import choice
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.pauses import Pause

partners = Blueprint("partners", __name__)


@partners.get("/partners")
def show() -> str:
    visit = here()
    visit.must("read.figures")
    looking = when.when(visit)
    slugs = list(visit.names.units)
    with visit.look(looking) as look:
        rows = [stint.row for stint in look.units() if stint.row.is_open]
        years = reader.years(look, slugs, looking.day, visit.house.clerk.terms.now()[1].pause_days)
        posts = _posts(visit, look, rows, slugs)
        standing = [one for one in look.waivers(HOSPITAL) if one.row.waived.rule == "partnership.rank"]
    house = next((row for row in rows if row.slug == HOSPITAL), None)
    may_read = visit.may("read.hospital")
    words = visit.open([one.row.title for one in standing] if may_read else [])
    pauses = house.pauses if house else ()
    return shown(
        "partners/partners.html",
        place="Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking),
        tabs=hospital_tabs(visit, "Partners"),
        figures=_figures(years),
        lines=[_line(visit, row.slug, years[row.slug], looking) for row in rows if row.slug in years],
        standing=[words.of(one.row.title) for one in standing] if may_read else [],
        pauses=[_pause(visit, one, looking, may_read=may_read) for one in sorted(pauses, key=lambda one: one.since)],
        pausing=() if looking.past else tuple(_pausing(visit, bool(pauses))),
        gaps=_gaps(visit, posts),
        held=[(visit.names.role(one.role), _holders(visit, one)) for one in posts if not one.unit and not one.is_gap],
        ratio=_ratio(posts, rows),
    )


def _posts(visit: Visit, look: Look, rows: list[UnitRow], slugs: list[str]) -> tuple[Post, ...]:
    leaders = visit.settings.team.leaders
    return reader.leading(rows, leaders.hospital, leaders.unit, reader.waived(look, slugs)).posts


def _gaps(visit: Visit, posts: tuple[Post, ...]) -> list[tuple[str, str]]:
    """Each post with the places where nobody holds it."""
    where: dict[str, list[str]] = {}
    for post in posts:
        if post.is_gap:
            where.setdefault(visit.names.role(post.role), []).append(visit.names.unit(post.unit or None))
    return [(role, ", ".join(places)) for role, places in where.items()]


def _holders(visit: Visit, post: Post) -> str:
    return ", ".join(map(visit.names.of, post.persons)) or "The hospital does without, for a reason on record"


def _ratio(posts: tuple[Post, ...], rows: list[UnitRow]) -> str:
    formal = len({person for post in posts for person in post.persons})
    informal = len({one.person for row in rows for one in row.leaders})
    return f"{time_words.number_of(formal, 'leader')} with a post, {informal} without one"


def _figures(years: Mapping[str, Year]) -> list[tuple[str, str]]:
    """What it all comes to, and what is set aside, at risk, or waits for a signature."""
    whole = reader.together(years.values())
    counted = whole.figures
    late = f", {counted.late} of them late" if counted.late else ""
    found = [
        (f"{counted.with_executive} of {counted.due}", f"months due met with the executive{late}"),
        (f"{counted.attended} of {counted.held}", "meetings the executive came to"),
        (str(whole.at_risk), "at risk"),
        (str(whole.below_rank), "below vice-president, by a waiver"),
        (f"{counted.without_guide} of {counted.rounds}", "rounds without a guide"),
    ]
    return [*found, (str(whole.unsigned), "to sign the agreement")] if whole.unsigned else found


def _line(visit: Visit, slug: str, year: Year, looking: When) -> dict[str, object]:
    """One unit: who, how it stands, what the year came to."""
    stint = year.current or next(iter(year.coming), None)
    row, counted = stint.row if stint else None, year.figures
    at_risk = row is not None and row.course.at_risk is not None
    return {
        "name": visit.names.unit(slug),
        "href": f"/unit/{slug}/team{looking.query}" if visit.may("read.board", slug) else "",
        "who": visit.names.of(row.executive) if row else "Nobody yet",
        "rank": choice(row.bond.rank, "rank") + (", by a waiver" if row.bond.waiver else "") if row else "–",
        "chip": ("overdue", "At risk") if at_risk else STATES[row.state] if row else ("overdue", "No partner"),
        "met": f"{counted.with_executive} of {counted.due}",
        "came": f"{counted.attended} of {counted.held}",
        "missed": counted.missed,
    }


def _pause(visit: Visit, pause: Pause, looking: When, *, may_read: bool) -> tuple[str, str, str]:
    why = visit.open([pause.reason]).of(pause.reason) if may_read else "–"
    return time_words.short(pause.since, looking.day), time_words.short(pause.until, looking.day), why


def _pausing(visit: Visit, paused: bool) -> Iterator[Action]:
    if visit.may("hospital.pause"):
        yield Action("Declare a pause", "/do/hospital/pause?to=hospital&next=/partners", first=True)
    if paused and visit.may("hospital.end_pause"):
        yield Action("It ended on another day", "/do/hospital/end_pause?to=hospital&next=/partners")
    if visit.may("waiver.grant"):
        yield Action("Set a rule aside for the whole hospital", "/do/waiver/grant?rule=partnership.rank&next=/partners")
