"""`/figures`: of the hospital, or of one unit (`?unit=`); `/figures/<key>`: what one counts, its curve, what is behind it."""

from collections.abc import Callable

from flask import Blueprint, abort, request
from markupsafe import Markup
from msgspec import Struct

from projections.figures import AIMS, Figures
from projections.survival import Survival
from services.printing.reference import Kind
from services.reader.duties import Duties
from services.reader.figures import months_up_to, silence
from services.reader.views import Look
from services.web import when
from services.web.framing import hospital_tabs, shown, tabs
from services.web.layout import Tab
from services.web.pages.figures import asked, gathering, telling, things
from services.web.pages.figures.gathering import YEAR
from services.web.pages.figures.things import MANY, Counting, Thing
from services.web.pictures import curve
from services.web.telling import ends, reference, succession
from services.web.telling.lots import heard
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.months import Month, first_day

figure_pages = Blueprint("figures", __name__)

QUARTER = 3


class Room(Struct, frozen=True, kw_only=True):
    """Whose figures, over which months."""

    slug: str | None
    months: tuple[Month, ...]
    title: str
    tabs: tuple[Tab, ...]


@figure_pages.get("/figures")
def every() -> str:
    visit = here()
    looking = when.when(visit)
    room = _room(visit, looking)
    with visit.look(looking, room.slug) as look:
        found, carried = gathering.both(visit, look, room.slug, room.months, looking)
        changed = succession.told(visit, look, room.slug, looking) if room.slug else ()
        quiet = None if room.slug else silence(look, _open(visit), room.months)
    values = gathering.values(found, carried)
    told = {one.key: one for one in telling.told(visit.settings.figures, values, _query(room.slug, room))}
    kind: Kind = "figures" if len(room.months) == YEAR else "quarter-figures"
    said = visit.settings.figures
    in_duties = {key for one in said.duties for key in one.figures}
    executive = carried.executive if carried else None
    return shown(
        "figures/every.html",
        place="Unit" if room.slug else "Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking, _kept(room)),
        again=reference.told(visit, looking, kind, room.slug, telling.pairs(values)),
        room=room,
        spans=_spans(room),
        monthly=_monthly(room, looking),
        changed=changed,
        counts=heard(found.heard),
        lines=[one for one in told.values() if not carried or one.key not in in_duties],
        duties=[(one.title, [told[key] for key in one.figures]) for one in said.duties] if carried else (),
        executive=visit.names.of(executive) if executive else "",
        ends=ends.links(heard(found.heard), _query(room.slug, room)),
        asks=asked.table(found.asks, _query(room.slug, room)),
        kinds=telling.by_kind(found),
        quiet=telling.quiet(visit, quiet) if quiet else (),
    )


@figure_pages.get("/figures/<key>")
def behind(key: str) -> str:
    visit = here()
    meaning = visit.settings.figures.figures.get(key) or abort(404)
    looking = when.when(visit)
    room = _room(visit, looking)
    with visit.look(looking, room.slug) as look:
        found, carried = gathering.both(visit, look, room.slug, room.months, looking)
        count = gathering.wholes(found, carried).get(key, 0)
        listed = (
            things.behind(key, _counting(visit, look, room, looking, carried)) if room.slug or count <= MANY else []
        )
        named = things.named(visit, look, listed)
    values = gathering.values(found, carried)
    wait = next((found.waits[aim] for aim in AIMS if aim == key and found.waits[aim].whole), None)
    return shown(
        "figures/behind.html",
        place="Unit" if room.slug else "Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking, _kept(room)),
        room=room,
        meaning=meaning,
        value=values.get(key) or abort(404),
        picture=_curve(wait, meaning.title) if wait else "",
        table=telling.table(wait) if wait else (),
        trend=_trend(found) if key == "solution" else (),
        things=named,
        part=sum(one.counts for one in listed),
        count=len(listed),
        more=len(listed) - len(named),
        too_many=count if not listed and count > MANY else 0,
        units=[
            (visit.names.unit(slug), f"/figures/{key}{_query(slug, room)}")
            for slug in gathering.places(visit, room.slug)
            if slug
        ],
    )


