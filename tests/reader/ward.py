"""A hospital under a scripted clock, in which people act through the clerk and pages look through the views."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from services.bootstrap import found, open_house
from services.clerk.asking import Asked, Circumstances, Told
from services.house import House, Plate
from services.reader import position
from services.reader.views import Look
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import By, Command
from workflows.kernel.moments import DAY, Moment, moment_of
from workflows.unit import commands as unit

ZONE = "America/Chicago"
NURSE, LEADER, PARTNER, PHARMACY = "person-nurse", "person-leader", "person-partner", "party-pharmacy"


class Ward:
    """Days are counted from 3 March 2025; every command is given at noon UTC and a little later than the one before."""

    def __init__(self, directory: Path) -> None:
        found(directory, Plate("alder", "Alder Creek", ZONE))
        self.moment: Moment = moment_of("2025-03-03")
        self.house: House = open_house(directory, now=self._now)
        self.gives(hospital.Open(name="Alder Creek", zone=ZONE, slug="alder"))
        for slug, name in (("4w", "4 West"), ("icu", "ICU")):
            self.gives(unit.Open(slug=slug, name=name))
            self.gives(unit.Appoint(person=PARTNER, role="executive_partner", since="2025-01-01"), f"unit-{slug}")
            self.gives(unit.Appoint(person=LEADER, role="team_leader", since="2025-01-01"), f"unit-{slug}")

    def _now(self) -> Moment:
        self.moment += 1
        return self.moment

    def on_day(self, days: int) -> "Ward":
        self.moment = moment_of("2025-03-03") + days * DAY
        return self

    def gives(self, command: Command, to: str | None = None, *, by: str = LEADER, occurred: str | None = None) -> str:
        """The stream it went to; fails when it is refused."""
        said = By("voice") if by == NURSE else By("person", by, "team_leader")
        where = Circumstances(by=said, via="page", roles=frozenset({"team_leader"}), occurred=occurred)
        told = self.house.clerk.give(Asked(command, to, str(uuid4()), where))
        assert isinstance(told, Told), told
        return told.stream

    @contextmanager
    def looks(self, as_of: str | None = None, on: str | None = None) -> Iterator[Look]:
        self.house.reader.pull()
        at = position.as_of(as_of, self.house.ledger, ZONE)
        with self.house.views.look(at, position.on(on, ZONE)) as look:
            yield look
