"""`/do/<noun>/<verb>?to=<id>`: the questions of a command, its button, its answer.

What the address already answers (`?to=`, ids of streams) is said and not asked again; words never stand in an address.
"""

from collections.abc import Mapping, Sequence

from flask import Blueprint, abort, request
from msgspec import Struct
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from projections.answers import VoiceRow
from projections.barriers import BarrierRow
from projections.learnings import LearningRow
from projections.measures import MeasureRow
from projections.promises import PromiseRow
from projections.rounds import RoundsRow
from projections.tracking_log import IssueRow
from services.clerk import meanwhile
from services.clerk.asking import Told
from services.web.doing.forms import Typed, asked, fields
from services.web.doing.giving import Failed, answered, fresh_key, given, sent_on
from services.web.doing.measuring import left_out
from services.web.doing.offers import offers
from services.web.framing import shown
from services.web.paths import local, page_of
from services.web.phrases import button
from services.web.telling.desks import headline
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from services.wording.questions import STREAMS, Question
from workflows import lexicon
from workflows.kernel.grammar import Command
from workflows.kernel.ids import noun_of
from workflows.kernel.noun import Nothing

do = Blueprint("do", __name__)

IN_THE_ADDRESS = frozenset(
    {"stream", "unit", "holder", "person", "role", "discipline", "rule", "date", "number", "choice", "period"}
)
"""Kinds of answers an address may bring along."""


@do.get("/do/<noun>/<verb>")
def ask(noun: str, verb: str) -> Response:
    kind, to = _command(noun, verb), request.args.get("to")
    return _form(here(), kind, to, MultiDict(request.args), None)


@do.post("/do/<noun>/<verb>")
def act(noun: str, verb: str) -> Response:
    visit, kind, to = here(), _command(noun, verb), request.args.get("to")
    outcome = given(visit, kind, to, request.form)
    if isinstance(outcome, Failed):
        return _form(visit, kind, to, request.form, outcome)
    assert isinstance(outcome, Told)
    return sent_on(kind.VERB, page_of(outcome.stream) if visit.sees(outcome.stream) else "/")


def _command(noun: str, verb: str) -> type[Command]:
    return lexicon.COMMAND_TYPES.get(f"{noun}.{verb}") or abort(404)


def _form(visit: Visit, kind: type[Command], to: str | None, typed: Typed, failed: Failed | None) -> Response:
    unit = _unit(visit, kind, to, typed)
    visit.must(kind.VERB, unit, to)
    questions = asked(kind, left_out(visit, kind.VERB, to))
    settled = tuple(one for one in questions if _is_settled(one, typed))
    open_questions = tuple(one for one in questions if one not in settled and _can_be_asked(one))
    known = to or typed.get("from_concern") or typed.get("concern")
    about = subject(visit, known)
    wanted = typed if failed else MultiDict(_wanted(open_questions, typed) | dict(about.suggests))
    page = shown(
        "do/do.html",
        notices=failed.notices if failed else (),
        about=about,
        title=(kind.__doc__ or "").strip().rstrip("."),
        button=button(kind.VERB),
        action=request.full_path.rstrip("?"),
        fields=fields(
            open_questions, offers(visit, kind.VERB, open_questions, unit), wanted, failed.wrong if failed else {}
        ),
        settled=[(one.name, value) for one in settled for value in typed.getlist(one.name)],
        back=local(typed.get("next"), page_of(known) if known else "/"),
        next=local(typed.get("next"), ""),
        key=typed.get("command") or fresh_key(),
        happened_on=typed.get("happened_on", ""),
        today=visit.today,
    )
    return answered(page, failed)


class Subject(Struct, frozen=True):
    """What a form is about: its words, how they are called, and what they suggest for its fields."""

    words: str = ""
    called: str = ""
    suggests: Mapping[str, str | list[str]] = {}