@figure_pages.get("/figures/ended/<end>")
def standing(end: str) -> str:
    """The voices behind one part of the bar."""
    visit = here()
    shelves = ends.SHELVES.get(end) or abort(404)
    return _listed(visit, ends.TITLES[end], lambda look, units: things.standing(look, units, shelves))


@figure_pages.get("/figures/asks/<how>")
def asks(how: str) -> str:
    """What was asked for, by what came of it."""
    visit = here()
    title = asked.TITLES.get(how) or abort(404)
    return _listed(visit, title, lambda look, units: asked.things(asked.asks(look, units), how))


def _listed(visit: Visit, title: str, find: Callable[[Look, tuple[str, ...]], list[Thing]]) -> str:
    looking = when.when(visit)
    room = _room(visit, looking)
    with visit.look(looking, room.slug) as look:
        listed = find(look, _readable(visit, room))
        named = things.named(visit, look, listed)
    return shown(
        "figures/ended.html",
        place="Unit" if room.slug else "Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking, _kept(room)),
        room=room,
        title=title,
        things=named,
        count=len(listed),
        more=len(listed) - len(named),
        back=f"/figures{_query(room.slug, room)}",
    )


def _counting(visit: Visit, look: Look, room: Room, looking: When, carried: Duties | None) -> Counting:
    units = _readable(visit, room)
    return Counting(visit=visit, look=look, units=units, months=room.months, day=looking.day, carried=carried)


def _readable(visit: Visit, room: Room) -> tuple[str, ...]:
    """The units whose things the reader may read one by one."""
    return tuple(slug for slug in gathering.places(visit, room.slug) if visit.may("read.board", slug or None))


def _open(visit: Visit) -> tuple[str, ...]:
    """The units from which somebody can be heard."""
    return tuple(slug for slug, state in visit.names.units.items() if state.is_open)


def _room(visit: Visit, looking: When) -> Room:
    """404 where there is nothing for this reader."""
    slug = request.args.get("unit") or None
    count = QUARTER if request.args.get("months") == str(QUARTER) else YEAR
    months = months_up_to(looking.day, count)
    if slug:
        visit.must_in(slug, "read.board")
        own = tabs(visit, slug, "Figures")
        return Room(slug=slug, months=months, title=visit.names.unit(slug), tabs=own)
    visit.must("read.figures")
    return Room(slug=None, months=months, title=visit.house.plate.name, tabs=hospital_tabs(visit, "Figures"))


def _curve(wait: Survival, title: str) -> Markup:
    points = [(step.day, step.share) for step in wait.steps]
    return curve(points, wait.longest, key="waits", title=title, said=f"{telling.waits_said(wait)}.")


def _trend(found: Figures) -> list[tuple[str, str, str]]:
    """Month by month: a share that grows is what is hoped for."""
    return [
        (time_words.month(first_day(month)), telling.percent(share), f"{share.part} of {share.whole}")
        for month, share in found.solutions.items()
        if share.whole
    ]


def _monthly(room: Room, looking: When) -> str:
    return (f"/unit/{room.slug}/month" if room.slug else "/month") + looking.query


def _spans(room: Room) -> tuple[Tab, ...]:
    """A year or a quarter back."""
    now = len(room.months)
    return tuple(
        Tab(f"{count} months", f"/figures{_query(room.slug, room, count)}", count == now) for count in (YEAR, QUARTER)
    )


def _query(slug: str | None, room: Room, count: int | None = None) -> str:
    pairs = (("unit", slug or ""), ("months", "3" if (count or len(room.months)) == QUARTER else ""))
    asked = "&".join(f"{name}={value}" for name, value in pairs if value)
    return f"?{asked}" if asked else ""


def _kept(room: Room) -> tuple[tuple[str, str], ...]:
    """What the choice of another day must not lose."""
    pairs = (("unit", room.slug or ""), ("months", str(QUARTER) if len(room.months) == QUARTER else ""))
    return tuple((name, value) for name, value in pairs if value)
