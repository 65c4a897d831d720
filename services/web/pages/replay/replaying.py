"""What every part of a replayed day is made with: who looks, at which stop, without what is not for a page handed on."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import tzinfo
from zoneinfo import ZoneInfo

from services.clerk.sharing import Shared
from services.reader.replay import Happened, happened
from services.reader.unit_log import UnitLog
from services.reader.views import Look
from services.web.pages.replay.stop import Stop
from services.web.visit import Visit
from services.web.when import When
from workflows.kernel.grammar import Fact


class Replaying:
    """One reader at one stop."""

    def __init__(self, visit: Visit, stop: Stop) -> None:
        self.visit = visit
        self.stop = stop
        self.zone = visit.house.plate.zone
        self.zone_info: tzinfo = ZoneInfo(self.zone)
        house = visit.house
        visit.behind = not house.reader.fresh(house.ledger.head()[0])
        self._happened: Happened | None = None
        self._shared = Shared(house.rights, house.views, visit.actor)

    @contextmanager
    def look(self, when: When) -> Iterator[Look]:
        """The unit with those it goes on from."""
        with self.visit.house.views.look(when.at, when.on, self._shared.behind, self.stop.slug) as look:
            self.visit.told_by(look)
            yield look

    def happened(self, look: Look) -> Happened:
        """When anything happened in the unit, by all that is known up to the horizon; looked up once."""
        if self._happened is None:
            self._happened = happened(look, self.stop.slug)
        return self._happened

    def log(self, look: Look) -> UnitLog:
        """The log of the unit, and of those it goes on from at that moment."""
        house, units = self.visit.house, (self.stop.slug, *look.before)
        return UnitLog(house.ledger, house.clerk.mapper, units=units, upto=self.stop.horizon, shows=self.shows)

    def shows(self, fact: Fact) -> bool:
        """By the rights of today."""
        return self._shared.shows(fact)

    def facts(self, positions: list[int]) -> list[Fact]:
        """Those at these positions that show."""
        ledger, mapper = self.visit.house.ledger, self.visit.house.clerk.mapper
        found = (mapper.fact(row) for seq in positions for row in ledger.rows(seq - 1, 1, seq))
        return [fact for fact in found if self.shows(fact)]
