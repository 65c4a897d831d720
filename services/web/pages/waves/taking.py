"""`/wave/<id>/figures.csv`: what a wave found, to take home, by whoever may read it on its page."""

import io

from flask import Blueprint, abort, make_response
from werkzeug.wrappers import Response

from assessments.campaign import Wave
from services.exporting.survey import wave as sheets
from services.web.pages.waves.page import reads
from services.web.visit import here
from workflows.kernel.ids import is_id

wave_taking = Blueprint("wave_taking", __name__)


@wave_taking.get("/wave/<stream>/figures.csv")
def take(stream: str) -> Response:
    visit = here()
    visit.must("read.hospital")
    state = visit.house.clerk.memory.get(stream).state if is_id(stream, "campaign") else None
    whole = io.BytesIO()
    if not isinstance(state, Wave) or not reads(visit, state):
        abort(404)
    if not sheets.write(whole, visit.house, visit.actor, stream, state):
        abort(404)
    response = make_response(whole.getvalue())
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="wave-{state.closes}.csv"'
    return response
