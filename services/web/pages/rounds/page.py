"""`/unit/<slug>/rounds`: the rounds of a unit; `/rounds/<id>`: one of them, before, during and after."""

import hmac
from hashlib import sha256

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from projections.lives import Stint
from projections.rounds import RoundsRow
from services.reader import rounding
from services.reader.briefing import agreed
from services.web import when
from services.web.doing.giving import Failed, answered, fresh_key
from services.web.framing import shown, tabs
from services.web.pages.rounds import due, figures, holding, seen
from services.web.pages.rounds.meeting import meeting
from services.web.pages.rounds.oriented import oriented
from services.web.pages.rounds.planning import also, goes_to_several
from services.web.pages.rounds.summary import spoken_about, summary
from services.web.telling import reference, visits
from services.web.telling.beforehand import brought
from services.web.telling.notices import told_by_mail
from services.web.visit import Visit, here
from services.web.when import When

rounds = Blueprint("rounds", __name__)


@rounds.get("/unit/<slug>/rounds")
def every(slug: str) -> str:
    visit = here()
    visit.must_in(slug, "read.visits")
    looking = when.when(visit)
    with visit.look(looking, slug) as look:
        found = look.rounds(slug)
        owed = due.due(visit, look, slug) if visit.may("work.remind", slug) and not looking.past else []
        meets = meeting(visit, look, slug, looking)
        terms = visit.house.clerk.terms.of
        year = rounding.year(look, slug, terms, looking.day) if visit.may("read.rounds", slug) else None
    return shown(
        "rounds/every.html",
        owed=owed,
        place="Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        name=visit.names.unit(slug),
        tabs=tabs(visit, slug, "Rounds"),
        meeting=meets,
        coming=[_line(visit, one, looking) for one in found if one.row.state in ("scheduled", "held")],
        past=[_line(visit, one, looking) for one in reversed(found) if one.row.state not in ("scheduled", "held")],
        year=figures.shown(year, looking) if year else None,
        again=reference.told(visit, looking, "rounds", slug, figures.pairs(year))
        if year and year.figures.due
        else None,
        briefing=f"/unit/{slug}/briefing{looking.query}" if year else "",
        letter=f"/unit/{slug}/letter{looking.query}",
        schedule=f"/do/rounds/schedule?unit={slug}&next=/unit/{slug}/rounds"
        if visit.may("rounds.schedule", slug) and not looking.past
        else "",
        several=f"/visit?units={slug}" if not looking.past and goes_to_several(visit) else "",
    )


def again(visit: Visit, slug: str, looking: When) -> list[tuple[str, str]]:
    """The figures of a year of rounds."""
    with visit.look(looking, slug) as look:
        return figures.pairs(rounding.year(look, slug, visit.house.clerk.terms.of, looking.day))


@rounds.post("/unit/<slug>/rounds/remind/<stream>")
def remind(slug: str, stream: str) -> Response:
    visit = here()
    visit.must_in(slug, "work.remind")
    return due.remind(visit, slug, stream)


def _line(visit: Visit, stint: Stint[RoundsRow], looking: When) -> dict[str, str]:
    """One visit as a row: day, who came, how it stands."""
    row = stint.row
    ready = f" · {visits.prepared(visit.settings.rounds, row.visit).words}" if row.state == "scheduled" else ""
    return {
        "href": f"/rounds/{stint.stream}{looking.query}",
        "day": visits.day_and_time(row.visit),
        "who": visits.company(row, visit.names, looking) + ready,
        "state": visits.CHIPS.get(row.state, row.state),
        "words": visits.standing(row, looking),
    }


@rounds.get("/rounds/<stream>")
def one(stream: str) -> Response | str:
    return page(here(), stream, None)


@rounds.post("/rounds/<stream>/<part>")
def act(stream: str, part: str) -> Response | str:
    visit = here()
    with visit.look(when.when(visit)) as look:
        stint = look.visit(stream) or abort(404)
    visit.must("read.visits" if part == "ready" else "read.rounds", stint.row.unit, stream)
    outcome = holding.done(visit, stream, stint.row, part, request.form)
    return page(visit, stream, outcome) if isinstance(outcome, Failed) else outcome


def page(visit: Visit, stream: str, failed: Failed | None) -> Response | str:
    """One visit as it stands: to prepare and hold, or what came of it."""
    looking = when.when(visit)
    with visit.look(looking, visit.unit_of(stream)) as look:
        stint = look.visit(stream) or abort(404)
        row = stint.row
        if not visit.may("read.rounds", row.unit, stream):
            return _calendar(visit, stint, looking)
        board = look.board(row.unit) if row.state in ("scheduled", "held") else None
        before = [one for one in look.rounds(row.unit, ("held", "summarised")) if one.stream != stream]
        heard = look.heard_on(stream)
        spoken_of = look.about(spoken_about(row))
        others = also(visit, look, row, stream) if row.state == "scheduled" else []
    if board is None or looking.past or not visit.may("rounds.hold", row.unit, stream):
        told = None if looking.past else oriented(visit, stream, row)
        return shown("rounds/summary.html", oriented=told, **summary(visit, stint, heard, spoken_of, looking))
    open_issues = seen.sheet(visit, board, stint, before, looking)
    shown_page = shown(
        "rounds/hold.html",
        place="Unit",
        notices=(*looking.notices, *(failed.notices if failed else ())),
        stream=stream,
        name=visit.names.unit(row.unit),
        slug=row.unit,
        row=row,
        day=visits.day_and_time(row.visit),
        partner=visit.names.of(row.visit.partner) if row.visit.partner else "",
        guide=visit.names.of(row.visit.guide) if row.visit.guide else "",
        told=told_by_mail(visit, [stream], looking),
        prepared=visits.prepared(visit.settings.rounds, row.visit),
        oriented=oriented(visit, stream, row),
        since=seen.since(visit, board, before, looking),
        others=others,
        words=visit.settings.rounds,
        brought=brought(visit, stream, heard),
        sheet=open_issues,
        agreed=[one for stream in agreed(row) for one in open_issues.all if one.stream == stream],
        people=seen.people(visit, row),
        owner=owner(visit),
        typed=request.form,
        wrong=failed.wrong if failed else {},
        key=fresh_key,
        kept=request.form.get("command", ""),
    )
    return answered(shown_page, failed)


def owner(visit: Visit) -> str:
    """Whose phone it is, in a word that means nothing elsewhere: what one person typed is never sent as another's."""
    return hmac.digest(visit.house.vault.secret("rounds phones"), visit.person.encode(), sha256).hex()[:16]


def _calendar(visit: Visit, stint: Stint[RoundsRow], looking: When) -> str:
    """When, where and with whom, for those who plan rounds and read no word of them."""
    row, stream = stint.row, stint.stream
    visit.must("read.visits", row.unit)
    return shown(
        "rounds/calendar.html",
        place="Unit",
        notices=looking.notices,
        line=_line(visit, stint, looking),
        name=visit.names.unit(row.unit),
        stream=stream,
        prepared=visits.prepared(visit.settings.rounds, row.visit),
        may_tick=row.state == "scheduled" and visit.may("rounds.prepare", row.unit),
        may_brief=row.state == "scheduled" and visit.may("rounds.pre_brief", row.unit),
        key=fresh_key,
        kept="",
        move=f"/do/rounds/reschedule?to={stream}"
        if row.state == "scheduled" and visit.may("rounds.reschedule", row.unit)
        else "",
    )
