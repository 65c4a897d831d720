"""`/issue/<id>`, and `/issue/118` for people who have only the number."""

from flask import Blueprint, abort, redirect
from msgspec import Struct
from werkzeug.wrappers import Response

from projections.answers import VoiceRow
from projections.barriers import BarrierRow
from projections.lives import Stint
from projections.where_days_went import Part, parts
from services.reader.answers import IssuePage
from services.web import when
from services.web.doing import actions
from services.web.doing.actions import Action
from services.web.framing import shown
from services.web.pages.issue import next_step, planning
from services.web.paths import its_id
from services.web.phrases import choice
from services.web.telling import days_gone, desks, held_lanes, timeline
from services.web.telling.desks import Desk, headline
from services.web.telling.notices import told_by_mail
from services.web.telling.stories import day, promises, signed, speaker
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref

issue = Blueprint("issue", __name__)


class Told(Struct, frozen=True):
    """A voice as the page shows it."""

    href: str
    words: str
    whose: str
    desk: Desk
    actions: tuple[Action, ...]


class Obstacle(Struct, frozen=True):
    """A barrier as the page shows it."""

    href: str
    words: str
    desk: Desk
    holder: str
    promise: str
    money: str
    actions: tuple[Action, ...]


@issue.get("/issue/<int:number>")
def numbered(number: int) -> Response:
    visit = here()
    rows = visit.house.ledger.rows(number - 1, 1) if number else []
    stream = visit.house.clerk.mapper.fact(rows[0]).stream if rows else ""
    return redirect(f"/issue/{stream}") if stream.startswith("issue-") and visit.sees(stream) else abort(404)


@issue.get("/issue/<stream>")
def show(stream: str) -> str:
    visit = here()
    looking = when.when(visit)
    with visit.look(looking) as look:
        found = look.issue(stream)
        steps = planning.steps_of(look, stream, found.issue.row.unit) if found else []
    if found is None:
        return _not_yet(visit, stream, looking)
    row = found.issue.row
    visit.must_read(stream)
    told = timeline.facts(
        visit, [stream, *(one.stream for one in found.barriers), *(one.stream for one in found.voices)], looking
    )
    words = visit.open([*_refs(found), *(one.row.title for one in steps), *timeline.refs(told)])
    held = held_lanes.bars(found.held, visit.names)
    zone = visit.house.plate.zone
    live = (
        ()
        if looking.past
        else actions.of_issue(
            visit,
            stream,
            row,
            blocked=any(one.row.shelf == "open" for one in found.barriers),
            owed=any(one.row.state == "owed" for one in found.voices),
        )
    )
    return shown(
        "issue/issue.html",
        place="Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=words.of(row.title),
        number=row.matter.number,
        unit=visit.names.unit(row.unit),
        home=f"/unit/{row.unit}{looking.query}" if visit.may("read.board", row.unit) else "",
        desk=desks.of_issue(row, found.barriers, found.held),
        late=_late(found, looking),
        next=next_step.sentence(found, visit.names, looking),
        waiting=next_step.voices(found, visit.names, looking),
        picture=held_lanes.drawn(held, looking, zone),
        caption=held_lanes.caption(held, looking),
        table=held_lanes.table(held, looking, zone),
        went=days_gone.of_issue(_went(found, looking), visit.names),
        went_head=days_gone.HEAD,
        trace=f"/trace/{stream}{looking.query}",
        facts=[*_facts(found, visit, words, looking), *_told_by_mail(visit, found, looking), *its_id(stream)],
        voices=[_voice(visit, one, words, looking) for one in found.voices if visit.sees(one.stream)],
        barriers=[_barrier(visit, one, found, words, looking) for one in found.barriers],
        alike=_alike(visit, found, words, looking),
        plan=(planning.HEAD, planning.table(visit, steps, words, looking)),
        promise_a_step=planning.promise_a_step(visit, stream, row, looking),
        answers=_answers(visit, found, words, looking),
        steps=timeline.steps(visit, told, words, looking),
        actions=live,
    )


def _went(found: IssuePage, looking: When) -> tuple[Part, ...]:
    """From when it was listed until it was closed, or until now."""
    row = found.issue.row
    return parts(found.held, row.matter.listed, row.since if row.shelf == "closed" else looking.until)


def _not_yet(visit: Visit, stream: str, looking: When) -> str:
    """A page that exists today but did not on the day asked for says so; one that never did is not there."""
    known = visit.house.clerk.memory.get(stream) if stream.startswith("issue-") else None
    if known is None or not known.version or not looking.past:
        abort(404)
    visit.must_read(stream)
    return shown(
        "issue/not_yet.html", place="Unit", moment=when.control(visit, looking), number=known.state.matter.number
    )


