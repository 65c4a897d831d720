"""Rounds while they are walked: what was found, who spoke with whom, what is agreed. Every part is a form of its own."""

from collections.abc import Callable
from typing import get_args

from flask import jsonify, make_response, redirect, request
from werkzeug.wrappers import Response

from projections.rounds import RoundsRow
from services.web.doing.forms import Typed
from services.web.doing.giving import Failed
from services.web.framing import tell
from services.web.pages.rounds.hearing import heard
from services.web.pages.rounds.walk import Walk
from services.web.visit import Visit
from workflows.issue import commands as issue
from workflows.issue.state import Matter
from workflows.kernel.words import Category
from workflows.rounds import commands as rounds

PLACES = ("first", "second", "third")
DEGREES = ("severity", "likelihood", "ease")


def done(visit: Visit, stream: str, row: RoundsRow, part: str, typed: Typed) -> Response | Failed:
    """One part of the rounds is saved."""
    saved = PARTS.get(part, _no_such_part)(Walk(visit, stream, row, typed))
    if by_script():
        return _said(saved)
    if isinstance(saved, Failed):
        return saved
    sentence, _, place = saved.partition("#")
    tell(sentence)
    return redirect(f"/rounds/{stream}" + (f"#{place}" if place else ""), 303)


def by_script() -> bool:
    """Whether the page's own script asks, which keeps what it sends until it hears that it is saved."""
    return request.accept_mimetypes.best == "application/json"


def _said(saved: str | Failed) -> Response:
    """What became of it, in a sentence."""
    if isinstance(saved, Failed):
        wrong = next(iter(saved.wrong.values()), "")
        return make_response(jsonify(said=saved.sentence or wrong), saved.status)
    return make_response(jsonify(said=saved.partition("#")[0]), 200)


def _no_such_part(_: Walk) -> Failed:
    return Failed(404, "There is no such part of the rounds.")


def _ready(walk: Walk) -> str | Failed:
    item = walk.said("item")[:80]
    what = next((one for one in walk.visit.settings.rounds.to_prepare if one.key == item), None)
    ready = rounds.PreBrief() if what and what.by == "pre_brief" else rounds.Prepare(item=item)
    return walk.all((ready, walk.stream, f"ready {item}")) or "Noted as ready.#prepare"


def _spoke(walk: Walk) -> str | Failed:
    """So: `question.staff`."""
    kind, _, by = walk.said("exchange").partition(".")
    if kind not in get_args(rounds.Exchange) or by not in get_args(rounds.Side):
        return Failed(422, "Choose what it was.")
    noted = rounds.NoteExchange(kind=kind, by=by)  # type: ignore[arg-type] # one of each, as just seen
    return walk.all((noted, walk.stream, "spoke")) or "Noted.#both-ways"


def _found(walk: Walk) -> str | Failed:
    finding = walk.said("finding")
    if finding not in get_args(rounds.Finding) or not walk.said("issue").startswith("issue-"):
        return Failed(422, "Choose: still so, better or fixed.")
    review = rounds.Review(issue=walk.said("issue"), finding=finding)  # type: ignore[arg-type] # one of them
    return walk.all((review, walk.stream, f"seen {review.issue} {finding}")) or "Saved.#one-by-one"


def _rest(walk: Walk) -> str | Failed:
    left = tuple(one for one in walk.typed.getlist("issue") if one.startswith("issue-"))
    return walk.all((rounds.LookOver(issues=left), walk.stream, "rest")) or "Noted: the rest was looked over.#rest"


def _agree(walk: Walk) -> str | Failed:
    chosen = tuple(dict.fromkeys(one for one in map(walk.said, PLACES) if one.startswith("issue-")))
    if not chosen:
        return Failed(422, "Choose at least what comes first.", {"first": "Choose at least what comes first."})
    agreed = rounds.AgreePriorities(issues=chosen)
    return walk.all((agreed, walk.stream, "agreed")) or "Agreed. The list before stays in the record.#priorities"


def _weigh(walk: Walk) -> str | Failed:
    stream, said = walk.said("issue"), [walk.said(degree) for degree in DEGREES]
    if not stream.startswith("issue-") or any(one not in "12345" or len(one) != 1 for one in said):
        return Failed(422, "Give each a number from 1 to 5.")
    severity, likelihood, ease = map(int, said)
    matter: Matter | None = getattr(walk.visit.house.clerk.memory.get(stream).state, "matter", None)
    category: Category = (matter and matter.category) or "other"
    weighed = issue.Triage(category=category, severity=severity, likelihood=likelihood, ease=ease)
    return walk.all((weighed, stream, f"weighed {stream}")) or "Weighed.#priorities"


def _close(walk: Walk) -> str | Failed:
    """Held, and the unit is told."""
    summary, colour = walk.said("summary"), walk.said("colour")
    if colour not in get_args(rounds.Colour):
        return Failed(422, "Say who came for the leadership.", {"colour": "Choose one of these."})
    if not summary or len(summary) > 8000:
        return Failed(422, "Say in a few sentences what came of the rounds.", {"summary": "Say this in a few words."})
    agreed = walk.row.visit.agreed
    held = rounds.Hold(
        attendees=tuple(walk.typed.getlist("attendees")),
        colour=colour,  # type: ignore[arg-type] # one of the three
        none_raised=walk.said("none_raised") == "yes",
    )
    told = rounds.Summarise(
        summary=summary, priorities=agreed[-1] if agreed else (), thanks=walk.said("thanks") or None
    )
    return (
        walk.all((held, walk.stream, "held"), (told, walk.stream, "told"))
        or "Summarised. Everyone in the unit can read it."
    )


PARTS: dict[str, Callable[[Walk], str | Failed]] = {
    "ready": _ready,
    "spoke": _spoke,
    "seen": _found,
    "heard": heard,
    "rest": _rest,
    "agree": _agree,
    "weigh": _weigh,
    "close": _close,
}
