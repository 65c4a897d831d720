"""`/help`: the duties Heard is built for, each with the place where it is done."""

from flask import Blueprint
from msgspec import Struct

from services import documents
from services.web.framing import shown

help_ = Blueprint("help", __name__)

PARTS = (("A", "What executives and unit teams do"), ("B", "What leaders do, at every level"))


class Duty(Struct, frozen=True, forbid_unknown_fields=True):
    """One duty: its row in the list (A1 to A48, B1 to B19), a sentence, and the place as the pages name it."""

    row: str
    duty: str
    place: str


@help_.get("/help")
def show() -> str:
    duties = documents.read("duties", tuple[Duty, ...])
    return shown(
        "help/help.html",
        place="Help",
        parts_of_it=[
            (title, [(one.row, one.duty, one.place) for one in duties if one.row.startswith(letter)])
            for letter, title in PARTS
        ],
    )
