"""`/campaign/<id>/export.zip`: what a campaign found, to take home, as the page tells it and no finer."""

import io

from flask import Blueprint, abort, make_response
from werkzeug.wrappers import Response

from assessments.campaign import Campaign
from services.exporting.survey import bundle
from services.web.visit import here
from workflows.kernel.ids import is_id

survey_taking = Blueprint("survey_taking", __name__)


@survey_taking.get("/campaign/<stream>/export.zip")
def take(stream: str) -> Response:
    """That it was taken is on the read log; before it was counted there is nothing to take."""
    visit = here()
    state = visit.house.clerk.memory.get(stream).state if is_id(stream, "campaign") else None
    if not isinstance(state, Campaign) or not any(visit.may("read.board", unit) for unit in state.units):
        abort(404)
    whole = io.BytesIO()
    if bundle.write(whole, visit.house, visit.actor, stream, state) is None:
        abort(404)
    response = make_response(whole.getvalue())
    response.headers["Content-Type"] = "application/zip"
    response.headers["Content-Disposition"] = f'attachment; filename="survey-{state.unit}-{state.closes}.zip"'
    return response
