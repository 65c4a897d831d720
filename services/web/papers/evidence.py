"""`/evidence`: what an outsider can check without trusting anybody here, of the hospital, a unit (`?unit=`), an issue
(`?issue=`), or a voice, a barrier, a promise (`?record=`), as the same file that the terminal writes. That it is taken is on
record before it is made."""

from flask import Blueprint, abort, make_response, redirect, request, send_file
from msgspec import Struct
from werkzeug.wrappers import Response

from services.evidence.scope import RECORDS, Scope, span
from services.reader.position import NotAMoment
from services.web.framing import hospital_tabs, shown, tell
from services.web.layout import Tab
from services.web.pages.evidence.taking import TAKINGS, Taking
from services.web.pages.trace.telling import traced
from services.web.papers.making import handed_on
from services.web.papers.packet import packet_files
from services.web.visit import Visit, here
from services.web.when import When
from workflows.issue.state import Standing
from workflows.kernel.ids import is_id, noun_of

evidence = Blueprint("evidence_paper", __name__)

CALLED = {"concern": "One voice", "barrier": "One barrier", "promise": "One promise"}
WAIT = "One is still being made for you. Wait until it is there, or look how far it is."


class About(Struct, frozen=True, kw_only=True):
    """What it is asked about: `field` and `name` are what the form carries along."""

    title: str
    place: str
    tabs: tuple[Tab, ...]
    kind: str
    name: str


@evidence.get("/evidence")
def ask() -> str:
    visit = here()
    about = _about(visit)
    mine = TAKINGS.here().of(visit.person)
    return _asked(visit, about, f"/evidence/{mine.id}" if mine and mine.stage != "failed" else "", "")


@evidence.post("/evidence")
def begin() -> Response:
    visit = here()
    about = _about(visit)
    first, last = (request.values.get(name, "").strip() or None for name in ("from", "to"))
    try:
        time = None if about.kind in ("issue", "record") else span(visit.house, first, last)
    except NotAMoment as error:
        return make_response(_asked(visit, about, "", str(error)), 422)
    scope = Scope(about.kind, about.name, time)  # type: ignore[arg-type] # one of four, by `_about`
    reader = handed_on(visit)

    def beside() -> tuple[tuple[str, bytes], ...]:
        return packet_files(reader, about.name) if about.kind in ("issue", "record") else ()

    taking = TAKINGS.here().begin(visit.person, scope, about.title, reader.actor, beside)
    if taking is None:
        tell(WAIT)
    return redirect(f"/evidence/{taking.id}" if taking else f"/evidence{_query(about)}", 303)


@evidence.get("/evidence/<taking>")
def look(taking: str) -> Response:
    """How far it is; then what is in it, and the file."""
    visit = here()
    found = _mine(visit, taking)
    response = make_response(
        shown(
            "evidence/taken.html",
            place="Hospital" if found.scope.kind == "hospital" else "Unit",
            taking=found,
            key=visit.house.proof.verifier,
        )
    )
    if found.stage == "making":
        response.headers["Refresh"] = "1"
    return response


@evidence.get("/evidence/<taking>/file")
def take(taking: str) -> Response:
    visit = here()
    found = _mine(visit, taking)
    if found.stage != "made":
        return redirect(f"/evidence/{taking}", 303)
    name = f"evidence-{found.scope.kind}-{visit.today}.zip"
    return send_file(found.file.open("rb"), "application/zip", True, name)


def _mine(visit: Visit, taking: str) -> Taking:
    """404 for anybody else, and for whoever may not read it any longer."""
    found = TAKINGS.here().of(visit.person, lambda one: one.id == taking) or abort(404)
    match found.scope.kind:
        case "issue" | "record":
            visit.must_read(found.scope.name)
        case "unit":
            visit.must_in(found.scope.name, "read.board")
        case _:
            visit.must("read.hospital")
    return found


def _about(visit: Visit) -> About:
    """404 where it is nothing that this reader reads."""
    unit, issue, record = (request.values.get(name, "") for name in ("unit", "issue", "record"))
    if issue:
        state = visit.house.clerk.memory.get(issue).state if is_id(issue, "issue") else None
        if not isinstance(state, Standing):
            abort(404)
        visit.must_read(issue)
        found = traced(visit, issue, When("now", visit.today, visit.now))
        return About(title=f"#{found.number} {found.title}", place="Unit", tabs=(), kind="issue", name=issue)
    if record:
        if not is_id(record, noun_of(record)) or noun_of(record) not in RECORDS or not visit.sees(record):
            abort(404)
        visit.must_read(record)
        return About(title=CALLED[noun_of(record)], place="Unit", tabs=(), kind="record", name=record)
    if unit:
        visit.must_in(unit, "read.board")
        return About(title=visit.names.unit(unit), place="Unit", tabs=(), kind="unit", name=unit)
    visit.must("read.hospital")
    views = hospital_tabs(visit, "Take evidence home")
    plate = visit.house.plate
    return About(title=plate.name, place="Hospital", tabs=views, kind="hospital", name=plate.slug)


def _query(about: About) -> str:
    return "" if about.kind == "hospital" else f"?{about.kind}={about.name}"


def _asked(visit: Visit, about: About, mine: str, error: str) -> str:
    readable = [slug for slug in visit.names.units if visit.may("read.board", slug)]
    units = (
        [(visit.names.unit(slug), f"/evidence?unit={slug}") for slug in readable] if about.kind == "hospital" else []
    )
    typed = {name: request.values.get(name, "") for name in ("from", "to")}
    return shown("evidence/ask.html", place=about.place, about=about, mine=mine, error=error, units=units, typed=typed)
