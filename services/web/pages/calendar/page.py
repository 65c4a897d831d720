"""`/calendar/<token>.ics`: what its owner comes to, for a calendar that asks; `/account/calendar` makes and ends its address.

A right address is looked up before anything is counted, so nobody's tries slow it. A wrong one looks like one that was renewed.
"""

from flask import Blueprint, make_response, redirect, request
from werkzeug.wrappers import Response

from services.appointments.feeding import feed_of
from services.house import House
from services.people.throttle import Attempt, coarse
from services.web.framing import shown, tell
from services.web.owned import the_house
from services.web.visit import here

calendar = Blueprint("calendar", __name__)


@calendar.get("/calendar/<token>.ics")
def feed(token: str) -> Response:
    house = the_house()
    person = house.calendars.whose(token)
    if person is None:
        return _unknown(house)
    response = make_response(feed_of(house, person))
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    return response


@calendar.post("/account/calendar")
def renew() -> str:
    """A new address, shown this once."""
    visit = here()
    path = f"/calendar/{visit.house.calendars.renew(visit.person)}.ics"
    return shown("calendar/made.html", address=(visit.house.outbox.link("") or request.host_url.rstrip("/")) + path)


@calendar.post("/account/calendar/end")
def end() -> Response:
    visit = here()
    visit.house.calendars.end(visit.person)
    tell("Your calendar’s address opens nothing any more.")
    return redirect("/account", 303)


def _unknown(house: House) -> Response:
    """The same whatever is wrong; after some tries from one place it says to wait."""
    seconds = house.throttle.enter(Attempt("calendar", coarse(request.remote_addr)))
    response = make_response("There is no calendar at this address.", 429 if seconds else 404)
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    if seconds:
        response.headers["Retry-After"] = str(seconds)
    return response
