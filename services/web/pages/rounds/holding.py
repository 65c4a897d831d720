"""Rounds while they are walked: what was found, what was heard, what is agreed. Every part is a form of its own, so that
what is saved is saved, whatever happens to the phone."""

from collections.abc import Callable
from uuid import NAMESPACE_URL, uuid5

from flask import redirect
from werkzeug.wrappers import Response

from projections.rounds import RoundsRow
from services.clerk.asking import Told
from services.guidance import guidance
from services.web.doing.forms import Typed
from services.web.doing.giving import Failed, give
from services.web.framing import tell
from services.web.telling.desks import headline
from services.web.visit import Visit
from workflows.barrier.commands import Log
from workflows.concern import commands as concern
from workflows.issue import commands as issue
from workflows.kernel.grammar import Command
from workflows.rounds import commands as rounds

SPEAKER: concern.Speaker = "confidential"
"""No names on rounds: whoever writes it down brings the answer back."""
FINDINGS = (("still_so", "Still so"), ("better", "Better"), ("fixed", "Fixed"))


def done(visit: Visit, stream: str, row: RoundsRow, part: str, typed: Typed) -> Response | Failed:
    """One part of the rounds is saved."""
    parts: dict[str, Callable[[Walk], str | Failed]] = {
        "ready": _ready,
        "seen": _found,
        "heard": _heard,
        "rest": _rest,
        "close": _close,
    }
    saved = parts.get(part, _no_such_part)(Walk(visit, stream, row, typed))
    if isinstance(saved, Failed):
        return saved
    sentence, _, place = saved.partition("#")
    tell(sentence)
    return redirect(f"/rounds/{stream}" + (f"#{place}" if place else ""), 303)


class Walk:
    """One part being saved; several commands of one form get retry keys of their own that follow from the form's."""

    def __init__(self, visit: Visit, stream: str, row: RoundsRow, typed: Typed) -> None:
        self.visit = visit
        self.stream = stream
        self.row = row
        self.typed = typed

    def said(self, name: str) -> str:
        return self.typed.get(name, "").replace("\r\n", "\n").strip()

    def give(self, command: Command, to: str | None, step: str) -> Told | Failed:
        key = uuid5(NAMESPACE_URL, f"{self.said('command')}|{self.stream}|{step}")
        return give(self.visit, command, to, str(key))

    def all(self, *steps: tuple[Command, str | None, str]) -> Failed | None:
        """Gives them one after the other; the first that is refused ends it."""
        for command, to, step in steps:
            if isinstance(outcome := self.give(command, to, step), Failed):
                return outcome
        return None


def _no_such_part(_: Walk) -> Failed:
    return Failed(404, "There is no such part of the rounds.")


def _ready(walk: Walk) -> str | Failed:
    item = walk.said("item")[:80]
    what = next((one for one in guidance().to_prepare if one.key == item), None)
    ready = rounds.PreBrief() if what and what.by == "pre_brief" else rounds.Prepare(item=item)
    return walk.all((ready, walk.stream, f"ready {item}")) or "Noted as ready.#prepare"


def _found(walk: Walk) -> str | Failed:
    finding = next((name for name, _ in FINDINGS if name == walk.said("finding")), None)
    if finding is None or not walk.said("issue").startswith("issue-"):
        return Failed(422, "Choose: still so, better or fixed.")
    review = rounds.Review(issue=walk.said("issue"), finding=finding)  # type: ignore[arg-type] # one of FINDINGS
    return walk.all((review, walk.stream, f"seen {review.issue} {finding}")) or "Saved.#one-by-one"


def _rest(walk: Walk) -> str | Failed:
    left = [one for one in walk.typed.getlist("issue") if one.startswith("issue-")]
    steps = ((rounds.Review(issue=one, finding="still_so"), walk.stream, f"rest {one}") for one in left)
    return walk.all(*steps) or "Noted: the rest was looked over.#rest"


def _heard(walk: Walk) -> str | Failed:
    """Something new: noted, fixed now, listed, or handed to the partner as a barrier."""
    what, then = walk.said("what"), walk.said("then")
    if not what:
        return Failed(422, "Say in a few words what you heard.", {"what": "Say in a few words what you heard."})
    if len(what) > 8000:
        return Failed(422, "Shorten this to 8,000 characters.", {"what": "Shorten this to 8,000 characters."})
    if then == "fixed":
        return _fixed(walk, what)
    return _raised(walk, what, then)


def _fixed(walk: Walk, what: str) -> str | Failed:
    did = walk.said("did")
    if not did:
        return Failed(422, "Say what you did about it.", {"did": "Say what you did about it."})
    fix = concern.Fix(
        unit=walk.row.unit,
        what=what,
        idea=walk.said("idea") or None,
        did=did,
        speaker=SPEAKER,
        rounds=walk.stream,
    )
    return walk.all((fix, None, "fixed")) or "Fixed on the spot, and the answer is on record.#new"


def _raised(walk: Walk, what: str, then: str) -> str | Failed:
    voice = concern.Raise(
        unit=walk.row.unit,
        what=what,
        idea=walk.said("idea") or None,
        source="rounds",
        speaker=SPEAKER,
        rounds=walk.stream,
    )
    raised = walk.give(voice, None, "raised")
    if isinstance(raised, Failed) or then not in ("list", "partner"):
        return raised if isinstance(raised, Failed) else "Noted. An answer is owed.#new"
    line = issue.List(
        unit=walk.row.unit, title=headline(what), from_concern=raised.stream, source="rounds", rounds=walk.stream
    )
    listed = walk.give(line, None, "listed")
    if isinstance(listed, Failed) or then == "list":
        return listed if isinstance(listed, Failed) else "Listed, and an answer is owed.#new"
    log = Log(unit=walk.row.unit, what=headline(what), issues=(listed.stream,), holder=walk.row.visit.partner)
    return walk.all((log, None, "logged")) or "Listed, and handed to the partner.#new"


def _close(walk: Walk) -> str | Failed:
    """Held, and the unit is told."""
    summary, colour = walk.said("summary"), walk.said("colour")
    if colour not in ("executive", "deputy", "team"):
        return Failed(422, "Say who came for the leadership.", {"colour": "Choose one of these."})
    if not summary or len(summary) > 8000:
        return Failed(422, "Say in a few sentences what came of the rounds.", {"summary": "Say this in a few words."})
    if len(walk.typed.getlist("priorities")) > 3:
        return Failed(422, "Choose up to three issues that come first.", {"priorities": "Up to three."})
    held = rounds.Hold(
        attendees=tuple(walk.typed.getlist("attendees")),
        colour=colour,  # type: ignore[arg-type] # one of the three
        none_raised=walk.said("none_raised") == "yes",
    )
    told = rounds.Summarise(
        summary=summary, priorities=tuple(walk.typed.getlist("priorities")), thanks=walk.said("thanks") or None
    )
    return (
        walk.all((held, walk.stream, "held"), (told, walk.stream, "told"))
        or "Summarised. Everyone in the unit can read it."
    )
