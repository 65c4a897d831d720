"""`/import/held`: rows held back, for those who may see them, to be let in in other words or left out."""

from typing import Any

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from services import sentences
from services.importing import held
from services.web.framing import shown, tell
from services.web.telling import held_rows
from services.web.visit import Visit, here

holding_back = Blueprint("holding_back", __name__)
WHY = {"respect": "may be a respect incident", "name": "carries a name", "patient_number": "carries a patient’s number"}


@holding_back.get("/import/held")
def look() -> str:
    visit = here()
    if not any(visit.may("work.read_held", unit) for unit in (None, *visit.units)):
        visit.must("work.read_held")
    rows = [_said(visit, row) for row in held_rows.to_decide(visit)]
    return shown("importing/held.html", place="Set-up", rows=rows)


@holding_back.post("/import/held/<row>")
def decide(row: str) -> Response:
    visit = here()
    found = next((one for one in held.waiting(visit.house) if one.id == row), None)
    visit.must("work.read_held", found.unit or None if found else None)
    what = request.form.get("what", "").strip()
    if found is None:
        tell("Somebody has decided on that row already.")
    elif request.form.get("decision") != "enter":
        held.leave_out(visit.house, row)
        tell("Left out. Nothing of it is on the log.")
    elif not what:
        tell("Write what the problem is, without names; or leave the row out.")
    else:
        idea = request.form.get("idea", "").strip()
        refusal = held.let_in(visit.house, row, what[:8000], idea[:8000] or None)
        tell(sentences.sentence(refusal) if refusal else "It is on the log now, in these words.")
    return redirect("/import/held", 303)


def _said(visit: Visit, row: held.Waiting) -> dict[str, Any]:
    unit = visit.names.units.get(row.unit)
    return {
        "id": row.id,
        "place": unit.name if unit else "A unit the sheet does not name rightly",
        "why": ", ".join(WHY.get(one, one) for one in row.reasons.split(", ")),
        "number": row.number,
        "what": row.what,
        "idea": row.idea,
        "can_enter": row.can_enter,
    }