def subject(visit: Visit, stream: str | None) -> Subject:
    """Nothing for what has no words, or is not the reader's to read."""
    if stream is None:
        return Subject()
    with visit.look(When("now", visit.today, visit.now)) as look:
        found = look.about([stream]).get(stream)
    if found is None and (item := visit.house.waiting_room.item(stream)):
        found = meanwhile.voice(item)
    row = found.row if found else None
    if isinstance(row, RoundsRow) and visit.may("read.visits", row.unit, stream):
        return Subject(called=_called(visit, row))
    if isinstance(row, MeasureRow) and visit.may("read.board", row.unit or None, stream):
        return Subject(visit.open([row.title]).of(row.title), visit.names.unit(row.unit or None))
    if isinstance(row, LearningRow) and visit.sees(stream):
        lesson = row.lesson
        marked = {"helped": list(lesson.helped), "hindered": list(lesson.hindered)}
        return Subject(visit.open([row.title]).of(row.title), visit.names.unit(lesson.unit), marked)
    if not isinstance(row, VoiceRow | IssueRow | BarrierRow | PromiseRow) or not visit.may(
        "read.issue", row.unit or None, stream
    ):
        return Subject()
    idea = row.voice.idea if isinstance(row, VoiceRow) else None
    words = visit.open([row.title, idea])
    said = words.of(row.title)
    if isinstance(row, IssueRow):
        return Subject(said, f"#{row.matter.number}, {visit.names.unit(row.unit)}")
    if isinstance(row, BarrierRow):
        return Subject(said, f"barrier, with {visit.names.of(row.obstacle.holder)}")
    if isinstance(row, PromiseRow):
        return Subject(said, f"promised by {visit.names.of(row.pledge.holder)}")
    suggests = {"title": headline(said).rstrip("."), "suggestion": words.of(idea), "complaint": said}
    return Subject(said, visit.names.unit(row.voice.unit), suggests)


def _called(visit: Visit, row: RoundsRow) -> str:
    """So: "Rounds on 4 West, Thursday 3 July, with Dana Cole, guided by Lena Ortiz"."""
    partner, guide = row.visit.partner, row.visit.guide
    who = (f", with {visit.names.of(partner)}" if partner else "") + (
        f", guided by {visit.names.of(guide)}" if guide else ""
    )
    return f"Rounds on {visit.names.unit(row.unit)}, {time_words.weekday(row.visit.day)}{who}"


def _unit(visit: Visit, kind: type[Command], to: str | None, typed: Typed) -> str | None:
    """Where it acts; 404 for an address that leads to nothing."""
    if lexicon.begins(kind):
        return typed.get("unit") or next((slug for slug in visit.names.units if visit.may(kind.VERB, slug)), None)
    if to is None or noun_of(to) not in (kind.VERB.partition(".")[0], "waiting"):
        abort(404)
    state = visit.house.waiting_room.state_of(visit.house.waiting_room.where(to) or to)
    unit: str | None = state.unit
    return unit if not isinstance(state, Nothing) else abort(404)


def _is_settled(question: Question, typed: Typed) -> bool:
    """What an address says for good, and nobody is asked again."""
    said = typed.get(question.name, "")
    if question.kind == "position":
        return said.isascii() and said.isdigit()
    return question.kind == "stream" and said.partition("-")[0] in question.nouns


def _can_be_asked(question: Question) -> bool:
    """Which stream is meant is chosen on a page that shows them, unless the command cannot do without, or takes any record:
    its page may not be for this reader to see."""
    if question.kind == "position":
        return question.required
    return question.kind != "stream" or question.required or question.nouns == STREAMS


def _wanted(asked: Sequence[Question], typed: Typed) -> dict[str, str]:
    """What an address may answer beforehand; a flag keeps its default."""
    brought = {one.name: typed[one.name] for one in asked if one.kind in IN_THE_ADDRESS and one.name in typed}
    ticked = {one.name: one.default for one in asked if one.kind == "flag" and one.default}
    return brought | ticked
