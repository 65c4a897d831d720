"""Sign in with a login and a password, and out again."""

from flask import Blueprint, make_response, redirect, request
from msgspec import Struct
from werkzeug.wrappers import Response

from services.house import House
from services.people.terms import Device
from services.web.framing import shown_outside
from services.web.owned import the_house
from services.web.paths import local
from services.web.signing_in import session
from services.web.signing_in import way_in as signing_in
from services.web.signing_in.provider import PROVIDER
from services.web.signing_in.way_in import Shut
from services.wording.names import Names

sign_in = Blueprint("sign_in", __name__)


class Stand(Struct, frozen=True):
    """Somebody of the sample one may be: the roles, a name and the login."""

    role: str
    name: str
    login: str


@sign_in.get("/sign-in")
def ask() -> Response:
    house = the_house()
    if not house.people.logins():
        return redirect("/start", 303)
    return shown(house, request.args.get("login", ""), request.args.get("next"))


@sign_in.post("/sign-in")
def enter() -> Response:
    house = the_house()
    if not session.is_ours():
        return _grown_old(house)
    login = request.form.get("login", "").strip()
    person = signing_in.check(house, login, request.form.get("password", ""))
    if isinstance(person, Shut):
        return shown(house, login, request.form.get("next"), person)
    device: Device = "own" if request.form.get("own") == "yes" else "shared"
    return signing_in.proceed(house, person, device, request.form.get("next"))


@sign_in.post("/sign-out")
def leave() -> Response:
    """Whatever the browser may have kept of our pages goes too."""
    session.end(the_house())
    response = redirect("/signed-out", 303)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@sign_in.get("/signed-out")
def gone() -> str:
    """With the way out of the hospital's own sign-in too, where there is one."""
    house = the_house()
    provider = PROVIDER.here()
    return shown_outside(house, "sign_in/signed_out.html", elsewhere=provider.gone() if provider else None)


def _grown_old(house: House) -> Response:
    """A form from before somebody signed in or out in another tab, or from elsewhere: nothing of it is looked at."""
    back = request.form.get("next")
    if session.signed_in(house):
        return redirect(local(back), 303)
    return shown(house, "", back, Shut("This page grew old while it lay open. Sign in once more.", 403))


def shown(house: House, login: str, back: str | None, shut: Shut | None = None) -> Response:
    """The page, with why the last attempt came to nothing."""
    page = shown_outside(
        house,
        "sign_in/sign_in.html",
        login=login,
        error=shut.sentence if shut else "",
        next=local(back),
        limits=house.sign_in.devices,
        provider=PROVIDER.here() is not None,
        stands=_stands(house) if house.plate.sample else (),
    )
    response = make_response(page, shut.status if shut else 200)
    if shut and shut.seconds:
        response.headers["Retry-After"] = str(shut.seconds)
    return response


def _stands(house: House) -> tuple[Stand, ...]:
    """One person of each role, for the sample's visitors: whoever has the fewest others."""
    names, logins = Names(house), house.people.logins()
    roles: dict[str, list[str]] = {}
    holders: dict[str, list[str]] = {}
    for stream in house.posts.places():
        state = house.clerk.memory.get(stream).state
        for held in (one for one in getattr(state, "roles", ()) if one.person in logins):
            where = f", {names.unit(state.unit)}" if state.unit else ""
            roles.setdefault(held.person, []).append(names.role(held.role) + where)
            holders.setdefault(held.role, []).append(held.person)
    chosen = dict.fromkeys(min(people, key=lambda one: len(roles[one])) for people in holders.values())
    return tuple(Stand(" · ".join(roles[one]), names.of(one), logins[one]) for one in chosen)
