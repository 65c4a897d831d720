"""Which moment a page speaks of: now, a past moment as it was known by then (`as_of`), a past day as it was (`on`)."""

from datetime import date
from typing import Literal

from flask import request
from msgspec import Struct

from services import clock
from services.reader import position
from services.reader.position import NOW, NotAMoment, Position
from services.web.layout import Moment as Shown
from services.web.layout import Notice, asked
from services.web.visit import Visit
from workflows.kernel.moments import Day, Moment


class When(Struct, frozen=True):
    """`day` is the day in the hospital's zone and `until` the moment durations run to; `at` and `on` are asked of the
    views. `odd` is a sentence about a moment that could not be read."""

    kind: Literal["now", "as_of", "on"]
    day: Day
    until: Moment
    at: Position = NOW
    on: Moment | None = None
    odd: str = ""

    @property
    def past(self) -> bool:
        return self.kind != "now"

    @property
    def notices(self) -> tuple[Notice, ...]:
        return (Notice(self.odd, "refused"),) if self.odd else ()

    @property
    def query(self) -> str:
        """What links carry so that the next page speaks of the same moment."""
        return f"?{self.kind}={self.day}" if self.past else ""


def when(visit: Visit) -> When:
    """As the address asks; now, with a sentence, for a moment that is none or has not come."""
    kind, said = asked(request.args.to_dict())
    now = When("now", visit.today, visit.now)
    if kind == "now" or said == visit.today:
        return now
    try:
        found = then(visit, kind, said)
    except NotAMoment as error:
        return When("now", visit.today, visit.now, odd=str(error))
    if found.until > visit.now:
        return When("now", visit.today, visit.now, odd="That day has not come yet, so this is today.")
    return found


def then(visit: Visit, kind: Literal["as_of", "on"], said: str) -> When:
    """A past moment; NotAMoment for what is none."""
    house = visit.house
    zone = house.plate.zone
    if kind == "on":
        moment = position.on(said, zone) or visit.now
        return When("on", clock.day_of(moment, zone), moment, on=moment)
    at = position.as_of(said, house.ledger, zone)
    until = position.recorded(at, house.ledger) or visit.now
    return When("as_of", clock.day_of(until, zone), until, at=at)


def control(visit: Visit, looking: When, keep: tuple[tuple[str, str], ...] = ()) -> Shown:
    """The control in the page's head."""
    day = date.fromisoformat(looking.day) if looking.past else None
    return Shown(request.path, date.fromisoformat(visit.today), looking.kind, day, keep)
