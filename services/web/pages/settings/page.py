"""`/setup/rounds`, `/setup/team`, `/setup/figures`, `/setup/calendar`, `/setup/brand`: a document of the hospital as
questions, and itself underneath. What is sent becomes a document that is checked, kept, and adopted by an event with whoever
adopted it and why."""

from typing import Any

import msgspec
from flask import Blueprint, abort, make_response, request
from werkzeug.wrappers import Response

from services.clerk.terms import InForce
from services.web.doing import adopting
from services.web.doing.giving import Failed, fresh_key, give, sent_on
from services.web.framing import shown
from services.web.layout import Field, Notice
from services.web.pages.settings import brand, calendar, figures, rounds, team
from services.web.pages.settings.sheet import Sheet
from services.web.visit import Visit, here
from workflows.hospital.commands import AdoptSetting

settings = Blueprint("settings", __name__)

RIGHT = "hospital.adopt_setting"
SHEETS: dict[str, Sheet] = {
    "rounds": rounds.SHEET,
    "team": team.SHEET,
    "figures": figures.SHEET,
    "calendar": calendar.SHEET,
    "brand": brand.SHEET,
}
WHY = "Say in a few words why it is changed."


@settings.get("/setup/<any(rounds, team, figures, calendar, brand):name>")
def ask(name: str) -> str:
    return _page(_entered(), name)


@settings.post("/setup/<any(rounds, team, figures, calendar, brand):name>")
def adopt(name: str) -> Response | str:
    """The answers, laid over what is in force."""
    visit, sheet = _entered(), SHEETS[name]
    document = sheet.told(visit, _in_force(visit, name), request.form)
    return _adopted(visit, name, msgspec.json.encode(document).decode(), instead="")


@settings.post("/setup/<any(rounds, team, figures, calendar, brand):name>/document")
def adopt_document(name: str) -> Response | str:
    """The document as it was written, or brought as a file."""
    document = adopting.typed_document()
    return _adopted(_entered(), name, document, instead=document)


def _adopted(visit: Visit, name: str, document: str, instead: str) -> Response:
    reason = request.form.get("reason", "").strip()
    wished = adopting.checked(document, name, SHEETS[name].shape)
    if isinstance(wished, Notice):
        return make_response(_page(visit, name, notices=(wished,), document=instead), 422)
    if not reason:
        return make_response(_page(visit, name, why=WHY, document=instead), 422)
    command = AdoptSetting(setting=SHEETS[name].setting, digest=adopting.keep(visit, wished), reason=reason[:8000])
    outcome = give(visit, command, "hospital", request.form.get("command", ""))
    if isinstance(outcome, Failed):
        return make_response(_page(visit, name, notices=outcome.notices, document=instead), outcome.status)
    return sent_on(RIGHT, f"/setup/{name}")


def _entered() -> Visit:
    visit = here()
    visit.must(RIGHT)
    return visit


def _in_force(visit: Visit, name: str) -> Any:
    return visit.house.clerk.settings.documents[SHEETS[name].setting].now()[1]


def _page(visit: Visit, name: str, *, why: str = "", notices: tuple[Notice, ...] = (), document: str = "") -> str:
    sheet, settled = SHEETS[name], visit.house.clerk.settings.documents[SHEETS[name].setting]
    return shown(
        "settings/settings.html",
        place="Set-up",
        notices=notices,
        name=name,
        title=sheet.title,
        lede=sheet.lede,
        groups=sheet.asked(visit, settled.now()[1], settled.of(None), request.form),
        reason=_reason(why),
        wrong=[("reason", why)] if why else [],
        document=document or adopting.written(settled.now()[1]),
        unfolded=bool(document),
        versions=adopting.versions(visit, name),
        key=fresh_key(),
    )


def _reason(error: str) -> Field:
    return Field(
        "reason",
        "Why is it changed?",
        "It stands below, beside your name, for whoever asks later.",
        "words",
        value=request.form.get("reason", ""),
        error=error,
        required=True,
        rows=2,
    )


@settings.get("/setup/documents/<name>/<int:seq>.json")
def take(name: str, seq: int) -> Response:
    """One version of a document as a file; 0 is what came with Heard."""
    visit, clerk = here(), here().house.clerk
    known: dict[str, tuple[str, InForce[Any]]] = {
        "terms": ("hospital.adopt_terms", clerk.terms),
        "standards": ("hospital.adopt_standards", clerk.standards),
        **{str(setting): (RIGHT, settled) for setting, settled in clerk.settings.documents.items()},
    }
    right, settled = known.get(name) or abort(404)
    visit.must(right)
    document = adopting.of_version(visit, name, seq, settled)
    if document is None:
        abort(404)
    response = make_response(document)
    response.headers["Content-Type"] = "application/json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-{seq}.json"'
    return response
