"""`/help`: where help is found, whom to ask, and the duties Heard is built for, each with the place where it is done."""

from flask import Blueprint
from msgspec import Struct

from projections.lives import Stint
from projections.standards import StandardRow
from services import documents, shelf
from services.shelf import CONTACT, RESOURCE
from services.web.doing.actions import Action
from services.web.framing import shown
from services.web.phrases import choice
from services.web.phrases.explaining import glossary
from services.web.visit import Visit, Words, here
from services.web.when import When

help_ = Blueprint("help", __name__)

PARTS = (("A", "What executives and unit teams do"), ("B", "What leaders do, at every level"))
ADDED = ((RESOURCE, "Add a link of ours"), (CONTACT, "Name somebody to ask"))


class Duty(Struct, frozen=True, forbid_unknown_fields=True):
    """One duty: its row in the list (A1 to A48, B1 to B19), a sentence, and the place as the pages name it."""

    row: str
    duty: str
    place: str


class Own(Struct, frozen=True):
    """What this hospital added: its words, what it helps with or who it is, and its page for whoever may mend it."""

    words: str
    of: str
    href: str


@help_.get("/help")
def show() -> str:
    visit = here()
    with visit.look(When("now", visit.today, visit.now)) as look:
        rows = look.standards(items=(RESOURCE, CONTACT), shelves=("in_place",))
    words = visit.open(one.row.title for one in rows)
    duties = documents.read("duties", tuple[Duty, ...])
    return shown(
        "help/help.html",
        place="Help",
        words=sorted(glossary().items(), key=lambda one: one[1][0].casefold()),
        resources=[(one, choice(one.helps, "mark")) for one in shelf.resources()],
        own=[_own(visit, one, words, _marks(one)) for one in rows if one.row.item == RESOURCE],
        contacts=[_own(visit, one, words, visit.names.of(one.row.owner)) for one in rows if one.row.item == CONTACT],
        adds=[Action(label, f"/attest/{item}?next=/help") for item, label in ADDED if visit.may("standard.add")],
        parts_of_it=[
            (title, [(one.row, one.duty, one.place) for one in duties if one.row.startswith(letter)])
            for letter, title in PARTS
        ],
    )


def _own(visit: Visit, one: Stint[StandardRow], words: Words, of: str) -> Own:
    mends = visit.may("standard.withdraw", None, one.stream)
    return Own(words.of(one.row.title), of, f"/standard/{one.stream}" if mends else "")


def _marks(one: Stint[StandardRow]) -> str:
    said = one.row.standard.said
    return ", ".join(choice(mark, "mark") for mark in said.marks) if said else ""
