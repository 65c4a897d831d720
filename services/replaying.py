"""A unit replayed for one reader, by what is known up to a position of the log: its rows and facts as of any moment before,
without what is no part of a page that is handed on. Pages, papers, API and terminal read a replay through this alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from services.clerk.access import Actor
from services.clerk.sharing import Shared
from services.house import House
from services.reader import replay
from services.reader.position import Position
from services.reader.replay import Happened, Taken
from services.reader.unit_log import UnitLog
from services.reader.views import Look
from workflows.kernel.grammar import Fact
from workflows.kernel.moments import Moment


class Replaying:
    """The unit called `slug`, with those it goes on from; nothing after the position `horizon` is known here."""

    def __init__(self, house: House, actor: Actor, slug: str, horizon: int) -> None:
        self.house = house
        self.slug = slug
        self.horizon = horizon
        self._actor = actor
        self._shared = Shared(house.rights, house.views, actor)

    @contextmanager
    def look(self, at: Position, on: Moment | None = None) -> Iterator[Look]:
        """As it was known at that position, and so at the moment `on`."""
        with self.house.views.look(at, on, self._shared.behind, self.slug) as look:
            yield look

    def seq_by(self, moment: Moment) -> int:
        """How far the log had come by then."""
        return min(self.house.ledger.last_seq_by(moment), self.horizon)

    def taken(self, look: Look) -> Taken:
        """What its figures are made of."""
        return replay.taken(look, self.slug, self.sees)

    def happened(self, latest: Look) -> Happened:
        """When anything happened in the unit, by all that is known up to the horizon."""
        return Happened(latest, self.slug)

    def log(self, look: Look) -> UnitLog:
        """The log of the unit, and of those it goes on from at that moment."""
        units = (self.slug, *look.before)
        return UnitLog(self.house.ledger, self.house.clerk.mapper, units=units, upto=self.horizon, shows=self.shows)

    def facts(self, positions: list[int]) -> list[Fact]:
        """Those at these positions that show."""
        ledger, mapper = self.house.ledger, self.house.clerk.mapper
        found = (mapper.fact(row) for seq in positions for row in ledger.rows(seq - 1, 1, seq))
        return [fact for fact in found if self.shows(fact)]

    def shows(self, fact: Fact) -> bool:
        """By the rights of today."""
        return self._shared.shows(fact)

    def sees(self, stream: str) -> bool:
        """By the rights of today."""
        return self.house.rights.sees(self._actor, stream)
