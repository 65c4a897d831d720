"""`/unit/<slug>/team`: the executive partner and a year of meetings, the safety team, who leads, everybody with a role.
`/partnership/<id>` leads there."""

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from projections.units import UnitRow
from services.reader import partners
from services.web import when
from services.web.framing import shown, tabs
from services.web.pages.team.left_behind import left_behind
from services.web.pages.team.left_out import left_out
from services.web.pages.team.partner import partner
from services.web.pages.team.roster import roster
from services.web.telling import held_rows
from services.web.telling.practices import Place, in_short, taken
from services.web.telling.role_rows import role_rows
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.ids import is_id
from workflows.kernel.moments import utc_day

team = Blueprint("team", __name__)


@team.get("/unit/<slug>/team")
def show(slug: str) -> str:
    visit = here()
    visit.must_in(slug, "read.board")
    looking = when.when(visit)
    least = visit.house.clerk.terms.now()[1].pause_days
    with visit.look(looking, slug) as look:
        row = next((stint.row for stint in look.units() if stint.row.slug == slug), None)
        year = partners.years(look, [slug], looking.day, least)[slug]
        partnership = partner(visit, look, row, year, looking) if row else None
        behind = left_behind(visit, look, slug) if not looking.past else []
        without = left_out(visit, look, slug) if not looking.past else []
        safety_team = roster(visit, look, row, looking) if row else None
    practices = taken(
        row.practices if row else (),
        Place(
            day=looking.day,
            opened=utc_day(row.recorded) if row else None,
            unit=f"unit-{slug}" if visit.may("unit.adopt_practice", slug) and not looking.past else "",
            back=f"/unit/{slug}/team",
        ),
    )
    return shown(
        "team/team.html",
        place="Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        name=row.name if row else visit.names.unit(slug),
        tabs=tabs(visit, slug, "Team and plan"),
        open=row is None or row.is_open,
        partner=partnership,
        left_behind=behind,
        left_out=without,
        roster=safety_team,
        people=role_rows(visit, row.roles if row else ()),
        deputies=_deputies(visit, row, looking),
        practices=practices,
        in_short=in_short(practices),
        held=held_rows.link(visit, slug),
        log="/import" if visit.may("work.import", slug) and not visit.may("work.import") else "",
        charter=f"/unit/{slug}/charter{looking.query}",
        poster=f"/unit/{slug}/poster",
        machines=f"/unit/{slug}/keys" if visit.may("work.issue_keys", slug) else None,
        appoint=_do(visit, "appoint", slug, looking),
        deputise=_do(visit, "deputise", slug, looking),
        dismiss=_do(visit, "dismiss", slug, looking) if row and (row.roles or row.deputies) else "",
    )


@team.get("/partnership/<stream>")
def find(stream: str) -> Response:
    """Whose partnership it is stands in its facts, and not in its id."""
    visit = here()
    unit = visit.unit_of(stream) if is_id(stream, "partnership") else None
    if unit is None or not visit.may("read.board", unit):
        abort(404)
    return redirect(f"/unit/{unit}/team", 303)


def _deputies(visit: Visit, row: UnitRow | None, looking: When) -> list[tuple[str, str, str, str]]:
    deputies = [one for one in row.deputies if one.until >= looking.day] if row else []
    return [
        (
            visit.names.role(one.role),
            visit.names.of(one.person),
            time_words.short(one.since, visit.today),
            time_words.short(one.until, visit.today),
        )
        for one in deputies
    ]


def _do(visit: Visit, verb: str, slug: str, looking: When) -> str:
    """The address of something done to the roles here; "" where the reader may not, or looks at a past day."""
    may = visit.may(f"unit.{verb}", slug) and not looking.past
    return f"/do/unit/{verb}?to=unit-{slug}&next=/unit/{slug}/team" if may else ""
