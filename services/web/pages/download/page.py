"""`/unit/<slug>/log.csv`: the tracking log as a spreadsheet, in the columns that were imported."""

import io

from flask import Blueprint, make_response
from werkzeug.wrappers import Response

from services.exporting import log
from services.web.visit import here
from services.web.when import When

download = Blueprint("download", __name__)


@download.get("/unit/<slug>/log.csv")
def take(slug: str) -> Response:
    """What the reader may read of it, as it is now; that it was taken is on the read log."""
    visit = here()
    visit.must_in(slug, "read.board")
    written = io.StringIO(newline="")
    with visit.look(When("now", visit.today, visit.now), slug) as look:
        log.write(written, visit.house, look, visit.actor, [slug])
    response = make_response(written.getvalue().encode())
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="tracking-log-{slug}-{visit.today}.csv"'
    return response
