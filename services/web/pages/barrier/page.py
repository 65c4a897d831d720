"""`/barrier/<id>`: a barrier with everything that waits for it."""

from collections.abc import Mapping

from flask import Blueprint, abort
from msgspec.structs import replace

from projections.barriers import BARRIERS, BarrierRow
from projections.blast import Waited, waited
from projections.lives import Row, Stint
from projections.tracking_log import IssueRow
from services.web import when
from services.web.doing import actions
from services.web.framing import shown
from services.web.paths import its_id
from services.web.telling import days_gone, desks, held_lanes, timeline
from services.web.telling.days_gone import Drawn, Waiting
from services.web.telling.desks import headline
from services.web.telling.notices import told_by_mail
from services.web.telling.stories import promises
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref

barrier = Blueprint("barrier", __name__)


@barrier.get("/barrier/<stream>")
def show(stream: str) -> str:
    visit = here()
    looking = when.when(visit)
    with visit.look(looking) as look:
        found = look.barrier(stream) or abort(404)
        held = look.held([stream])
        ever = [one for one in waited(look.told(BARRIERS, [stream])) if one.began <= looking.until]
        waiting = look.about(found.row.obstacle.issues)
        once = waiting | look.about({one.issue for one in ever} - waiting.keys())
    row, o = found.row, found.row.obstacle
    visit.must_read(stream)
    told = timeline.facts(visit, [stream], looking)
    issues = [(one, one.row) for one in waiting.values() if isinstance(one.row, IssueRow)]
    words = visit.open([o.what, row.evidence, row.reason, *_titles(once), *timeline.refs(told)])
    bars, desk = held_lanes.bars(held, visit.names), desks.of_barrier(found, held)
    zone = visit.house.plate.zone
    return shown(
        "barrier/barrier.html",
        place="Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=headline(words.of(o.what)),
        desk=desk,
        late=desk.said_due(looking.day) if desk.overdue(looking.day) else "",
        holder=visit.names.of(desk.holder) if desk.holder else "",
        picture=held_lanes.drawn(bars, looking, zone),
        caption=held_lanes.caption(bars, looking),
        table=held_lanes.table(bars, looking, zone),
        facts=[*_facts(visit, found, words, looking), *told_by_mail(visit, [stream], looking), *its_id(stream)],
        blast=_blast(visit, ever, once, words, looking),
        blast_head=days_gone.WAITED_HEAD,
        issues=[_issue(visit, one.stream, issue, words, looking) for one, issue in issues],
        steps=timeline.steps(visit, told, words, looking),
        actions=() if looking.past else actions.of_barrier(visit, stream, row),
        link=f"/barrier/{stream}/link" if not looking.past and _takes_a_link(visit, stream, row) else "",
    )


def _takes_a_link(visit: Visit, stream: str, row: BarrierRow) -> bool:
    """Whether it lies with somebody who cannot sign in, and may be handed to them by a link."""
    lies = row.state in ("offered", "working") and row.holder.startswith(("person-", "party-"))
    return (
        lies and row.holder not in visit.house.people.logins() and visit.may("barrier.assign", row.unit or None, stream)
    )


def _facts(visit: Visit, found: Stint[BarrierRow], words: Words, looking: When) -> list[tuple[str, str]]:
    row, o = found.row, found.row.obstacle
    waiting = row.waiting
    pairs = (
        ("Promised", promises(o.first_due, o.due, o.moves, looking)),
        ("Asks for", time_words.dollars(o.money) if o.money else ""),
        ("Stays answerable", visit.names.of(o.answerable) if o.answerable else ""),
        (
            "Waiting on",
            f"{visit.names.of(waiting.whom)} until {time_words.short(waiting.until, looking.day)}" if waiting else "",
        ),
        ("Held it before it climbed", ", ".join(map(visit.names.of, o.below))),
        ("At home in", visit.names.unit(o.unit)),
        ("Checked by", visit.names.of(o.verifier)),
        ("How one can see it is gone", words.of(row.evidence)),
        ("Why", words.of(row.reason)),
    )
    return [(name, value) for name, value in pairs if value]


def _titles(found: Mapping[str, Stint[Row]]) -> list[Ref]:
    return [one.row.matter.title for one in found.values() if isinstance(one.row, IssueRow)]


def _blast(
    visit: Visit, ever: list[Waited], once: Mapping[str, Stint[Row]], words: Words, looking: When
) -> Drawn | None:
    """What waited for it up to the moment looked at; titles only where one may read them."""
    found = []
    for one in ever:
        row = once[one.issue].row if one.issue in once else None
        if isinstance(row, IssueRow):
            unit, name, href = _issue(visit, one.issue, row, words, looking)
            desk = visit.names.of(row.matter.owner or f"unit-{row.unit}") if href else unit
            ended = one.ended if one.ended is None or one.ended <= looking.until else None
            found.append((replace(one, ended=ended), Waiting(name, unit, desk)))
    return days_gone.of_barrier(found, looking, visit.house.plate.zone)


def _issue(visit: Visit, stream: str, row: IssueRow, words: Words, looking: When) -> tuple[str, str, str]:
    """Unit, title, address; the title only where one may read it."""
    matter = row.matter
    if not visit.may("read.issue", matter.unit, stream):
        return visit.names.unit(matter.unit), f"#{matter.number}", ""
    title = f"#{matter.number} {headline(words.of(matter.title))}"
    return visit.names.unit(matter.unit), title, f"/issue/{stream}{looking.query}"