def _refs(found: IssuePage) -> list[Ref | None]:
    row = found.issue.row
    matter = row.matter
    own = [matter.title, matter.suggestion, matter.needs, matter.plan, row.evidence, row.reason]
    said = [ref for one in found.voices for ref in (one.row.voice.what, one.row.voice.idea)]
    answers = [one.row.answer.text for one in found.voices if one.row.answer]
    titles = [*(one.row.title for one in found.barriers), *(one.row.title for one in found.alike)]
    return [*own, *said, *answers, *titles]


def _late(found: IssuePage, looking: When) -> str:
    desk = desks.of_issue(found.issue.row, found.barriers, found.held)
    return desk.said_due(looking.day) if desk.overdue(looking.day) else ""


def _facts(found: IssuePage, visit: Visit, words: Words, looking: When) -> list[tuple[str, str]]:
    row = found.issue.row
    matter = row.matter
    cents = sum(one.row.obstacle.money or 0 for one in found.barriers)
    weight = matter.weight
    pairs = (
        ("Suggested", words.of(matter.suggestion)),
        ("Needs", words.of(matter.needs)),
        ("Asks for", time_words.dollars(cents) if cents else ""),
        ("Resolution promised", promises(matter.first_due, matter.due, matter.moves, looking)),
        ("Plan", words.of(matter.plan)),
        ("Its authors", planning.authors(visit, matter) if matter.plan else ""),
        ("Looks after it", visit.names.of(matter.owner or f"unit-{matter.unit}")),
        ("About", choice(matter.category) if matter.category else ""),
        ("Where it was said", choice(matter.source)),
        (
            "Weighs",
            f"severity {weight.severity}, likelihood {weight.likelihood}, ease {weight.ease} of 5" if weight else "",
        ),
        ("One can see it by", words.of(row.evidence)),
        ("Why not", words.of(row.reason)),
    )
    return [(name, value) for name, value in pairs if value]


def _told_by_mail(visit: Visit, found: IssuePage, looking: When) -> list[tuple[str, str]]:
    """Of the issue, of what stands in its way, and of its voices as far as the reader may know of them."""
    hangs_on_it = [*(one.stream for one in found.barriers), *(one.stream for one in found.voices)]
    return told_by_mail(visit, [found.issue.stream, *filter(visit.sees, hangs_on_it)], looking)


def _voice(visit: Visit, stint: Stint[VoiceRow], words: Words, looking: When) -> Told:
    row = stint.row
    return Told(
        href=f"/voice/{stint.stream}{looking.query}",
        words=words.of(row.voice.what),
        whose=f"{speaker(visit, stint)}, {day(visit, row.voice.raised, looking)}",
        desk=desks.of_voice(row),
        actions=() if looking.past else tuple(one for one in actions.of_voice(visit, stint.stream, row) if one.first),
    )


def _barrier(visit: Visit, stint: Stint[BarrierRow], found: IssuePage, words: Words, looking: When) -> Obstacle:
    row = stint.row
    o, desk = row.obstacle, desks.of_barrier(stint, found.held)
    return Obstacle(
        href=f"/barrier/{stint.stream}{looking.query}",
        words=words.of(o.what),
        desk=desk,
        holder=visit.names.of(desk.holder) if desk.holder else "",
        promise=promises(o.first_due, o.due, o.moves, looking),
        money=time_words.dollars(o.money) if o.money else "",
        actions=() if looking.past else tuple(one for one in actions.of_barrier(visit, stint.stream, row) if one.first),
    )


def _alike(visit: Visit, found: IssuePage, words: Words, looking: When) -> list[tuple[str, str, str]]:
    """Other issues behind the same barriers or flagged as the same: unit, title, address; titles only where one may read."""
    return [
        (
            visit.names.unit(one.row.unit),
            f"#{one.row.matter.number} {headline(words.of(one.row.title))}"
            if readable
            else f"#{one.row.matter.number}",
            f"/issue/{one.stream}{looking.query}" if readable else "",
        )
        for one in found.alike
        for readable in (visit.may("read.issue", one.row.unit, one.stream),)
    ]


def _answers(visit: Visit, found: IssuePage, words: Words, looking: When) -> list[tuple[str, str]]:
    """Each answer once, however many voices it was given to: its words, whose and when."""
    answers = [one.row.answer for one in found.voices if one.row.answer]
    given = {(answer.by, answer.at): answer for answer in answers}
    return [(words.of(answer.text), signed(visit, answer.by, answer.at, looking)) for answer in given.values()]
