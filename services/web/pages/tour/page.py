"""`/show-me`: the year of the sample hospital in eight stops."""

from flask import Blueprint, abort

from services.web.framing import shown
from services.web.telling import guided
from services.web.visit import here

tour = Blueprint("tour", __name__)


@tour.get("/show-me")
def show() -> str:
    visit = here()
    if not visit.house.plate.sample:
        abort(404)
    return shown("tour/tour.html", place="Help", stops=guided.stops(visit), evidence=visit.may("read.hospital"))
