"""`/account`: how one signs in, where one is signed in, and how one wants to be told."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from flask import Blueprint, g, make_response, redirect, request
from werkzeug.wrappers import Response

from services.people.preferences import DIGESTS, Digest, Preference, quiet_of
from services.web.framing import shown, tell
from services.web.layout import Choice, Field
from services.web.signing_in.provider import PROVIDER
from services.web.signing_in.way_in import Shut, check, needs_factor
from services.web.visit import Visit, here
from workflows.kernel.moments import Moment, as_datetime

account = Blueprint("account", __name__)

MACHINES = {"shared": "A machine that others use too", "own": "Your own phone or computer"}


OFTEN: dict[Digest, str] = {"daily": "Every working day", "mondays": "Mondays only", "never": "Never"}


@account.get("/account")
def show() -> str:
    return _page(here())


@account.post("/account/preferences")
def prefer() -> Response:
    """How one wants to be told from now on."""
    visit, typed = (
        here(),
        {name: request.form.get(name, "").strip() for name in ("digest", "quiet_begins", "quiet_ends")},
    )
    digest = next((one for one in DIGESTS if one == typed["digest"]), None)
    if digest is None:
        return make_response(_page(visit, typed, {"digest": "Choose how often."}), 422)
    try:
        quiet = quiet_of(typed["quiet_begins"], typed["quiet_ends"])
    except ValueError as error:
        return make_response(_page(visit, typed, {"quiet_begins": str(error)}), 422)
    visit.house.preferences.say(visit.person, Preference(digest, quiet))
    tell("Noted. You are told so from now on.")
    return redirect("/account", 303)


def _page(visit: Visit, typed: Mapping[str, str] | None = None, wrong: Mapping[str, str] | None = None) -> str:
    house = visit.house
    return shown(
        "account/account.html",
        told=_told(typed or _preferred(visit), wrong or {}),
        mail=house.people.mail_of(visit.person) if house.outbox.mail else None,
        has_calendar=house.calendars.has(visit.person),
        sends=house.outbox.mail is not None,
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


def _preferred(visit: Visit) -> dict[str, str]:
    """As it was said last."""
    said = visit.house.preferences.of(visit.person)
    hours = {"quiet_begins": said.quiet.begins, "quiet_ends": said.quiet.ends} if said.quiet else {}
    return {"digest": said.digest, "quiet_begins": "", "quiet_ends": "", **hours}


def _told(typed: Mapping[str, str], wrong: Mapping[str, str]) -> tuple[Field, ...]:
    often = tuple(Choice(value, label) for value, label in OFTEN.items())
    return (
        Field(
            "digest",
            "How often do you want to hear how much waits on you?",
            "One mail, early in the day, while something waits: how many things, how many minutes.",
            "choice",
            often,
            typed["digest"],
            wrong.get("digest", ""),
            required=True,
            small=True,
        ),
        Field(
            "quiet_begins",
            "Quiet from",
            "No mail goes out to you then. What cannot wait still reaches whoever is on call.",
            "time",
            value=typed["quiet_begins"],
            error=wrong.get("quiet_begins", ""),
        ),
        Field("quiet_ends", "Quiet until", kind="time", value=typed["quiet_ends"]),
    )


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
