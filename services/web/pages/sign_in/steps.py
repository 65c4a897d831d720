"""What comes after the password: the code of the second step, a password of one's own, setting the second step up.

The pages for password and second step serve whoever is signed in already as well; then a new password asks for the old one.
"""

import segno
from flask import Blueprint, g, make_response, request
from flask import session as cookie
from markupsafe import Markup
from werkzeug.wrappers import Response

from services.house import House
from services.people import passwords
from services.people.accounts import Busy
from services.people.breached import FILE, is_breached
from services.people.sessions import Session
from services.web.framing import shown, shown_outside
from services.web.owned import the_house
from services.web.signing_in import known_device
from services.web.signing_in import way_in as signing_in
from services.web.signing_in.way_in import BACK, Shut, proceed

steps = Blueprint("steps", __name__)

WRONG_CODE = "This code does not fit. Wait for the next one in the app; each is taken once."
FAULTS = {
    "short": f"Make it at least {passwords.SHORTEST} characters long; a few words in a row are easy to keep in mind.",
    "long": f"Make it at most {passwords.LONGEST} characters long.",
    "breached": "This one was stolen somewhere and is known to those who guess. Take several words of your own.",
    "easy": "Many people would guess this one. Take several words that have nothing to do with each other or with here.",
}


@steps.get("/sign-in/code")
def ask_code() -> Response:
    return _page("sign_in/code.html")


@steps.post("/sign-in/code")
def give_code() -> Response:
    house, known = the_house(), _known()
    attempt = known_device.attempt(house, house.accounts.login_of(known.person) or "", "code")
    if seconds := house.throttle.enter(attempt):
        return _page("sign_in/code.html", Shut(signing_in.too_many(seconds), 429, seconds))
    if not house.second_factors.takes(known.person, request.form.get("code", ""), house.now()):
        return _page("sign_in/code.html", Shut(WRONG_CODE))
    house.throttle.succeeded(attempt)
    return _on(house, known, code_given=True)


@steps.get("/password")
def ask_password() -> Response:
    return _page("sign_in/password.html")


@steps.post("/password")
def give_password() -> Response:
    house, known = the_house(), _known()
    password = request.form.get("password", "")
    if shut := _not_theirs(house, known) or _unfit(house, known, password):
        return _page("sign_in/password.html", shut)
    try:
        house.accounts.replace(known.person, password)
    except Busy:
        return _page("sign_in/password.html", Shut(signing_in.BUSY, 503, 1))
    return _on(house, known, code_given=True)


@steps.get("/second-step")
def ask_factor() -> Response:
    return _factor(the_house().second_factors.draw(_known().person))


@steps.post("/second-step")
def give_factor() -> Response:
    house, known = the_house(), _known()
    sealed, code = request.form.get("sealed", ""), request.form.get("code", "")
    if shut := _not_theirs(house, known):
        return _factor(sealed, shut)
    codes = house.second_factors.enrol(known.person, sealed, "".join(code.split()), house.now())
    if codes is None:
        return _factor(sealed, Shut(WRONG_CODE))
    back = cookie.get(BACK)
    proceed(house, known.person, known.device, back, code_given=True)
    return make_response(shown_outside(house, "sign_in/recovery.html", codes=codes, back=back or "/"))


def _factor(sealed: str, shut: Shut | None = None) -> Response:
    """A code for the phone's camera, the same for typing, and where the first code from the app is given."""
    house, known = the_house(), _known()
    login = house.accounts.login_of(known.person) or ""
    offer = house.second_factors.offer(known.person, sealed, login, house.plate.name)
    if offer is None:
        return _factor(house.second_factors.draw(known.person), shut)
    drawn = segno.make(offer.uri, error="m").svg_inline(scale=4, border=2, dark="#000", light="#fff", omitsize=True)
    return _page("sign_in/second_step.html", shut, offer=offer, sealed=sealed, drawn=Markup(drawn))  # noqa: S704 - drawn by us


def _not_theirs(house: House, known: Session) -> Shut | None:
    """Whoever is signed in already shows that it is still them; who has just come in with a password has done so."""
    if known.owed:
        return None
    login = house.accounts.login_of(known.person) or ""
    found = signing_in.check(house, login, request.form.get("current", ""))
    if isinstance(found, Shut):
        return found if found.seconds else Shut("This is not your password of today.")
    return None


def _unfit(house: House, known: Session, password: str) -> Shut | None:
    person = house.people.person(known.person)
    words = (house.plate.name, person.name if person else "", house.accounts.login_of(known.person) or "")
    wrong = passwords.fault(password, words)
    if wrong is None and is_breached(house.directory / FILE, password):
        return Shut(FAULTS["breached"])
    return Shut(FAULTS[wrong]) if wrong else None


def _on(house: House, known: Session, *, code_given: bool) -> Response:
    """To what is owed next; a token that owed something is worth nothing any more."""
    return proceed(house, known.person, known.device, cookie.get(BACK), code_given=code_given)


def _page(template: str, shut: Shut | None = None, **context: object) -> Response:
    house = the_house()
    context |= {"error": shut.sentence if shut else "", "owed": _known().owed, "shortest": passwords.SHORTEST}
    inside = hasattr(g, "visit")
    page = shown(template, **context) if inside else shown_outside(house, template, **context)  # type: ignore[arg-type] # what the template wants
    response = make_response(page, shut.status if shut else 200)
    if shut and shut.seconds:
        response.headers["Retry-After"] = str(shut.seconds)
    return response


def _known() -> Session:
    """Of whoever came at least as far as a right password."""
    known: Session = g.session
    return known
