"""`/setup/fixed`: the documents that no page changes: what each says, why it stays, and itself as a file."""

from importlib.resources import files
from typing import Any

import msgspec
from flask import Blueprint, abort, make_response
from msgspec import Struct
from werkzeug.wrappers import Response

from services.people.terms import FILE
from services.web.framing import shown
from services.web.visit import Visit, here

fixed = Blueprint("fixed", __name__)

RIGHT = "work.set_up"


class Document(Struct, frozen=True):
    """What it says, why it stays, and where else one can do something about it; `names` are its files."""

    title: str
    says: str
    stays: str
    names: tuple[str, ...]


DOCUMENTS = (
    Document(
        "Roles as they come",
        "What each role may do and read before the hospital changes anything.",
        "It comes anew with each Heard. What differs here is changed under Set-up · Rights.",
        ("roles",),
    ),
    Document(
        "Words that hold a row back",
        "By these an import finds rows about disrespect, and names of people.",
        "What is held back for a look must not be thinned out by whoever would rather not look.",
        ("words/en", "words/es"),
    ),
    Document(
        "Words that mean the same",
        "A search for one finds the others, in English and Spanish.",
        "It changes with Heard, so that everybody finds the same.",
        ("alike",),
    ),
    Document(
        "How sheets are read",
        "What columns, units, states, days and priorities are called in sheets.",
        "A sheet that is called otherwise brings a map of its own when it is imported.",
        ("sheet/columns", "sheet/units", "sheet/statuses", "sheet/dates", "sheet/priorities", "sheet/feedback"),
    ),
    Document(
        "Duties",
        "What executives, teams and leaders are to do, and where they do it.",
        "It is what Heard is held to. It stands under Help.",
        ("duties",),
    ),
    Document(
        "What helps",
        "Links that every hospital finds.",
        "Links of your own, and whom to ask, are added under Help.",
        ("resources",),
    ),
)
NAMES = frozenset(name for one in DOCUMENTS for name in one.names) | {"sign_in"}


@fixed.get("/setup/fixed")
def show() -> str:
    visit = here()
    visit.must(RIGHT)
    return shown(
        "settings/fixed.html",
        place="Set-up",
        documents=[
            (one.title, one.says, one.stays, [(name, f"/setup/fixed/{name}.json") for name in one.names])
            for one in DOCUMENTS
        ],
        sign_in=_sign_in(visit),
        own=(visit.house.directory / FILE).is_file(),
        file=FILE,
    )


@fixed.get("/setup/fixed/<path:name>.json")
def take(name: str) -> Response:
    visit = here()
    visit.must(RIGHT)
    if name not in NAMES:
        abort(404)
    response = make_response(_written(visit, name))
    response.headers["Content-Type"] = "application/json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name.replace("/", "-")}.json"'
    return response


def _written(visit: Visit, name: str) -> bytes:
    if name == "sign_in":
        told: bytes = msgspec.json.format(msgspec.json.encode(visit.house.sign_in))
        return told
    return files("config").joinpath(f"{name}.json").read_bytes()


def _sign_in(visit: Visit) -> list[tuple[str, Any]]:
    """What is in force, in words."""
    terms = visit.house.sign_in
    devices = {"shared": "On a machine that others use", "own": "On a machine of one’s own"}
    lasting = {devices[device]: one for device, one in terms.devices.items()}
    lasting |= {visit.names.role(role): one for role, one in terms.roles.items()}
    return [
        *(
            (who, f"{one.idle_minutes} minutes without a sign of life, {one.hours} hours at most")
            for who, one in lasting.items()
        ),
        ("A second step for", ", ".join(sorted(visit.names.role(role) for role in terms.second_factor)) or "nobody"),
        ("Passwords are kept as", str(terms.hashing)),
    ]
