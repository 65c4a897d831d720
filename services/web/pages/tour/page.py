"""`/show-me`: the year of the sample hospital in eight stops."""

from datetime import date, timedelta

from flask import Blueprint, abort
from msgspec import Struct

from services import clock
from services.web.framing import shown
from services.web.visit import Visit, here
from services.wording import time_words

tour = Blueprint("tour", __name__)


class Stop(Struct, frozen=True):
    """`day` of the year (0 is its first), the unit where it is seen, and what to look for."""

    day: int
    unit: str
    title: str
    look: str


STOPS = (
    Stop(
        20, "4-west", "The first win", "Three units said the same of heparin. It became one barrier, gone in nine days."
    ),
    Stop(
        39, "4-west", "The first rounds", "A vice-president of finance comes, hears, and leaves with three priorities."
    ),
    Stop(
        112,
        "4-west",
        "Somebody disagreed",
        "A night nurse whom nobody knows said the answer was not true. It was reopened.",
    ),
    Stop(116, "4-west", "Forty-seven days on a desk", "The lift waits for a committee; its promise moved twice."),
    Stop(120, "4-west", "It is not gone", "The lift came, and the unit said no: it is locked away at night."),
    Stop(167, "emergency", "A hard June", "A report of disrespect waited nine days, and people stopped speaking."),
    Stop(
        194,
        "4-west",
        "A daughter",
        "She spoke in Spanish from the poster; her complaint had its letter on the fifth day.",
    ),
    Stop(345, "4-west", "The end of the year", "Who was heard, what still waits, and on whose desk."),
)


@tour.get("/show-me")
def show() -> str:
    visit = here()
    if not visit.house.plate.sample:
        abort(404)
    first = _first_day(visit)
    return shown(
        "tour/tour.html",
        place="Help",
        stops=[(one, *_where(visit, first, one)) for one in STOPS if visit.may("read.board", one.unit)],
        evidence=visit.may("read.hospital"),
    )


def _first_day(visit: Visit) -> date:
    (fact,) = (visit.house.clerk.mapper.fact(row) for row in visit.house.ledger.rows(0, 1))
    return date.fromisoformat(clock.day_of(fact.at, visit.house.plate.zone))


def _where(visit: Visit, first: date, stop: Stop) -> tuple[str, str, str]:
    """Its day and unit in words, and its address."""
    day = (first + timedelta(days=stop.day)).isoformat()
    return time_words.short(day, visit.today), visit.names.unit(stop.unit), f"/unit/{stop.unit}/replay?on={day}"
