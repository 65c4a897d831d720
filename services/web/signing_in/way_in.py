"""From a password to a sign-in that counts: what is still owed, and where it is given."""

import logging

from flask import after_this_request, redirect, session
from msgspec import Struct
from werkzeug.wrappers import Response

from services.house import House
from services.people.accounts import Busy
from services.people.sessions import Owed
from services.people.terms import Device
from services.web.paths import local
from services.web.signing_in import known_device
from services.web.signing_in import session as browser
from services.web.signing_in.kept_words import KEPT_WORDS

PLACES: dict[Owed, str] = {"code": "/sign-in/code", "password": "/password", "factor": "/second-step"}
BACK = "back"
WRONG = "Login and password do not go together. Check both; capital letters count in the password."
OVER = "The time you were given here is over. Ask whoever let you in, if you need more."
BUSY = "Many people are signing in at this moment. Try once more; nothing is wrong with your password."

log = logging.getLogger(__name__)


class Shut(Struct, frozen=True):
    """Why nobody came in: a sentence, a status, and the seconds until it is worth trying again."""

    sentence: str
    status: int = 422
    seconds: int = 0


def check(house: House, login: str, password: str) -> str | Shut:
    """The person whose login and password these are, unless too many were tried."""
    attempt = known_device.attempt(house, login)
    if seconds := house.throttle.enter(attempt):
        log.warning("sign-in: too many attempts; asked to wait")
        return Shut(too_many(seconds), 429, seconds)
    try:
        person = house.accounts.sign_in(login, password)
    except Busy:
        house.throttle.succeeded(attempt)
        return Shut(BUSY, 503, 1)
    if person is None:
        log.warning("sign-in: refused")
        return Shut(WRONG)
    house.throttle.succeeded(attempt)
    return Shut(OVER, 403) if house.rights.is_over(person) else person


def too_many(seconds: int) -> str:
    minutes = -(-seconds // 60)
    wait = "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"That was tried too often. Try again in {wait}, or on a device you have signed in on before."


def owed(house: House, person: str, *, code_given: bool) -> Owed:
    """What the person still has to give before the sign-in counts."""
    has_factor = house.second_factors.has(person)
    if has_factor and not code_given:
        return "code"
    if house.accounts.must_replace(person):
        return "password"
    return "factor" if needs_factor(house, person) and not has_factor else ""


def needs_factor(house: House, person: str) -> bool:
    """Whether a role of the person asks for a second step, their own or one they stand in for; nobody's does in the sample."""
    roles = (role for role, _ in house.rights.actor(person).roles)
    return not house.plate.sample and house.sign_in.asks_for_code(roles)


def proceed(house: House, person: str, device: Device, back: str | None, *, code_given: bool = False) -> Response:
    """On to what is owed next, or in."""
    missing = owed(house, person, code_given=code_given)
    browser.begin(house, person, device, missing)
    log.info("sign-in: %s, %s", person, f"still owes: {missing}" if missing else "in")
    if missing:
        session[BACK] = local(back)
        return redirect(PLACES[missing], 303)
    _remember(house, person)
    return _in(house, person, back)


def enter_proved(house: House, person: str, back: str) -> Response:
    """In, for whom the hospital's own sign-in has proved; its passwords and steps are its own business."""
    browser.begin(house, person)
    log.info("sign-in: %s, in through the hospital's sign-in", person)
    return _in(house, person, back)


def _in(house: House, person: str, back: str | None) -> Response:
    """To where one was going, or first to the words that were kept."""
    return redirect("/kept" if KEPT_WORDS.here().of(person, house.now()) else local(back), 303)


def _remember(house: House, person: str) -> None:
    login = house.accounts.login_of(person)
    if login is None:
        return

    @after_this_request
    def kept(response: Response) -> Response:
        known_device.remember(house, login, response)  # type: ignore[arg-type] # of Flask's own kind
        return response
