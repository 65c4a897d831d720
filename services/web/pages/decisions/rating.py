"""`/decision/<id>/rate`: the six aims on one page, neutral unless something else is said; each is kept by itself."""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from flask import Blueprint, abort, redirect, request
from msgspec import Struct
from werkzeug.wrappers import Response

from services.web.doing.forms import Typed
from services.web.doing.giving import Failed, answered, fresh_key, give
from services.web.doing.offers import people
from services.web.framing import shown, tell
from services.web.layout import Choice, Field
from services.web.phrases import choice, done
from services.web.telling.desks import headline
from services.web.visit import Visit, Words, here
from workflows.decision.commands import AIMS, Aim, Rate
from workflows.decision.state import Known, Proposed, Rating

rating = Blueprint("rating", __name__)

EFFECTS = ("supports", "neutral", "trade_off", "harms")
LONGEST = 8_000
_NEUTRAL = ("neutral", "", "", "")
Said = tuple[str, str, str, str]
"""Effect, how, what makes it smaller, who accepts it; as a form holds it."""


class AimFields(Struct, frozen=True):
    """The questions of one aim; `frozen` where it was rated before it was decided."""

    aim: Aim
    name: str
    frozen: str
    fields: tuple[Field, ...]


@rating.get("/decision/<stream>/rate")
def ask(stream: str) -> Response:
    visit = here()
    return _page(visit, stream, _known(visit, stream), None, None)


@rating.post("/decision/<stream>/rate")
def keep(stream: str) -> Response:
    """Every aim that is said otherwise than it stands; the first that is refused ends it, what came before is kept."""
    visit = here()
    known = _known(visit, stream)
    before = _standing(visit, known)
    for aim in AIMS:
        said = _said(request.form, aim)
        if _is_frozen(known, aim) or before.get(aim) == said:
            continue
        failed = _give(visit, stream, aim, said)
        if failed is not None:
            return _page(visit, stream, known, aim, failed)
    tell(done("decision.rate"))
    return redirect(f"/decision/{stream}", 303)


def _give(visit: Visit, stream: str, aim: Aim, said: Said) -> Failed | None:
    effect, why, mitigation, acceptor = said
    if effect not in EFFECTS or max(map(len, said)) > LONGEST:
        return Failed(422, f"Choose one of the four for {choice(aim).lower()}, and say how in a sentence or two.")
    harms = effect == "harms"
    rate = Rate(
        aim=aim,
        effect=effect,  # type: ignore[arg-type] # one of EFFECTS
        why=why or None,
        mitigation=(mitigation or None) if harms else None,
        acceptor=(acceptor or None) if harms else None,
    )
    key = uuid5(NAMESPACE_URL, f"{request.form.get('command', '')}|{stream}|{aim}|{said}")
    outcome = give(visit, rate, stream, str(key))
    return outcome if isinstance(outcome, Failed) else None


def _said(typed: Typed, aim: Aim) -> Said:
    effect, *words = (typed.get(f"{aim}.{name}", "") for name in ("effect", "why", "mitigation", "acceptor"))
    why, mitigation, acceptor = (one.replace("\r\n", "\n").strip() for one in words)
    return effect, why, mitigation, acceptor


def _standing(visit: Visit, known: Known) -> dict[Aim, Said]:
    """What was said of each aim that is rated, as the form holds it."""
    ratings = known.proposal.ratings
    words = visit.open(ref for one in ratings for ref in (one.why, one.mitigation))
    return {one.aim: _as_said(one, words) for one in ratings}


def _as_said(one: Rating, words: Words) -> Said:
    return one.effect, words.of(one.why), words.of(one.mitigation), one.acceptor or ""


def _known(visit: Visit, stream: str) -> Known:
    state = visit.house.clerk.memory.get(stream).state if stream.startswith("decision-") else None
    if not isinstance(state, Known):
        abort(404)
    visit.must("decision.rate", state.unit, stream)
    return state


def _is_frozen(known: Known, aim: Aim) -> bool:
    before = known.proposal.rating(aim)
    return not isinstance(known, Proposed) and before is not None and not before.is_owed


def _page(visit: Visit, stream: str, known: Known, wrong: Aim | None, failed: Failed | None) -> Response:
    before = _standing(visit, known)
    what = visit.open([known.proposal.what]).of(known.proposal.what)
    page = shown(
        "decisions/rate.html",
        place="Hospital" if visit.may("read.figures") else "Unit",
        notices=failed.notices if failed else (),
        title=headline(what, 60),
        what=what,
        stream=stream,
        key=fresh_key(),
        aims=list(_aims(visit, known, before, wrong)),
    )
    return answered(page, failed)


def _aims(visit: Visit, known: Known, before: dict[Aim, Said], wrong: Aim | None) -> Iterator[AimFields]:
    who = people(visit)
    for aim in AIMS:
        said = _said(request.form, aim) if request.form else before.get(aim, _NEUTRAL)
        frozen = choice(before[aim][0]) if _is_frozen(known, aim) else ""
        error = "Look at this one again." if aim == wrong else ""
        yield AimFields(aim, choice(aim), frozen, _fields(aim, said, who, error))


def _fields(aim: Aim, said: Said, who: tuple[Choice, ...], error: str) -> tuple[Field, ...]:
    effect, why, mitigation, acceptor = said
    effects = tuple(Choice(one, choice(one)) for one in EFFECTS)
    return (
        Field(f"{aim}.effect", choice(aim), kind="choice", choices=effects, value=effect, error=error, required=True),
        Field(f"{aim}.why", "How?", "One sentence, unless it is neutral.", value=why),
        Field(f"{aim}.mitigation", "What makes the harm smaller?", value=mitigation),
        Field(f"{aim}.acceptor", "Who accepts the harm?", "Somebody who leads.", "person", who, acceptor),
    )
