"""Sign in with a login and a password, and out again."""

from flask import Blueprint, current_app, make_response, redirect, request
from msgspec import Struct
from werkzeug.wrappers import Response

from services.house import House
from services.web import guard, session
from services.web.framing import shown_outside
from services.web.names import Names

sign_in = Blueprint("sign_in", __name__)

WRONG = "Login and password do not go together. Check both; capital letters count in the password."


class Stand(Struct, frozen=True):
    """Somebody of the sample one may be: the roles, a name and the login."""

    role: str
    name: str
    login: str


@sign_in.get("/sign-in")
def ask() -> Response:
    house: House = current_app.extensions["house"]
    if not house.people.logins():
        return redirect("/start", 303)
    return _shown(request.args.get("login", ""), request.args.get("next"))


@sign_in.post("/sign-in")
def enter() -> Response:
    house: House = current_app.extensions["house"]
    login = request.form.get("login", "").strip()
    person = house.people.sign_in(login, request.form.get("password", ""))
    if person is None:
        return _shown(login, request.form.get("next"), WRONG)
    session.begin(house, person)
    return redirect(guard.local(request.form.get("next")), 303)


@sign_in.post("/sign-out")
def leave() -> Response:
    session.end(current_app.extensions["house"])
    return redirect("/sign-in", 303)


def _shown(login: str, back: str | None, error: str = "") -> Response:
    house: House = current_app.extensions["house"]
    page = shown_outside(
        house,
        "sign_in/sign_in.html",
        login=login,
        error=error,
        next=guard.local(back),
        stands=_stands(house) if house.plate.sample else (),
    )
    return make_response(page, 422 if error else 200)


def _stands(house: House) -> tuple[Stand, ...]:
    """One person of each role, for the sample's visitors: whoever has the fewest others."""
    names, logins = Names(house), house.people.logins()
    roles: dict[str, list[str]] = {}
    holders: dict[str, list[str]] = {}
    for stream in house.reception.places():
        state = house.clerk.memory.get(stream).state
        for held in (one for one in getattr(state, "roles", ()) if one.person in logins):
            where = f", {names.unit(state.unit)}" if state.unit else ""
            roles.setdefault(held.person, []).append(names.role(held.role) + where)
            holders.setdefault(held.role, []).append(held.person)
    chosen = dict.fromkeys(min(people, key=lambda one: len(roles[one])) for people in holders.values())
    return tuple(Stand(" · ".join(roles[one]), names.of(one), logins[one]) for one in chosen)
