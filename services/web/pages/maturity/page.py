"""`/maturity`: how far leaders say we have come, in the hospital or (`?unit=`) a unit; `/assessment/<id>`: one of them."""

from flask import Blueprint, abort, request
from msgspec import Struct

from projections.lives import Stint
from projections.self_assessments import AssessmentRow
from services import clock, ratings
from services.web import when
from services.web.doing.actions import Action
from services.web.framing import hospital_tabs, shown, tabs
from services.web.layout import Line, Tab
from services.web.pages.maturity import gathering, telling
from services.web.pages.maturity.telling import CHIPS, Telling
from services.web.paths import page_of
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words

maturity = Blueprint("maturity", __name__)

OFFERS = (
    ("opened", "publish", "Show it to everybody here", True),
    ("sealed", "extend", "Give more time", False),
    ("sealed", "reveal", "Open what is in", False),
    ("sealed", "hand_on", "Hand a place on", False),
    ("sealed", "withdraw", "Take it back", False),
    ("opened", "hand_on", "Somebody else leads the meeting", False),
    ("opened", "withdraw", "Take it back", False),
)
"""In which state, a verb, its label, whether it is of first rank."""


class Room(Struct, frozen=True, kw_only=True):
    """The hospital, or a unit (`slug`)."""

    slug: str | None
    place: str
    title: str
    tabs: tuple[Tab, ...]
    query: str


@maturity.get("/maturity")
def show() -> str:
    visit = here()
    room, looking = _room(visit), when.when(visit)
    every = gathering.everything(visit, room.slug, looking)
    current = gathering.current(visit, every, room.slug, looking)
    asks = visit.may("assessment.open", room.slug) and not looking.past
    unit = f"unit={room.slug}&" if room.slug else ""
    return shown(
        "maturity/every.html",
        place=room.place,
        notices=looking.notices,
        moment=when.control(visit, looking, (("unit", room.slug),) if room.slug else ()),
        room=room,
        ask=f"/do/assessment/open?{unit}next=/maturity{room.query}" if asks else "",
        picture=current.picture if current else "",
        since=current.since if current else "",
        whole=current.whole if current else "",
        parts_told=current.parts if current else [],
        lines=[_line(visit, one, looking, room.slug) for one in every],
    )


@maturity.get("/assessment/<stream>")
def one(stream: str) -> str:
    visit = here()
    if not stream.startswith("assessment-") or not visit.sees(stream):
        abort(404)
    looking = when.when(visit)
    with visit.look(looking) as look:
        found = look.self_assessment(stream) or abort(404)
        rows = look.self_assessments([found.row.unit])
    row = found.row
    is_open = row.state in ("opened", "published")
    words = visit.open(telling.refs(row))
    told = Telling(
        visit=visit,
        looking=looking,
        words=words,
        said=ratings.opened(visit.house, stream) if is_open else {},
        before=telling.before(rows, found),
        beside=gathering.beside(visit, found, looking) if is_open else {},
    )
    state, chip = CHIPS[row.state]
    return shown(
        "maturity/one.html",
        place="Unit" if row.unit in visit.units else "Hospital" if visit.may("read.hospital") else "My desk",
        notices=looking.notices,
        moment=when.control(visit, looking),
        name=visit.names.unit(row.setting.unit),
        stream=stream,
        state=state,
        chip=chip,
        facts=telling.facts(visit, row.setting, looking),
        why=words.of(row.why),
        picture=telling.picture(row, "profile") if is_open else "",
        parts_told=told.parts(row) if is_open else [],
        rate=_rates(visit, found) and not looking.past,
        agrees=row.state == "opened" and not looking.past and visit.may("assessment.agree", row.setting.unit, stream),
        dissents=row.state == "opened" and not looking.past and visit.person in row.setting.raters,
        actions=() if looking.past else _actions(visit, found),
        back=f"/maturity{f'?unit={row.unit}' if row.unit else ''}",
    )


def _room(visit: Visit) -> Room:
    slug = request.args.get("unit") or None
    if slug is None:
        visit.must("read.hospital")
        views = hospital_tabs(visit, "Maturity")
        return Room(slug=None, place="Hospital", title=visit.house.plate.name, tabs=views, query="")
    visit.must_in(slug, "read.board")
    name, views = visit.names.unit(slug), tabs(visit, slug, "Results")
    return Room(slug=slug, place="Unit", title=name, tabs=views, query=f"?unit={slug}")


def _line(visit: Visit, one: Stint[AssessmentRow], looking: When, slug: str | None) -> Line:
    setting = one.row.setting
    of = "" if setting.unit == slug else f" in {visit.names.unit(setting.unit)}"
    state, chip = CHIPS[one.row.state]
    return Line(
        href=page_of(one.stream) + looking.query,
        title=f"Asked{of} {time_words.short(clock.day_of(setting.opened, visit.house.plate.zone), looking.day)}",
        where=f"{len(setting.handed)} of {len(setting.raters)} handed in",
        state=state,
        words=chip,
        due=time_words.due(setting.closes, looking.day) if one.row.state == "sealed" else "",
        late=one.row.state == "sealed" and setting.closes < looking.day,
    )


def _rates(visit: Visit, one: Stint[AssessmentRow]) -> bool:
    return one.row.state == "sealed" and visit.person in one.row.setting.missing


def _actions(visit: Visit, one: Stint[AssessmentRow]) -> tuple[Action, ...]:
    return tuple(
        Action(label, f"/do/assessment/{verb}?to={one.stream}", first)
        for state, verb, label, first in OFFERS
        if one.row.state == state and visit.may(f"assessment.{verb}", one.row.setting.unit, one.stream)
    )
