"""`/unit/<slug>/team`: the people of a unit by role, and what one who was its partner still answers for."""

from flask import Blueprint, abort

from services.reader.views import Look
from services.web import when
from services.web.framing import shown, tabs
from services.web.telling import held_rows
from services.web.telling.desks import headline
from services.web.telling.practices import Place, taken
from services.web.visit import Visit, here
from services.wording import time_words
from workflows.kernel.moments import utc_day

team = Blueprint("team", __name__)


@team.get("/unit/<slug>/team")
def show(slug: str) -> str:
    visit = here()
    if slug not in visit.names.units:
        abort(404)
    visit.must("read.board", slug)
    looking = when.when(visit)
    with visit.look(looking) as look:
        row = next((stint.row for stint in look.units() if stint.row.slug == slug), None)
        left_behind = _left_behind(visit, look, slug) if not looking.past else []
    roles = sorted(row.roles, key=lambda held: (visit.names.role(held.role), held.since)) if row else []
    deputies = [one for one in row.deputies if one.until >= looking.day] if row else []
    may_dismiss = visit.may("unit.dismiss", slug) and not looking.past
    return shown(
        "team/team.html",
        machines=f"/unit/{slug}/keys" if visit.may("work.issue_keys", slug) else None,
        place="Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        name=row.name if row else visit.names.unit(slug),
        tabs=tabs(visit, slug, "Team"),
        people=[
            (visit.names.role(held.role), visit.names.of(held.person), time_words.short(held.since, visit.today))
            for held in roles
        ],
        deputies=[
            (
                visit.names.role(one.role),
                visit.names.of(one.person),
                time_words.short(one.since, visit.today),
                time_words.short(one.until, visit.today),
            )
            for one in deputies
        ],
        left_behind=left_behind,
        practices=taken(
            row.practices if row else (),
            Place(
                day=looking.day,
                opened=utc_day(row.recorded) if row else None,
                unit=f"unit-{slug}" if visit.may("unit.adopt_practice", slug) and not looking.past else "",
                back=f"/unit/{slug}/team",
            ),
        ),
        held=held_rows.link(visit, slug),
        log="/import" if visit.may("work.import", slug) and not visit.may("work.import") else "",
        poster=f"/unit/{slug}/poster",
        open=row is None or row.is_open,
        appoint=f"/do/unit/appoint?to=unit-{slug}&next=/unit/{slug}/team"
        if visit.may("unit.appoint", slug) and not looking.past
        else "",
        deputise=f"/do/unit/deputise?to=unit-{slug}&next=/unit/{slug}/team"
        if visit.may("unit.deputise", slug) and not looking.past
        else "",
        dismiss=f"/do/unit/dismiss?to=unit-{slug}&next=/unit/{slug}/team"
        if may_dismiss and (roles or deputies)
        else "",
    )


def _left_behind(visit: Visit, look: Look, slug: str) -> list[tuple[str, str, str]]:
    """Open barriers of the unit for which somebody else answers than its partner of today: what, who, where that is changed."""
    partner = visit.names.units[slug].partner
    if partner is None or not visit.may("barrier.entrust", slug):
        return []
    found = [one for one in look.barriers(unit=slug) if one.row.obstacle.answerable not in (None, partner)]
    words = visit.open(one.row.title for one in found)
    return [
        (
            headline(words.of(one.row.title)),
            visit.names.of(one.row.obstacle.answerable),
            f"/do/barrier/entrust?to={one.stream}&answerable={partner}&next=/unit/{slug}/team",
        )
        for one in found
    ]
