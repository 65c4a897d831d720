"""`/privacy/reads` and `/privacy/disclosures`: who looked at what is restricted, and what of it left the building."""

from collections.abc import Iterable
from typing import get_args

from flask import Blueprint, request

from projections.lives import Stint
from projections.trail import TrailRow
from services.web.doing import offers
from services.web.framing import shown
from services.web.layout import Choice, Field
from services.web.pages.guarding.shared import called, day, tabs
from services.web.phrases import choice
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.trail import How, Note, What

reads = Blueprint("read_log", __name__)

MOST = 200
"""Lines a page shows, the latest; the rest is a matter of narrowing."""


@reads.get("/privacy/reads")
def log() -> str:
    visit = here()
    visit.must("read.trail")
    visit.house.looks.note(visit.actor, Note(how="viewed", what="trail"))
    wanted = {name: request.args.get(name, "") for name in ("how", "what", "person")}
    hows = [how for how in get_args(How) if wanted["how"] in ("", how)]
    found = [one for one in _trail(visit, hows) if _fits(one.row, wanted)]
    return shown(
        "guarding/reads.html",
        place="Privacy",
        tabs=tabs(visit, "Read log"),
        fields=_narrowing(visit, wanted),
        rows=[_read(visit, one.row) for one in found[:MOST]],
        more=max(0, len(found) - MOST),
    )


@reads.get("/privacy/disclosures")
def left() -> str:
    visit = here()
    visit.must("read.trail")
    found = _trail(visit, ["disclosed"])
    words = visit.open(one.row.entry.reason for one in found[:MOST])
    return shown(
        "guarding/disclosures.html",
        place="Privacy",
        tabs=tabs(visit, "What left the building"),
        rows=[
            (
                day(visit, one.row.entry.at),
                f"{choice(one.row.entry.what)}, {time_words.number_of(one.row.entry.count, 'record')}",
                choice(one.row.entry.to or "other", "to"),
                words.of(one.row.entry.reason),
                _who(visit, one.row),
            )
            for one in found[:MOST]
        ],
        may_disclose=visit.may("trail.disclose"),
    )


def _trail(visit: Visit, hows: Iterable[str]) -> list[Stint[TrailRow]]:
    with visit.look(When("now", visit.today, visit.now)) as look:
        return list(look.trail(hows=list(hows)))


def _fits(row: TrailRow, wanted: dict[str, str]) -> bool:
    return wanted["what"] in ("", row.entry.what) and wanted["person"] in ("", row.entry.by or row.entry.role)


def _read(visit: Visit, row: TrailRow) -> tuple[str, str, str, str]:
    about = f", {called(row.entry.about)}" if row.entry.about else ""
    return day(visit, row.entry.at), _who(visit, row), choice(row.how), choice(row.entry.what) + about


def _who(visit: Visit, row: TrailRow) -> str:
    role = visit.names.role(row.entry.role) if row.entry.role else ""
    return f"{visit.names.of(row.entry.by)}, {role.lower()}" if row.entry.by else role


def _narrowing(visit: Visit, wanted: dict[str, str]) -> tuple[Field, ...]:
    people = (*offers.people(visit), Choice("operator", visit.names.role("operator")))
    kinds = tuple(Choice(one, choice(one)) for one in get_args(What))
    ways = tuple(Choice(one, choice(one)) for one in get_args(How))
    return (
        Field("person", "By whom", kind="person", choices=people, value=wanted["person"]),
        Field("what", "Of what", kind="person", choices=kinds, value=wanted["what"]),
        Field("how", "How", kind="person", choices=ways, value=wanted["how"]),
    )
