"""`/privileged/find`: whoever sets records apart finds them by id, unit, kind and day, without a word of them;
`/privileged/find/<record>` opens one, on record, and says what setting it apart would do."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import get_args

from flask import Blueprint, abort, request
from msgspec import Struct

from projections.answers import VoiceRow
from projections.learnings import LearningRow
from projections.lives import Stint
from projections.tracking_log import IssueRow
from services import clock
from services.reader.views import Look
from services.web.framing import shown
from services.web.layout import Choice, Field
from services.web.phrases import choice
from services.web.telling.stories import day
from services.web.visit import Visit, here
from services.web.when import When
from services.wording.time_words import number_of
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Moment, is_day
from workflows.privilege.commands import Designate, Kind
from workflows.trail import Note

finding = Blueprint("finding", __name__)

MOST = 100
"""Lines a page shows, the latest; the rest is a matter of narrowing."""
NO_UNIT = "-none"
ISSUE, LESSON = "issue", "learning"
SHELVES = ("open", "done", "closed")

Record = Stint[VoiceRow] | Stint[IssueRow] | Stint[LearningRow]


class Line(Struct, frozen=True):
    """A record without its words."""

    href: str
    called: str
    unit: str
    day: str


@finding.get("/privileged/find")
def find() -> str:
    visit = here()
    visit.must(Designate.VERB)
    wanted = {name: request.args.get(name, "").strip()[:80] for name in ("record", "unit", "kind", "day")}
    wrong = _wrong(wanted)
    asked = bool(wanted["record"] or wanted["unit"]) and not wrong
    found = _found(visit, wanted) if asked else []
    if found:
        visit.house.looks.note(visit.actor, Note(how="searched", what="voices"))
    return shown(
        "privileged/find.html",
        place="Privileged",
        fields=tuple(_fields(visit, wanted, wrong)),
        asked=asked,
        lines=[_line(visit, one) for one in found[:MOST]],
        more=max(0, len(found) - MOST),
    )


@finding.get("/privileged/find/<stream>")
def opened(stream: str) -> str:
    visit = here()
    visit.must(Designate.VERB)
    with _today(visit) as look:
        record = _record(visit, look, stream) or abort(404)
        voices = look.said(record.row.matter.voices) if isinstance(record.row, IssueRow) else ()
    visit.house.looks.note(visit.actor, Note(how="viewed", what="voices", about=stream))
    words = visit.house.door.open([record.row.title], lambda one: one == stream)
    line = _line(visit, record)
    return shown(
        "privileged/opened.html",
        place="Privileged",
        line=line,
        words=words.get(record.row.title, "(these words were erased)"),
        with_it=number_of(len(voices), "voice") if voices else "",
        set_apart=f"/do/privilege/designate?about={stream}&next=/privileged",
    )


def _today(visit: Visit) -> AbstractContextManager[Look]:
    return visit.look(When("now", visit.today, visit.now))


def _wrong(wanted: Mapping[str, str]) -> dict[str, str]:
    if wanted["day"] and not is_day(wanted["day"]):
        return {"day": "Give a day such as 2025-07-14."}
    if (wanted["kind"] or wanted["day"]) and not (wanted["record"] or wanted["unit"]):
        return {"unit": "Choose a unit, or give an id."}
    return {}


def _found(visit: Visit, wanted: Mapping[str, str]) -> list[Record]:
    """The latest first."""
    with _today(visit) as look:
        if wanted["record"]:
            one = _record(visit, look, wanted["record"])
            return [one] if one else []
        unit = "" if wanted["unit"] == NO_UNIT else wanted["unit"]
        there: list[Record] = [*look.voices(unit), *look.issues([unit], SHELVES), *look.learnings([unit])]
    fitting = (one for one in there if _fits(visit, one, wanted) and visit.house.rights.finds(visit.actor, one.stream))
    return sorted(fitting, key=_since, reverse=True)


def _record(visit: Visit, look: Look, stream: str) -> Record | None:
    """What this reader may set apart, by its id."""
    if not visit.house.rights.finds(visit.actor, stream):
        return None
    if noun_of(stream) == "concern":
        return next(iter(look.said([stream])), None)
    if noun_of(stream) == LESSON:
        return look.learning(stream)
    page = look.issue(stream)
    return page.issue if page else None


def _fits(visit: Visit, one: Record, wanted: Mapping[str, str]) -> bool:
    said = clock.day_of(_since(one), visit.house.plate.zone)
    return wanted["kind"] in ("", _kind(one)) and wanted["day"] in ("", said)


def _kind(one: Record) -> str:
    if isinstance(one.row, VoiceRow):
        return one.row.voice.kind
    return ISSUE if isinstance(one.row, IssueRow) else LESSON


def _since(one: Record) -> Moment:
    if isinstance(one.row, VoiceRow):
        return one.row.voice.raised
    return one.row.matter.listed if isinstance(one.row, IssueRow) else one.row.lesson.began


def _line(visit: Visit, one: Record) -> Line:
    noun = f"Issue #{one.row.matter.number}" if isinstance(one.row, IssueRow) else choice(_kind(one))
    return Line(
        f"/privileged/find/{one.stream}",
        f"{noun}, …{one.stream[-6:]}",
        visit.names.unit(one.row.unit or None),
        day(visit, _since(one), When("now", visit.today, visit.now)),
    )


def _fields(visit: Visit, wanted: Mapping[str, str], wrong: Mapping[str, str]) -> Iterable[Field]:
    units = (*(Choice(slug, visit.names.unit(slug)) for slug in visit.names.units), Choice(NO_UNIT, "No unit"))
    kinds = (
        *(Choice(kind, choice(kind)) for kind in get_args(Kind)),
        Choice(ISSUE, "An issue"),
        Choice(LESSON, "What is learned"),
    )
    yield Field("record", "Its id", "As its page shows it, if somebody gave it to you.", value=wanted["record"])
    yield Field("unit", "Unit", "", "person", units, wanted["unit"], wrong.get("unit", ""))
    yield Field("kind", "Kind", "", "person", kinds, wanted["kind"])
    yield Field("day", "The day it was said", "", "date", (), wanted["day"], wrong.get("day", ""))
