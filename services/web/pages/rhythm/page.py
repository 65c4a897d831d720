"""`/setup/rhythm`: the terms in force as questions, and the document itself underneath; `/setup/units/UNIT/rhythm`: what
differs there. What is sent becomes a document that is checked against its schema, kept, and adopted by an event with whoever
adopted it."""

import json
from typing import Any

import msgspec
from flask import Blueprint, abort, make_response, request
from werkzeug.wrappers import Response

from services.web.doing import adopting
from services.web.doing.answers import Answers
from services.web.doing.giving import Failed, fresh_key, give, sent_on
from services.web.framing import shown
from services.web.layout import Notice
from services.web.pages.rhythm import of_the_hospital, of_the_unit
from services.web.visit import Visit, here
from workflows.hospital.commands import AdoptTerms
from workflows.kernel.terms import Terms

rhythm = Blueprint("rhythm", __name__)

RIGHT = "hospital.adopt_terms"


@rhythm.get("/setup/rhythm")
def ask() -> str:
    return _page(_entered())


@rhythm.post("/setup/rhythm")
def adopt() -> Response | str:
    """The answers, laid over what is in force."""
    visit = _entered()
    if wrong := of_the_hospital.wrong(Answers(request.form)):
        return make_response(_page(visit, wrong), 422)
    document = json.dumps(of_the_hospital.told(_in_force(visit), Answers(request.form)))
    return _adopted(visit, document, "", "/setup/rhythm")


@rhythm.post("/setup/rhythm/document")
def adopt_document() -> Response | str:
    """The document as it was written."""
    document = adopting.typed_document()
    return _adopted(_entered(), document, document, "/setup/rhythm")


@rhythm.get("/setup/units/<slug>/rhythm")
def ask_of(slug: str) -> str:
    return _page_of(_entered_for(slug), slug)


@rhythm.post("/setup/units/<slug>/rhythm")
def adopt_of(slug: str) -> Response | str:
    """What differs in a unit; what is left open is as in the hospital."""
    visit = _entered_for(slug)
    terms = _in_force(visit)
    if wrong := of_the_unit.wrong(Answers(request.form)):
        return make_response(_page_of(visit, slug, wrong), 422)
    own = of_the_unit.told(Answers(request.form))
    others = {unit: differs for unit, differs in terms["units"].items() if unit != slug}
    terms["units"] = {**others, slug: own} if own else others
    return _adopted(visit, json.dumps(terms), "", f"/setup/units/{slug}/rhythm", slug)


def _adopted(visit: Visit, document: str, instead: str, back: str, slug: str | None = None) -> Response:
    """Or the page again, with what was typed and what is wrong with it."""

    def again(notice: Notice) -> str:
        return _page_of(visit, slug, notice=notice) if slug else _page(visit, notice=notice, document=instead)

    terms = adopting.checked(document, "terms", Terms)
    if isinstance(terms, Notice):
        return make_response(again(terms), 422)
    key = request.form.get("command", "")
    outcome = give(visit, AdoptTerms(digest=adopting.keep(visit, terms)), "hospital", key)
    if isinstance(outcome, Failed):
        return make_response(again(outcome.notices[0]), outcome.status)
    return sent_on(RIGHT, back)


def _entered() -> Visit:
    visit = here()
    visit.must(RIGHT)
    return visit


def _entered_for(slug: str) -> Visit:
    visit = _entered()
    if slug not in visit.names.units:
        abort(404)
    return visit


def _in_force(visit: Visit) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(visit.house.clerk.terms.now()[1])
    return found


def _page(visit: Visit, wrong: dict[str, str] | None = None, notice: Notice | None = None, document: str = "") -> str:
    terms = _in_force(visit)
    return shown(
        "rhythm/rhythm.html",
        place="Set-up",
        notices=(notice,) if notice else (),
        groups=of_the_hospital.asked(visit, terms, Answers(request.form, wrong or {})),
        wrong=list((wrong or {}).items()),
        units=[
            (visit.names.unit(slug), slug, len(terms["units"].get(slug, ())))
            for slug, state in visit.names.units.items()
            if state.is_open or slug in terms["units"]
        ],
        document=document or adopting.written(terms),
        unfolded=bool(document),
        versions=adopting.versions(visit, "terms"),
        key=fresh_key(),
    )


def _page_of(visit: Visit, slug: str, wrong: dict[str, str] | None = None, notice: Notice | None = None) -> str:
    return shown(
        "rhythm/of_a_unit.html",
        place="Set-up",
        notices=(notice,) if notice else (),
        name=visit.names.unit(slug),
        slug=slug,
        groups=of_the_unit.asked(visit, _in_force(visit), slug, Answers(request.form, wrong or {})),
        wrong=list((wrong or {}).items()),
        key=fresh_key(),
    )
