"""`/campaign/<id>/comments`: what people wrote, read by the one who reviews it, after the close: each is shown, without names,
looked at again, or stays under seal with a reason. Nothing on this page says of which unit, when, or beside which answers."""

from collections.abc import Sequence
from typing import get_args
from uuid import NAMESPACE_URL, uuid5

from flask import Blueprint, abort, redirect, request
from msgspec import Struct
from werkzeug.wrappers import Response

from assessments.campaign import Asking
from assessments.campaign.commands import ReviewComment, Verdict
from assessments.campaign.comments import without
from services import commenting
from services.commenting import Written
from services.instruments import asked_by
from services.web.doing.actions import Action
from services.web.doing.giving import Failed, answered, fresh_key, give
from services.web.framing import shown, tell
from services.web.layout import Choice, Field
from services.web.paths import page_of
from services.web.phrases import done
from services.web.visit import Visit, here
from workflows.kernel.ids import is_id
from workflows.trail import Note

comments = Blueprint("comments", __name__)

RIGHT = "campaign.review_comment"
AT_ONCE = 5
"""Comments whose forms stand on one page."""
LONGEST = 8_000
VERDICTS = (
    Choice("show", "Show it"),
    Choice("hold", "Look at it again later"),
    Choice("hide", "Keep it under seal"),
)
STANDS: dict[Verdict, str] = {"show": "to be shown", "hold": "to be looked at again", "hide": "under seal"}
NOT_THERE = "One of the words to be taken out does not stand in what was written. Copy it from there."
CHOOSE = "Say whether it is shown, looked at again, or stays under seal."


class Looked(Struct, frozen=True):
    """One form; `text` as it was written."""

    number: int
    text: str
    fields: tuple[Field, ...]


@comments.get("/campaign/<stream>/comments")
def read(stream: str) -> Response:
    visit = here()
    return _page(visit, stream, _campaign(visit, stream), None, None)


@comments.post("/campaign/<stream>/comments")
def review(stream: str) -> Response:
    visit = here()
    state = _campaign(visit, stream)
    written = {str(one.number): one for one in commenting.to_review(visit.house, stream, state)}
    one = written.get(request.form.get("comment", "")) or abort(404)
    verdict, reason, said = (_typed(one.number, name).strip() for name in ("verdict", "reason", "without"))
    gone = commenting.numbers(one.text, said)
    if verdict not in get_args(Verdict) or len(reason) > LONGEST:
        return _page(visit, stream, state, one.number, Failed(422, CHOOSE))
    if gone is None:
        return _page(visit, stream, state, one.number, Failed(422, NOT_THERE))
    command = ReviewComment(comment=one.number, verdict=verdict, without=gone, reason=reason or None)  # type: ignore[arg-type] # one of Verdict
    key = uuid5(NAMESPACE_URL, f"{request.form.get('command', '')}|{stream}|{one.number}|{verdict}|{gone}|{reason}")
    outcome = give(visit, command, stream, str(key))
    if isinstance(outcome, Failed):
        return _page(visit, stream, state, one.number, outcome)
    tell(done(RIGHT))
    return redirect(f"/campaign/{stream}/comments", 303)


def _campaign(visit: Visit, stream: str) -> Asking:
    """Only once something lies there to be reviewed."""
    state = visit.house.clerk.memory.get(stream).state if is_id(stream, "campaign") else None
    if not isinstance(state, Asking) or state.comments is None or state.comments.digest is None:
        abort(404)
    visit.must(RIGHT, None, stream)
    return state


def _page(visit: Visit, stream: str, state: Asking, wrong: int | None, failed: Failed | None) -> Response:
    """That they are read is on record before they are shown."""
    visit.house.looks.note(visit.actor, Note(how="viewed", what="survey", about=stream))
    written = commenting.to_review(visit.house, stream, state)
    first = request.args.get("again", "") if wrong is None else str(wrong)
    again = [one for one in written if str(one.number) == first]
    waiting = again + [one for one in written if one.judged is None and one not in again]
    comments_, instrument = state.comments, asked_by(visit.house, state)
    assert comments_ is not None
    page = shown(
        "comments/comments.html",
        place="Hospital",
        notices=failed.notices if failed else (),
        title=instrument.title["en"] if instrument else state.instrument,
        stream=stream,
        key=fresh_key(),
        back=page_of(stream),
        says=_says(written, comments_.least, comments_.waiting, is_shown=comments_.shown),
        forms=[_form(one, filled=one.number == wrong) for one in waiting[:AT_ONCE]],
        more=max(0, len(waiting) - AT_ONCE),
        looked=[_line(one) for one in written if one.judged is not None],
        actions=_offered(visit, stream, state),
    )
    return answered(page, failed)


def _says(written: Sequence[Written], least: int, waiting: int, *, is_shown: bool) -> tuple[str, ...]:
    many = f"{len(written)} wrote something; {waiting} of them nobody has looked at yet."
    if len(written) < least:
        few = (
            f"It is told to nobody else: that takes {least} who wrote. What it asks for can be worked on all the same."
        )
        return many, few
    return many, "What is to be shown is there for whoever may read the results." if is_shown else ""


def _form(one: Written, *, filled: bool) -> Looked:
    before = one.judged
    verdict, reason, gone = (
        (_typed(one.number, name) for name in ("verdict", "reason", "without"))
        if filled
        else (before.verdict if before else "", "", " ".join(one.named))
    )
    fields = (
        Field(
            f"without-{one.number}",
            "Words to take out",
            "Names, and whatever tells who wrote it. Those that are also in a name of the directory stand here already.",
            value=gone,
        ),
        Field(
            f"verdict-{one.number}",
            "Is it shown?",
            kind="choice",
            choices=VERDICTS,
            value=verdict,
            required=True,
        ),
        Field(f"reason-{one.number}", "If not, why?", "One sentence. Name nobody.", value=reason),
    )
    return Looked(one.number, one.text, fields)


def _typed(number: int, name: str) -> str:
    return request.form.get(f"{name}-{number}", "")


def _line(one: Written) -> tuple[str, str, str, str]:
    """Its number, how it stands, what is shown, and where it is looked at again."""
    judged = one.judged
    assert judged is not None
    return str(one.number), STANDS[judged.verdict], without(one.text, judged.without), f"?again={one.number}"


def _offered(visit: Visit, stream: str, state: Asking) -> tuple[Action, ...]:
    comments_ = state.comments
    if comments_ is None or comments_.shown or comments_.waiting or comments_.written < comments_.least:
        return ()
    if not visit.may("campaign.show_comments", None, stream):
        return ()
    return (Action("Show what was looked at", f"/do/campaign/show_comments?to={stream}&next={page_of(stream)}", True),)
