"""`/unit/<slug>/log.csv`: the tracking log as a spreadsheet, in the columns that were imported. `/unit/<slug>/timeline.json`
and `timeline.csv`: what happened there, for programs that mine processes."""

import io

from flask import Blueprint, make_response
from werkzeug.wrappers import Response

from services.exporting import log
from services.exporting.timeline import ocel, sheet, told
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
    return _file(written.getvalue().encode(), "text/csv; charset=utf-8", f"tracking-log-{slug}-{visit.today}.csv")


@download.get("/unit/<slug>/timeline.json")
def take_ocel(slug: str) -> Response:
    """As OCEL 2.0, without names and words; that it was taken is on the read log."""
    visit = here()
    visit.must_in(slug, "read.board")
    found = told(visit.house, visit.actor, slug)
    return _file(ocel.written(found), "application/json", f"timeline-{slug}-{visit.today}.json")


@download.get("/unit/<slug>/timeline.csv")
def take_sheet(slug: str) -> Response:
    """The same, a row for each entry."""
    visit = here()
    visit.must_in(slug, "read.board")
    found = told(visit.house, visit.actor, slug)
    return _file(sheet.written(found), "text/csv; charset=utf-8", f"timeline-{slug}-{visit.today}.csv")


def _file(content: bytes, kind: str, name: str) -> Response:
    response = make_response(content)
    response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
