"""The key a machine keeps in a cookie of its own, and who asks when it does. Nobody is signed in here."""

import hmac
from hashlib import sha256

from flask import Response, request
from msgspec.structs import replace

from services import clock
from services.clerk.access import Actor
from services.house import House
from services.people.unit_keys import UnitKey
from services.web.signing_in.session import from_here, named

COOKIE = "heard-unit"
LASTS = 400 * 24 * 60 * 60
"""Seconds; the key itself may end sooner."""


def unit_key(house: House) -> UnitKey | None:
    """What the machine's key opens today."""
    key = request.cookies.get(named(COOKIE))
    return house.unit_keys.opened_by(key, clock.day_of(house.now(), house.plate.zone)) if key else None


def actor(house: House, key: UnitKey) -> Actor:
    """The board of its unit holds what those it goes on from handed on."""
    units = (key.unit, *house.posts.before(key.unit))
    machine = Actor(None, frozenset(("device", unit) for unit in units), "device")
    return replace(machine, behind=house.rights.apart(machine))


def keep(response: Response, key: str) -> None:
    response.set_cookie(named(COOKIE), key, max_age=LASTS, httponly=True, secure=request.is_secure, samesite="Strict")


def forget(response: Response) -> None:
    response.delete_cookie(named(COOKIE), httponly=True, secure=request.is_secure, samesite="Strict")


def form_token(house: House, key: UnitKey) -> str:
    """What this machine's forms carry, so that it needs no cookie but its own."""
    return hmac.digest(house.vault.secret("unit keys"), key.id.encode(), sha256).hex()


def is_ours(house: House, key: UnitKey) -> bool:
    """Whether a form was sent by a page of this machine."""
    return from_here() and hmac.compare_digest(request.form.get("csrf_token", ""), form_token(house, key))
