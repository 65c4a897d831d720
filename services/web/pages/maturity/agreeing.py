"""`/assessment/<id>/agree/<component>`: what those who rated said of one component, and what they agree on together."""

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from assessments.maturity import ComponentKey, anchors
from assessments.self_assessment.commands import Agree
from assessments.self_assessment.state import Agreement, Opened
from services import ratings
from services.web.doing.giving import Failed, answered, fresh_key, give
from services.web.framing import shown, tell
from services.web.layout import Choice, Field
from services.web.pages.maturity import evidence
from services.web.pages.maturity.telling import spread_of
from services.web.phrases import choice, done
from services.web.visit import Visit, here

agreeing = Blueprint("agreeing", __name__)

LONGEST = 2_000


@agreeing.get("/assessment/<stream>/agree/<component>")
def ask(stream: str, component: str) -> Response:
    visit = here()
    return _page(visit, stream, *_known(visit, stream, component), None)


@agreeing.post("/assessment/<stream>/agree/<component>")
def keep(stream: str, component: str) -> Response:
    visit = here()
    state, key = _known(visit, stream, component)
    note = request.form.get("note", "").replace("\r\n", "\n").strip()
    asked, shows = anchors().components[key].asked, evidence.read(request.form.get("evidence", ""))
    if shows is None:
        return _page(visit, stream, state, key, Failed(422, evidence.AMISS))
    command = Agree(
        component=key,
        met=tuple(one for one in request.form.getlist("met") if one in asked),
        not_assessable=request.form.get("not_assessable") == "yes",
        note=note[:LONGEST] or None,
        evidence=shows,
    )
    outcome = give(visit, command, stream, request.form.get("command", ""))
    if isinstance(outcome, Failed):
        return _page(visit, stream, state, key, outcome)
    tell(done("assessment.agree"))
    return redirect(f"/assessment/{stream}#{key}", 303)


def _known(visit: Visit, stream: str, component: str) -> tuple[Opened, ComponentKey]:
    state = visit.house.clerk.memory.get(stream).state if stream.startswith("assessment-") else None
    if not isinstance(state, Opened):
        abort(404)
    visit.must("assessment.agree", state.unit, stream)
    key = next((one for one in state.setting.components if one == component), None) or abort(404)
    return state, key


def _page(visit: Visit, stream: str, state: Opened, key: ComponentKey, failed: Failed | None) -> Response:
    component, said = anchors().components[key], ratings.opened(visit.house, stream)[key]
    left = [one for one in state.undecided if one != key]
    page = shown(
        "maturity/agree.html",
        place="Hospital" if state.unit is None else "Unit",
        notices=failed.notices if failed else (),
        stream=stream,
        key=fresh_key(),
        component=key,
        title=component.title,
        asks=component.asks,
        beginning=component.beginning,
        said=spread_of(said.spread),
        wide=said.spread.range if said.spread.is_wide else 0,
        why=said.why,
        fields=_fields(visit, key, state.agreement(key)),
        left=[(one, choice(one, "component")) for one in left],
    )
    return answered(page, failed)


def _fields(visit: Visit, key: ComponentKey, before: Agreement | None) -> tuple[Field, ...]:
    component = anchors().components[key]
    met = tuple(request.form.getlist("met")) if request.form else before.met if before else ()
    cannot = request.form.get("not_assessable", "yes" if before and before.rating == "not_assessable" else "")
    note = request.form.get("note") or (visit.open([before.note]).of(before.note) if before else "")
    boxes = tuple(Choice(one, words, choice(one.partition(".")[0], "rating")) for one, words in component.asked.items())
    return (
        Field(
            "met",
            "What is so here?",
            "The stage follows: the highest for which all is so that it and those before it ask for.",
            kind="several",
            choices=boxes,
            chosen=met,
        ),
        Field("not_assessable", "It cannot be said", "Then say why.", kind="flag", value=cannot),
        evidence.field("evidence", request.form.get("evidence", " ".join(before.evidence) if before else "")),
        Field("note", "What was said?", "In a sentence or two.", kind="words", value=note, rows=3),
    )
