"""A pass that a public form carries: it says that we made the form's code, and nothing of for whom.

There is no cookie to tie it to, and none is needed: a form that somebody else's page sends does nothing its author could not
do alone, since it is given under nobody's name. What it could do is send from a stranger's address; so a browser that says
where a form comes from must say that it comes from us.
"""

import hmac

from flask import request

from services.house import House
from services.web.signing_in import session

SECRET = "public forms"  # noqa: S105 - the name of the secret, not the secret


def made(house: House, code: str) -> str:
    return hmac.digest(house.vault.secret(SECRET), code.encode(), "sha256")[:16].hex()


def holds(house: House, code: str, shown: str) -> bool:
    return hmac.compare_digest(made(house, code).encode(), shown.encode())


def is_foreign() -> bool:
    """Whether a browser says that the form stands on somebody else's page."""
    return not session.from_here() or request.headers.get("Sec-Fetch-Site", "same-origin") not in (
        "same-origin",
        "none",
    )
