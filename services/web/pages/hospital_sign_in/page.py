"""`/oidc/…`: away to the hospital's sign-in and back. Nobody gets in who is not a person here already."""

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from services.house import House
from services.web.framing import tell
from services.web.owned import the_house
from services.web.paths import local
from services.web.signing_in import session
from services.web.signing_in.provider import PROVIDER, Arrived, Provider, Unproved
from services.web.signing_in.way_in import enter_proved

hospital_sign_in = Blueprint("hospital_sign_in", __name__)

UNKNOWN = (
    "The hospital’s sign-in knows you, but nobody here is linked to it yet. Sign in with your password and link it under "
    "your name, or ask whoever runs Heard."
)
TAKEN = "That sign-in belongs to somebody else here already, so nothing was linked."


@hospital_sign_in.get("/oidc/start")
def start() -> Response:
    """To sign in, or (`link`) to link whoever is signed in already."""
    house, provider = the_house(), _provider()
    linking = "link" in request.args and session.signed_in(house) is not None
    try:
        return redirect(provider.leave(local(request.args.get("next")), linking=linking), 303)
    except Unproved as error:
        return _shut(str(error))


@hospital_sign_in.get("/oidc/callback")
def back() -> Response:
    house, provider = the_house(), _provider()
    try:
        arrived = provider.arrive()
    except Unproved as error:
        return redirect("/", 303) if session.signed_in(house) else _shut(str(error))
    if arrived.linking:
        return _linked(house, provider, arrived)
    person = _person(house, provider, arrived)
    if person is None:
        return _shut(UNKNOWN)
    return enter_proved(house, person, arrived.back)


def _linked(house: House, provider: Provider, arrived: Arrived) -> Response:
    """Only for who is still signed in: a link begun by one person is not finished by another's sign-in."""
    person = session.signed_in(house)
    if person is None:
        return _shut("You were signed out meanwhile. Sign in and link it once more.")
    linked = house.identities.link(provider.issuer, arrived.subject, person)
    tell("Linked. From now on you can sign in that way too." if linked else TAKEN)
    return redirect("/account", 303)


def _person(house: House, provider: Provider, arrived: Arrived) -> str | None:
    known = house.identities.person(provider.issuer, arrived.subject)
    if known or not (provider.by_mail and arrived.mail):
        return known
    person = house.identities.by_mail(arrived.mail)
    return person if person and house.identities.link(provider.issuer, arrived.subject, person) else None


def _shut(sentence: str) -> Response:
    tell(sentence)
    return redirect("/sign-in", 303)


def _provider() -> Provider:
    """404 where the hospital has none."""
    provider = PROVIDER.here()
    if provider is None:
        abort(404)
    return provider
