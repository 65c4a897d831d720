"""`/unit/<slug>`: the board, now or as of a past day."""

from datetime import date

from flask import Blueprint, request

from projections.answers import still_owed
from services import clock
from services.clerk import meanwhile
from services.reader.answers import Board
from services.reader.views import Look
from services.web import when
from services.web.framing import shown, tabs, waiting
from services.web.layout import spoken
from services.web.layout.frame import Notice
from services.web.telling import ends, lots, messages, succession, visits
from services.web.telling.lots import Showing
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words

board = Blueprint("board", __name__)

MOVED_ON = Notice("Some of what was here then has moved to where you may not look, and is left out.")
FILTERS = (("", "All"), ("mine", "Mine"), ("overdue", "Overdue"))


@board.get("/unit/<slug>")
def show(slug: str) -> str:
    visit = here()
    visit.must_in(slug, "read.board")
    looking = when.when(visit)
    with visit.look(looking, slug) as look:
        recorded = known = look.board(slug)
        if look.is_now:
            known = meanwhile.on_board(recorded, slug, visit.house.rights.waiting(visit.actor))
        found = known.within(visit.sees)
        units = _units_of(look, found)
        changed = succession.told(visit, look, slug, looking)
        unread = messages.unread(visit, look, [slug], looking)
    chosen = request.args.get("show", "")
    every = lots.lots(found, _showing(visit, looking, slug, found, units))
    return shown(
        "board/board.html",
        place="Unit",
        notices=(*looking.notices, *(() if found == known else (MOVED_ON,))),
        moment=when.control(visit, looking, (("show", chosen),) if chosen else ()),
        name=visit.names.unit(slug),
        slug=slug,
        tabs=tabs(visit, slug, "Board"),
        lots=lots.narrowed(every, chosen),
        counts=lots.heard(found.counts),
        ends=ends.links(lots.heard(recorded.counts), f"?unit={slug}{looking.query.replace('?', '&')}"),
        just_said=still_owed(known.counts) - still_owed(recorded.counts),
        for_you=waiting(visit)[0] if slug in visit.units and not looking.past else 0,
        messages=messages.told(visit, unread, visit.open(messages.refs(unread)), looking),
        lede=_lede(visit, found, looking),
        changed=changed,
        nothing=_nothing(visit, slug, found, looking),
        may_raise=visit.may("concern.raise", slug) and not looking.past,
        may_fix=visit.may("concern.fix", slug) and not looking.past,
        filters=[(label, _filtered(slug, value, looking), value == chosen) for value, label in FILTERS],
        chosen=chosen,
        sheet="" if looking.past else f"/unit/{slug}/log.csv",
    )


def _showing(visit: Visit, looking: When, slug: str, found: Board, units: dict[str, str]) -> Showing:
    return Showing(
        looking=looking,
        names=visit.names,
        words=visit.open(lots.refs(found)),
        ours=lambda holder: visit.holds(holder, slug),
        unit=slug,
        unit_of=units,
    )


def _units_of(look: Look, found: Board) -> dict[str, str]:
    """Where the issues stand that wait for the same barriers as ours."""
    waiting = {one for line in found.open for barrier in line.barriers for one in barrier.row.obstacle.issues}
    ours = {line.issue.stream for line in found.open}
    return {stream: stint.row.unit for stream, stint in look.about(waiting - ours).items()}  # type: ignore[attr-defined] # rows of issues have a unit


def _lede(visit: Visit, found: Board, looking: When) -> tuple[str, str, str]:
    """What was said and done so far, the next rounds, and where they are prepared."""
    told = found.counts["heard"]
    done = f"You said, we did: {time_words.number_of(told, 'person', 'people')} heard so far." if told else ""
    coming = next((stint for stint in found.rounds if stint.row.state == "scheduled"), None)
    if coming is None:
        return done, "", ""
    planned = coming.row.visit
    late = ", which has passed" if planned.day < looking.day else ""
    with_whom = f", with {visit.names.of(planned.partner)}" if planned.partner else ""
    ready = visits.prepared(visit.settings.rounds, planned).words
    said = f"Next rounds {visits.day_and_time(planned)}{late}{with_whom}: {ready}"
    leads = visit.may("read.visits", planned.unit)
    return done, said, f"/rounds/{coming.stream}{looking.query}" if leads else ""


def _nothing(visit: Visit, slug: str, found: Board, looking: When) -> str:
    """Why a past page is empty."""
    if found.nothing_before is not None:
        began = clock.day_of(found.nothing_before, visit.house.plate.zone)
        return (
            f"Nothing was recorded about {visit.names.unit(slug)} in Heard by then; the record begins on {_long(began)}. "
            "What was entered later about earlier days is shown under “What was true then”."
        )
    return "" if found.unit or not looking.past else f"{visit.names.unit(slug)} was not open on that day."


def _long(day: str) -> str:
    return spoken(date.fromisoformat(day))


def _filtered(slug: str, value: str, looking: When) -> str:
    query = "&".join(part for part in (f"show={value}" if value else "", looking.query.removeprefix("?")) if part)
    return f"/unit/{slug}" + (f"?{query}" if query else "")
