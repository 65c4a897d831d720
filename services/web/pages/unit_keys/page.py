"""`/unit/<slug>/keys`: which machines show this unit's board."""

from datetime import date, timedelta

from flask import Blueprint, make_response, redirect, request
from werkzeug.wrappers import Response

from services.web.framing import shown, tabs, tell
from services.web.pages.unit_keys.making import amiss
from services.web.visit import Visit, here

unit_keys = Blueprint("unit_keys", __name__)


@unit_keys.get("/unit/<slug>/keys")
def show(slug: str) -> str:
    return _page(_visit(slug), slug)


@unit_keys.post("/unit/<slug>/keys")
def issue(slug: str) -> Response:
    visit = _visit(slug)
    name, days = request.form.get("name", "").strip(), request.form.get("days", "")
    if error := amiss(name, days):
        return make_response(_page(visit, slug, error=error, name=name), 422)
    ends = (date.fromisoformat(visit.today) + timedelta(days=int(days))).isoformat()
    key = visit.house.unit_keys.issue(slug, name, ends)
    return make_response(_page(visit, slug, made=key, name=name))


@unit_keys.post("/unit/<slug>/keys/revoke")
def revoke(slug: str) -> Response:
    _visit(slug).house.unit_keys.revoke(slug, request.form.get("key", ""))
    tell("Taken back. That machine shows nothing any more.")
    return redirect(f"/unit/{slug}/keys", 303)


def _visit(slug: str) -> Visit:
    visit = here()
    visit.must_in(slug, "work.issue_keys")
    return visit


def _page(visit: Visit, slug: str, **context: str) -> str:
    return shown(
        "unit_keys/unit_keys.html",
        place="Unit",
        slug=slug,
        unit=visit.names.unit(slug),
        tabs=tabs(visit, slug, "Team and plan"),
        keys=visit.house.unit_keys.of(slug),
        today=visit.today,
        error=context.get("error", ""),
        made=context.get("made", ""),
        name=context.get("name", ""),
    )
