"""`/campaign/<id>/export.zip`, `/campaign/<id>/export.xlsx`: what a campaign found, to take home, as the page tells it and no
finer."""

import io

from flask import Blueprint, abort, make_response
from werkzeug.wrappers import Response

from assessments.campaign import Campaign
from services.exporting.survey import bundle, workbook
from services.web.visit import here
from workflows.kernel.ids import is_id

survey_taking = Blueprint("survey_taking", __name__)

WRITERS = {
    "zip": (bundle.write, "application/zip"),
    "xlsx": (workbook.write, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""By ending: what writes it, and its media type."""


@survey_taking.get("/campaign/<stream>/export.<any(zip, xlsx):ending>")
def take(stream: str, ending: str) -> Response:
    """That it was taken is on the read log; before it was counted there is nothing to take."""
    visit = here()
    state = visit.house.clerk.memory.get(stream).state if is_id(stream, "campaign") else None
    if not isinstance(state, Campaign) or not visit.may("read.board", state.unit):
        abort(404)
    what = bundle.taken(visit.house, stream, state)
    if what is None:
        abort(404)
    write, kind = WRITERS[ending]
    whole = io.BytesIO()
    write(whole, visit.house, visit.actor, what)
    response = make_response(whole.getvalue())
    response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = f'attachment; filename="survey-{state.unit}-{state.closes}.{ending}"'
    return response
