"""A cookie that says: on this device this login has been signed in before. It opens nothing; it only keeps a lane free of
those who guess elsewhere (see `services.people.throttle`)."""

import hmac
import secrets
from hashlib import sha256

from flask import Response, current_app, request
from itsdangerous import BadSignature, URLSafeSerializer
from msgspec import Struct

from services.house import House
from services.people.throttle import Attempt, coarse
from services.web.signing_in.session import named

COOKIE = "heard-device"
LASTS = 400 * 24 * 60 * 60
"""Seconds; browsers keep none longer."""
MOST = 8
"""Logins one device is known for; a machine that everybody uses is nobody's own."""


class Known(Struct, frozen=True):
    """What the cookie says: the device's random id, and the logins it is known for, as keyed hashes."""

    id: str
    logins: tuple[str, ...] = ()


def attempt(house: House, login: str, of: str = "password") -> Attempt:
    """An attempt to sign in with this request; passwords and codes are counted apart."""
    known = _read(house)
    device = known.id if known and _hashed(house, login) in known.logins else None
    return Attempt(f"{of} {login}", coarse(request.remote_addr), device)


def remember(house: House, login: str, response: Response) -> None:
    """From now on the login keeps its own lane on this device."""
    known = _read(house) or Known(secrets.token_hex(16))
    others = [one for one in known.logins if one != _hashed(house, login)]
    kept = [known.id, *others[1 - MOST :], _hashed(house, login)]
    value = _serializer(house).dumps(kept)
    response.set_cookie(
        named(COOKIE), str(value), max_age=LASTS, httponly=True, secure=request.is_secure, samesite="Lax"
    )


def _read(house: House) -> Known | None:
    try:
        device, *logins = _serializer(house).loads(request.cookies.get(named(COOKIE), ""))
    except (BadSignature, ValueError, TypeError):
        return None
    return Known(str(device), tuple(map(str, logins)))


def _hashed(house: House, login: str) -> str:
    return hmac.digest(house.vault.secret("known devices"), login.casefold().encode(), sha256).hex()[:24]


def _serializer(house: House) -> URLSafeSerializer:
    return URLSafeSerializer(house.vault.secret("known devices"), salt=current_app.name)
