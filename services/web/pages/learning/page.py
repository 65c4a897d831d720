"""`/unit/<slug>/learning`: what a unit learns, and at which pace; `/learning/<id>`: one with all that came of it."""

from flask import Blueprint, abort

from projections.learnings import LearningRow
from projections.lives import Stint
from projections.paces import PaceRow, in_time
from projections.promises import PromiseRow
from services.reader.views import Look
from services.web import when
from services.web.doing.learning import begins, of_learning
from services.web.framing import shown, tabs
from services.web.layout import Line
from services.web.pages.learning import telling
from services.web.paths import page_of
from services.web.telling import timeline
from services.web.telling.desks import headline
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.promise.commands import OFFERED

learning = Blueprint("learning", __name__)

LOTS = (("Being looked at", "looking"), ("Being tried", "trying"), ("Learned", "learned"))


@learning.get("/unit/<slug>/learning")
def of_unit(slug: str) -> str:
    visit = here()
    visit.must_in(slug, "read.board")
    looking = when.when(visit)
    with visit.look(looking, slug) as look:
        found = [one for one in look.learnings([slug]) if visit.sees(one.stream)]
        pace = look.paces([slug]).get(slug)
        offered = _offered(look, visit, slug)
    words = visit.open(ref for one in found for ref in (one.row.lesson.lesson, one.row.title))
    said = visit.open(one.row.title for one in offered)
    lots = [(title, [one for one in found if one.row.state == state]) for title, state in LOTS]
    return shown(
        "learning/unit.html",
        place="Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        name=visit.names.unit(slug),
        tabs=tabs(visit, slug, "Learning"),
        begins=() if looking.past else begins(visit, slug),
        figures=_figures(found, pace, looking),
        drawn=telling.drawn(visit, (one.row for one in found)),
        going=pace is not None and pace.going,
        adopt=_adopt(visit, slug, looking),
        lots=[(title, [telling.line(visit, one, words, looking) for one in some]) for title, some in lots if some],
        offered=[_offer(visit, one, said, looking) for one in offered],
    )


def _offered(look: Look, visit: Visit, slug: str) -> list[Stint[PromiseRow]]:
    """What other units, or the hospital, offered to this one."""
    promised = look.promises(slug, ("owed", "granted", "refused"))
    return [one for one in promised if one.row.pledge.kind == OFFERED and visit.sees(one.stream)]


def _offer(visit: Visit, one: Stint[PromiseRow], words: Words, looking: When) -> Line:
    row = one.row
    waits = row.state == "owed"
    state, said = telling.SPREAD[{"owed": "offered", "granted": "taken_up"}.get(row.state, "not_for_us")]
    return Line(
        href=page_of(one.stream) + looking.query,
        title=headline(words.of(row.title)),
        where=f"from {visit.names.of(row.pledge.to)}",
        state=state,
        words=said,
        due=time_words.due(row.pledge.due, looking.day) if waits else "",
        late=waits and row.pledge.due < looking.day,
    )


def _figures(found: list[Stint[LearningRow]], pace: PaceRow | None, looking: When) -> list[tuple[str, str]]:
    """Of nothing no share is said."""
    figures = []
    if pace is not None and pace.going:
        figures.append((time_words.short(pace.pace.due, looking.day), "the next lesson is owed by"))
    if pace is not None and (kept := in_time(pace.pace, looking.day)).owed:
        figures.append((f"{kept.came} of {kept.owed}", "lessons came in time"))
    tests = [one.row.lesson.verdict for one in found if one.row.way == "test" and one.row.lesson.verdict]
    if tests:
        figures.append((f"{tests.count('adopt')} of {len(tests)}", "changes that were tried are kept"))
    return figures


def _adopt(visit: Visit, slug: str, looking: When) -> str:
    """Where the unit takes it up; "" for whoever may not."""
    may = visit.may("unit.adopt_practice", slug) and not looking.past
    return f"/do/unit/adopt_practice?to=unit-{slug}&practice=lessons&next=/unit/{slug}/learning" if may else ""


@learning.get("/learning/<stream>")
def show(stream: str) -> str:
    visit = here()
    known = stream.startswith("learning-") and visit.house.clerk.memory.get(stream).version
    if not known or not visit.sees(stream):
        abort(404)
    looking = when.when(visit)
    with visit.look(looking) as look:
        found = look.learning(stream) or abort(404)
        offers = look.offered([stream])
    row = found.row
    told = timeline.facts(visit, [stream], looking)
    words = visit.open([*telling.refs(row), *timeline.refs(told), *(one.row.words for one in offers)])
    state, chip = telling.chip(row)
    due = telling.next_day(row)
    return shown(
        "learning/one.html",
        place="Unit" if row.unit in visit.units else "Hospital" if visit.may("read.figures") else "Help",
        notices=looking.notices,
        moment=when.control(visit, looking),
        title=headline(words.of(row.lesson.lesson or row.title), 60),
        state=state,
        chip=chip,
        late=time_words.due(due, looking.day) if due and due < looking.day else "",
        next=telling.next_step(visit, row, looking),
        said=telling.said(visit, row, words, looking),
        chosen=telling.chosen(visit, row, words, looking),
        chosen_head=telling.CHOSEN,
        offers=telling.offers(visit, offers, words, looking),
        offers_head=telling.OFFERS,
        facts=telling.facts(visit, stream, row, looking),
        linked=_linked(visit, row),
        steps=timeline.steps(visit, told, words, looking),
        actions=() if looking.past else of_learning(visit, stream, row),
    )


def _linked(visit: Visit, row: LearningRow) -> list[tuple[str, str]]:
    """The issue it starts from, the test it follows."""
    pairs = (("The issue it starts from", row.lesson.about), ("The test it follows", row.lesson.after))
    return [(words, page_of(stream)) for words, stream in pairs if stream and visit.sees(stream)]
