"""The year of the sample hospital in eight stops, each a day of a unit on the replay. Every address names the end of that year
as what is known, so that it shows the same for ever, whatever is tried in the sample afterwards."""

from datetime import date, timedelta

from msgspec import Struct

from services import clock
from services.web.visit import Visit
from services.wording import time_words
from workflows.kernel.moments import Day

DAYS = 365
"""Of the sample's year."""


class Told(Struct, frozen=True):
    """`day` of the year (0 is its first), the unit where it is seen, and what to look for."""

    day: int
    unit: str
    title: str
    look: str


STOPS = (
    Told(
        20, "4-west", "The first win", "Three units said the same of heparin. It became one barrier, gone in nine days."
    ),
    Told(
        39, "4-west", "The first rounds", "A vice-president of finance comes, hears, and leaves with three priorities."
    ),
    Told(
        112,
        "4-west",
        "Somebody disagreed",
        "A night nurse whom nobody knows said the answer was not true. It was reopened.",
    ),
    Told(
        116,
        "4-west",
        "Forty-seven days on a desk",
        "The lift comes tomorrow. It waited for a committee, and its promise moved twice.",
    ),
    Told(120, "4-west", "It is not gone", "The lift came, and the unit said no: it is locked away at night."),
    Told(
        168,
        "emergency",
        "A hard month",
        "Twenty-nine answers are counted: people dare less, after a report of disrespect that waited nine days.",
    ),
    Told(
        191,
        "emergency",
        "A daughter",
        "She spoke in Spanish from the poster; her complaint has its letter on the fifth day.",
    ),
    Told(
        207,
        "4-west",
        "Written down late",
        "Beds stood in the corridor for days before it was on record: what was known, and what was true.",
    ),
)


class Stop(Struct, frozen=True, kw_only=True):
    """The `n`-th stop, where and when it is seen, and its address."""

    n: int
    title: str
    look: str
    slug: str
    unit: str
    day: Day
    when: str
    href: str


def stops(visit: Visit) -> tuple[Stop, ...]:
    """Those on boards that the reader may read; none outside the sample."""
    house = visit.house
    if not house.plate.sample:
        return ()
    zone = house.plate.zone
    (fact,) = (house.clerk.mapper.fact(row) for row in house.ledger.rows(0, 1))
    first = date.fromisoformat(clock.day_of(fact.at, zone))
    last = house.ledger.last_seq_by(clock.end_of((first + timedelta(days=DAYS - 1)).isoformat(), zone))
    return tuple(
        _stop(visit, n, one, (first + timedelta(days=one.day)).isoformat(), last)
        for n, one in enumerate(STOPS, 1)
        if visit.may("read.board", one.unit)
    )


def _stop(visit: Visit, n: int, one: Told, day: Day, last: int) -> Stop:
    return Stop(
        n=n,
        title=one.title,
        look=one.look,
        slug=one.unit,
        unit=visit.names.unit(one.unit),
        day=day,
        when=time_words.short(day, visit.today),
        href=f"/unit/{one.unit}/replay?as_of={last}&on={day}",
    )
