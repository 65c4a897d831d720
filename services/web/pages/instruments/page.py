"""`/instruments`: what people can be asked here; `/instruments/<name>`: one of them on a page, with its technical note."""

from flask import Blueprint, abort

from assessments.instrument import Instrument
from services import instruments as here_are
from services.web.framing import shown
from services.web.visit import here

instruments = Blueprint("instruments", __name__)

VALIDATED = {"not-validated": "Not validated", "validated-elsewhere": "Validated elsewhere"}
SCORED = {
    "percent-positive/1": "Share of positive answers; of a group of items the plain mean of their shares",
    "scale-mean/1": "Mean of a person's answers on the scale, then of all persons",
    "saq/1": "From 0 to 100 per person; then the mean, and the share at 75 or more",
}
MISSING = {
    "any/1": "One answered item is enough",
    "half/1": "Half of the items must be answered",
    "two-thirds/1": "Two thirds of the items must be answered",
    "all/1": "All items must be answered",
}
TURNED, CAREFUL = "turned round when scored", "shown of twenty answers and more"
Row = tuple[str, ...]


@instruments.get("/instruments")
def every() -> str:
    house = here().house
    return shown(
        "instruments/instruments.html",
        place="Help",
        shelf=[
            (one.id, _title(one), VALIDATED[one.validation.status], one.licence.name, _stands(one))
            for one in here_are.shelf(house).values()
        ],
    )


@instruments.get("/instruments/<name>")
def one(name: str) -> str:
    house = here().house
    found = here_are.shelf(house).get(name)
    if found is None:
        abort(404)
    first = found.languages[0].language
    own = here_are.is_own(house, found)
    head, rows = _columns(found)
    return shown(
        "instruments/instrument.html",
        place="Help",
        title=_title(found),
        statement=found.validation.statement[first],
        stands=_stands(found),
        facts=tuple(_facts(found, own=own)),
        head=head,
        rows=rows,
        note=found.note.get(first) or next(iter(found.note.values())),
    )


def _title(found: Instrument) -> str:
    return found.title[found.languages[0].language]


def _stands(found: Instrument) -> str:
    return "Can be asked" if here_are.can_be_asked(found) else "Its words are missing"


def _facts(found: Instrument, *, own: bool) -> list[tuple[str, str]]:
    ask = "ask the holder first" if found.licence.permission == "ask" else "nobody need be asked"
    return [
        ("Version", f"{found.id}, {found.version}"),
        ("From", "Published by this hospital" if own else "Came with Heard"),
        ("Licence", f"{found.licence.name}: {ask}. {found.licence.terms}"),
        ("Source", found.source),
        ("Validation", VALIDATED[found.validation.status]),
        *((f"Words, {one.language}", one.record) for one in found.languages),
        ("Scored by", SCORED[found.scoring]),
        ("Missing answers", MISSING[found.missing]),
        ("Digest", found.digest),
    ]


def _columns(found: Instrument) -> tuple[tuple[str, ...], list[Row]]:
    """What is asked; with what it is counted and what is said beside, where there is anything to say."""
    first = found.languages[0].language
    groups = {item: one.title[first] for one in found.composites for item in one.items}
    rows = [
        (
            item.text.get(first, "") or f"{item.id}: {item.topic} (words missing)",
            groups.get(item.id, ""),
            ", ".join(said for said, so in ((TURNED, item.reverse), (CAREFUL, item.respect)) if so),
        )
        for item in found.items
    ]
    head = ("What is asked", "Counted with", "Beside")
    kept = [at for at in range(len(head)) if any(row[at] for row in rows)]
    return tuple(head[at] for at in kept), [tuple(row[at] for at in kept) for row in rows]
