"""`/setup/it`: what the machine says of itself, and recipes to copy. No secret stands here, and no place on its disk."""

from pathlib import Path

from flask import Blueprint

from services.proof.who_signs import is_apart, is_elsewhere
from services.web.framing import shown
from services.web.front import Front
from services.web.owned import FRONT
from services.web.pages.for_it import recipes
from services.web.signing_in.provider import CALLBACK, PROVIDER
from services.web.visit import Visit, here

for_it = Blueprint("for_it", __name__)

RIGHT = "work.set_up"
EXAMPLE = "https://heard.hospital.example"
"""Where the hospital has no address yet."""

Line = tuple[str, str, str]


@for_it.get("/setup/it")
def show() -> str:
    visit = here()
    visit.must(RIGHT)
    front = FRONT.here()
    address = (front.address or EXAMPLE).rstrip("/")
    return shown(
        "for_it/for_it.html",
        place="Set-up",
        rows=_rows(visit, front),
        callback=address + CALLBACK,
        unit_file=recipes.SERVICE.format(address=address),
        container=recipes.CONTAINER.format(address=address),
        proxy=recipes.PROXY.format(host=address.partition("://")[2]),
        copies=recipes.COPIES,
        signer=recipes.SIGNER.format(slug=visit.house.plate.slug),
    )


def _rows(visit: Visit, front: Front) -> list[Line]:
    """Part, how it stands, what to set where it is not as it should be."""
    house = visit.house
    witnesses = len(house.proof.policy.witnesses) if house.proof.policy else 0
    in_files = any(house.directory.glob("ledger*.sqlite"))
    return [
        ("Address", front.address or "not set: any name is answered", "HEARD_ADDRESS"),
        ("Encryption", f"ended by {front.proxy}" if front.proxy else "no proxy is named", "HEARD_PROXY"),
        ("Mail", "sent" if house.outbox.mail else "not sent", "HEARD_SMTP, HEARD_MAIL_FROM"),
        ("Sign-in", "the hospital’s own, and passwords" if PROVIDER.here() else "passwords", "HEARD_OIDC_ISSUER"),
        ("Ledger", "a file (SQLite)" if in_files else "PostgreSQL", "HEARD_DATABASE"),
        ("Signer", _signer(house.directory), "the link signer.sock"),
        ("Witnesses", str(witnesses) if witnesses else "none: nobody outside could tell", "the file policy"),
    ]


def _signer(directory: Path) -> str:
    """Who signs heads of the ledger, and whether it answers."""
    if is_elsewhere(directory):
        return "elsewhere" if is_apart(directory) else "elsewhere, and does not answer: heads come later"
    return "a process of its own" if is_apart(directory) else "whoever asks for a head"
