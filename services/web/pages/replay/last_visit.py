"""When somebody last looked at the replay of a unit, kept in their own browser alone: two days, and a mark by which another
reader on the same machine is not taken for them. The house keeps nothing of it."""

import hmac
from hashlib import sha256

from flask import Response, request
from msgspec import Struct

from services.web.visit import Visit
from workflows.kernel.moments import Day, is_day

COOKIE = "heard-replayed"
LASTS = 400 * 24 * 60 * 60
"""Seconds; browsers keep none longer."""


class Visits(Struct, frozen=True):
    """The `last` day on which they looked, and the one `before` that, "" where there was none."""

    before: Day
    last: Day


def read(visit: Visit, slug: str) -> Day:
    """The day of the last visit before today's; "" where this browser knows of none."""
    known = _known(visit, slug)
    if known is None:
        return ""
    return known.before if known.last == visit.today else known.last


def keep(response: Response, visit: Visit, slug: str) -> None:
    """That they looked today, for the next time."""
    value = f"{_mark(visit, slug)}.{read(visit, slug)}.{visit.today}"
    response.set_cookie(
        COOKIE,
        value,
        max_age=LASTS,
        path=f"/unit/{slug}/replay",
        httponly=True,
        secure=request.is_secure,
        samesite="Strict",
    )


def _known(visit: Visit, slug: str) -> Visits | None:
    mark, _, days = request.cookies.get(COOKIE, "").partition(".")
    before, _, last = days.partition(".")
    if mark != _mark(visit, slug) or not is_day(last) or not (before == "" or is_day(before)):
        return None
    return Visits(before, last) if before <= last <= visit.today else None


def _mark(visit: Visit, slug: str) -> str:
    """Of this reader in this unit, and of nobody to anyone else."""
    who = f"{visit.actor.id} {slug}".encode()
    return hmac.digest(visit.house.vault.secret("last visits"), who, sha256).hex()[:16]
