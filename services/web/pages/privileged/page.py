"""`/privileged`: what is privileged today and what was, with the way out of it; and what is so from its first word."""

from collections.abc import Iterable

from flask import Blueprint
from msgspec import Struct

from projections.lives import Row, Stint
from services.web.framing import shown
from services.web.paths import page_of
from services.web.phrases import choice
from services.web.telling.desks import headline
from services.web.telling.stories import day
from services.web.visit import Visit, Words, here
from services.web.when import When
from workflows.kernel.grammar import Ref
from workflows.kernel.ids import noun_of
from workflows.privilege.commands import STREAM
from workflows.privilege.state import Default, Designation, Register, register

privileged = Blueprint("privileged", __name__)


class Apart(Struct, frozen=True):
    """One thing that is or was privileged; `out` is where it is taken out."""

    title: str
    href: str
    what: str
    why: str
    since: str
    until: str
    out: str


class Rule(Struct, frozen=True):
    """What is privileged from its first word; `end` is where that ends."""

    what: str
    why: str
    since: str
    end: str


@privileged.get("/privileged")
def show() -> str:
    visit = here()
    visit.must("read.privileged")
    known = register(visit.house.clerk.memory.get(STREAM).state)
    looking = When("now", visit.today, visit.now)
    with visit.look(looking) as look:
        about = look.about({one.about for one in known.designations})
    words = visit.open(_refs(known, about.values()))
    found = [_apart(visit, one, about.get(one.about), words, looking) for one in reversed(known.designations)]
    return shown(
        "privileged/privileged.html",
        place="Privileged",
        now=[one for one in found if not one.until],
        before=[one for one in found if one.until],
        rules=[_rule(visit, one, words, looking) for one in known.defaults],
        may_find=visit.may("privilege.designate"),
        may_adopt=visit.may("privilege.adopt_default"),
    )


def _refs(known: Register, about: Iterable[Stint[Row]]) -> list[Ref | None]:
    said = [ref for one in known.designations for ref in (one.reason, one.why_dropped, one.by, one.dropped_by)]
    titles = [getattr(stint.row, "title", None) for stint in about]
    return [*said, *titles, *(ref for one in known.defaults for ref in (one.reason, one.by))]


def _apart(visit: Visit, one: Designation, about: Stint[Row] | None, words: Words, looking: When) -> Apart:
    noun = {"issue": "Issue", "learning": "What is learned"}.get(noun_of(one.about), "Voice")
    unit = visit.unit_of(one.about)
    by = "by default" if one.by_default else _who(visit, one.by, words)
    out = f"/do/privilege/drop_out?about={one.about}&next=/privileged"
    return Apart(
        title=headline(words.of(getattr(about.row, "title", None)), 80) if about else noun,
        href=page_of(one.about),
        what=f"{noun}, {visit.names.unit(unit)}",
        why=words.of(one.reason),
        since=f"{day(visit, one.since, looking)}, {by}",
        until=_ended(visit, one, words, looking),
        out=out if one.dropped is None and one.through is None and visit.may("privilege.drop_out") else "",
    )


def _ended(visit: Visit, one: Designation, words: Words, looking: When) -> str:
    if one.dropped is None:
        return ""
    return f"{day(visit, one.dropped, looking)}, {_who(visit, one.dropped_by, words)}: {words.of(one.why_dropped)}"


def _rule(visit: Visit, one: Default, words: Words, looking: When) -> Rule:
    where = f"&unit={one.in_unit}" if one.in_unit else ""
    return Rule(
        what=f"{choice(one.kind)}, {visit.names.unit(one.in_unit)}",
        why=words.of(one.reason),
        since=f"{day(visit, one.since, looking)}, {_who(visit, one.by, words)}",
        end=f"/do/privilege/end_default?kind={one.kind}{where}&next=/privileged"
        if visit.may("privilege.end_default")
        else "",
    )


def _who(visit: Visit, by: Ref | None, words: Words) -> str:
    return visit.names.of(words.of(by)) if by else "by itself"
