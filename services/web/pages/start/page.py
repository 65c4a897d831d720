"""`/start`: from a name to a working board. Open to the machine Heard runs on while nobody has a sign-in yet; afterwards it
adds people and units for whoever may set up. The same file twice adds nothing."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Blueprint, Request, abort, g, make_response, redirect, request
from werkzeug.wrappers import Response

from services.house import House
from services.starting.founding import carry_out
from services.starting.plan import Fault, NotSo, Plan, UnitPlan, unit_plan
from services.starting.roster import decoded
from services.web.framing import shown, shown_outside
from services.web.layout import Notice
from services.web.owned import the_house
from services.web.signing_in import session
from services.web.visit import Visit

start = Blueprint("start", __name__)

FORWARDED = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip")
NEAR = ("localhost", "127.0.0.1", "::1")
DIRECTOR = "quality director"


def is_empty(house: House) -> bool:
    """Whether nobody can sign in yet."""
    return not house.people.logins()


@start.get("/start")
def ask() -> Response | str:
    house = _entered()
    return _form(house, ())


@start.post("/start")
def found() -> Response | str:
    house = _entered()
    try:
        opened = carry_out(house, _plan(house))
    except NotSo as error:
        return make_response(_form(house, error.faults), 422)
    return _page(house, "start/started.html", opened=opened, first=not hasattr(g, "visit"))


def _entered() -> House:
    """The hospital, for those who may start it."""
    house = the_house()
    if is_empty(house):
        if not _is_here(request):
            abort(404)
        return house
    person = session.signed_in(house)
    if person is None:
        abort(redirect("/sign-in?next=/start", 303))
    g.visit = Visit(house, person)
    g.visit.must("work.set_up")
    return house


def _is_here(asked: Request) -> bool:
    """Whether somebody sits at the machine itself: what comes through a proxy comes from there too, but says so, or calls
    the machine by a name of its own."""
    near = asked.remote_addr is not None and ip_address(asked.remote_addr).is_loopback
    through = any(header in asked.headers for header in FORWARDED)
    return near and not through and urlsplit(f"//{asked.host}").hostname in NEAR


def _plan(house: House) -> Plan:
    """What the form says. NotSo for lines that cannot be read."""
    typed, plate = request.form, house.plate
    file = request.files.get("people")
    people = decoded(file.read()) if file and file.filename else _me()
    return Plan(
        slug=plate.slug,
        name=plate.name,
        zone=plate.zone,
        units=_units(typed.get("units", "")),
        people=people,
        partners=_partners(typed.get("partners", "")),
    )


def _me() -> str | None:
    """A file of one person, where somebody gives only their own name."""
    name = request.form.get("me", "").strip().replace('"', "")
    return f'name,role,unit\n"{name}",{DIRECTOR},\n' if name else None


def _units(lines: str) -> tuple[UnitPlan, ...]:
    return tuple(unit_plan(line.strip()) for line in lines.splitlines() if line.strip())


def _partners(lines: str) -> tuple[tuple[str, str], ...]:
    pairs = [line.partition("=") for line in lines.splitlines() if line.strip()]
    if wrong := next((place for place, equals, name in pairs if not equals or not name.strip()), None):
        raise NotSo(Fault(0, "partner", f"“{wrong.strip()}” names no partner; write it as 4 West = Dana Cole."))
    return tuple((place.strip(), name.strip()) for place, _, name in pairs)


def _form(house: House, faults: tuple[Fault, ...]) -> str:
    wrong = tuple(Notice(str(fault), "refused") for fault in faults[:20])
    return _page(
        house, "start/start.html", wrong=wrong, empty=is_empty(house), typed=request.form, zone=house.plate.zone
    )


def _page(house: House, template: str, **context: object) -> str:
    if hasattr(g, "visit"):
        return shown(template, place="Set-up", **context)  # type: ignore[arg-type] # what the template wants
    return shown_outside(house, template, **context)
