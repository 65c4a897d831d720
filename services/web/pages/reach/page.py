"""`/reach`: when and how leaders can be reached, and how soon they answer; what the reader asked, and what was said to it."""

from flask import Blueprint
from msgspec import Struct

from projections.lives import Stint
from projections.promises import PromiseRow
from projections.standards import StandardRow
from projections.talks import Answered, answered
from services import clock
from services.web import when
from services.web.framing import shown
from services.web.telling.stories import day
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref

reach = Blueprint("reach", __name__)

CHANNEL = "access_channel"


class Leader(Struct, frozen=True, kw_only=True):
    """Who says how to reach them; `ask` is where one asks them for a talk."""

    name: str
    words: str
    ask: str


class Talk(Struct, frozen=True, kw_only=True):
    """What the reader asked of whom; `chip` is a key of the layout's states."""

    href: str
    words: str
    whose: str
    chip: str
    stands: str
    said: str


@reach.get("/reach")
def show() -> str:
    visit = here()
    visit.must("read.own")
    looking = when.when(visit)
    with visit.look(looking) as look:
        channels = look.standards(items=(CHANNEL,), shelves=("in_place",))
        talks = look.talks()
    mine = [one for one in talks if one.row.pledge.to == visit.person]
    said = [one.row.standard.said for one in channels]
    refs = [ref for one in mine for ref in (one.row.pledge.what, _answer(one.row))]
    words = visit.open([*(one.words for one in said if one), *refs])
    come = answered((one.row for one in talks), looking.day, lambda at: clock.day_of(at, visit.house.plate.zone))
    return shown(
        "reach/reach.html",
        moment=when.control(visit, looking),
        notices=looking.notices,
        figures=_figures(come),
        leaders=sorted((_leader(visit, one, words, looking) for one in channels), key=lambda one: one.name),
        talks=[_talk(visit, one, words, looking) for one in mine],
        own=_own(visit, looking),
    )


def _figures(come: Answered) -> list[tuple[str, str]]:
    pairs = []
    if come.in_time.percent is not None:
        pairs.append(
            (f"{come.in_time.percent} %", f"of {come.in_time.whole} who asked for a talk had an answer in time")
        )
    if come.days is not None:
        pairs.append(
            (time_words.number_of(come.days, "day", "days"), "within which half of those who were answered were")
        )
    return [*pairs, (str(come.missed), "had none by their day")] if pairs else []


def _leader(visit: Visit, one: Stint[StandardRow], words: Words, looking: When) -> Leader:
    said, person = one.row.standard.said, one.row.standard.person or ""
    asks = person != visit.person and not looking.past
    return Leader(
        name=visit.names.of(person),
        words=words.of(said.words if said else None),
        ask=f"/do/promise/ask_access?holder={person}&next=/reach" if asks else "",
    )


def _own(visit: Visit, looking: When) -> str:
    """Where somebody who leads says how to reach them; "" for everybody else."""
    leads = not visit.roles.isdisjoint(visit.house.clerk.standards.now()[1].leaders)
    may = leads and not looking.past and visit.may_anywhere("standard.attest")
    return f"/attest/{CHANNEL}?person={visit.person}&next=/reach" if may else ""


def _answer(row: PromiseRow) -> Ref | None:
    return row.pledge.said.words if row.pledge.said else None


def _talk(visit: Visit, one: Stint[PromiseRow], words: Words, looking: When) -> Talk:
    row, pledge = one.row, one.row.pledge
    late = row.state == "owed" and pledge.first_due < looking.day
    chips = {"owed": "overdue" if late else "waiting", "granted": "resolved", "refused": "declined"}
    return Talk(
        href=f"/promise/{one.stream}",
        words=words.of(pledge.what),
        whose=f"To {visit.names.of(pledge.holder)}, {day(visit, pledge.began, looking)}",
        chip=chips.get(row.state, "withdrawn"),
        stands=_stands(row, looking),
        said=words.of(_answer(row)),
    )


def _stands(row: PromiseRow, looking: When) -> str:
    if row.pledge.meets:
        return f"You meet on {time_words.short(row.pledge.meets, looking.day)}"
    if row.state == "owed":
        return f"answer {time_words.due(row.pledge.due, looking.day)}"
    return "No, and why" if row.state == "refused" else "Not needed any more"
