"""What every part of a replayed day is made with: who looks, at which stop of which unit."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import tzinfo
from zoneinfo import ZoneInfo

from services.reader.views import Look
from services.replaying import Replaying
from services.web.pages.replay.stop import Stop
from services.web.telling import guided
from services.web.visit import Visit
from services.web.when import When


class AtStop:
    """One reader at one stop."""

    def __init__(self, visit: Visit, stop: Stop) -> None:
        self.visit = visit
        self.stop = stop
        self.zone = visit.house.plate.zone
        self.zone_info: tzinfo = ZoneInfo(self.zone)
        house = visit.house
        visit.behind = not house.reader.fresh(house.ledger.head()[0])
        self.guided = guided.stops(visit)
        self.unit = Replaying(house, visit.actor, stop.slug, stop.horizon)

    @contextmanager
    def look(self, when: When) -> Iterator[Look]:
        with self.unit.look(when.at, when.on) as look:
            self.visit.told_by(look)
            yield look
