"""`/account`: how one signs in and where one is signed in."""

from zoneinfo import ZoneInfo

from flask import Blueprint, g, redirect, request
from werkzeug.wrappers import Response

from services.web.framing import shown, tell
from services.web.signing_in.provider import PROVIDER
from services.web.signing_in.way_in import Shut, check, needs_factor
from services.web.visit import Visit, here
from workflows.kernel.moments import Moment, as_datetime

account = Blueprint("account", __name__)

MACHINES = {"shared": "A machine that others use too", "own": "Your own phone or computer"}


@account.get("/account")
def show() -> str:
    visit = here()
    house = visit.house
    return shown(
        "account/account.html",
        login=house.accounts.login_of(visit.person),
        has_factor=house.second_factors.has(visit.person),
        needs_factor=needs_factor(house, visit.person),
        provider=PROVIDER.here() is not None,
        linked=house.identities.linked(visit.person),
        sign_ins=_sign_ins(visit),
    )


@account.post("/account/end")
def end() -> Response:
    """One of one's own sign-ins, or all of them."""
    visit = here()
    if shut := _not_them(visit):
        tell(shut)
    else:
        visit.house.sessions.end_of(visit.person, request.form.get("session") or None)
        tell("Signed out there.")
    return redirect("/account", 303)


@account.post("/account/unlink")
def unlink() -> Response:
    visit = here()
    visit.house.identities.unlink(visit.person)
    tell("The hospital’s sign-in no longer opens Heard for you.")
    return redirect("/account", 303)


def _not_them(visit: Visit) -> str:
    """Whoever found a machine left open ends nobody's other sign-ins: the password is asked for, where there is one."""
    login = visit.house.accounts.login_of(visit.person)
    found = check(visit.house, login, request.form.get("current", "")) if login else None
    return found.sentence if isinstance(found, Shut) else ""


def _sign_ins(visit: Visit) -> list[tuple[str, str, str, bool]]:
    """Id, machine, since when, and whether it is this one."""
    return [
        (one.id, MACHINES[one.device], _hour(visit, one.began), one.id == g.session.id)
        for one in visit.house.sessions.of(visit.person, visit.now)
    ]


def _hour(visit: Visit, moment: Moment) -> str:
    """So: "7:05", as the clock on the wall said."""
    local = as_datetime(moment).astimezone(ZoneInfo(visit.house.plate.zone))
    return f"{local.hour}:{local:%M}"
