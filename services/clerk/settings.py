"""What the hospital settled for itself beside terms and standards: what is said on rounds, what a team is made of, what is
asked for of figures, what its roles may do. Until it adopts a document of its own, what came with Heard counts."""

from collections.abc import Callable, Mapping
from typing import Any

from services import meanings
from services.brand import Brand
from services.clerk.access import Access
from services.clerk.granting import Grants, table
from services.clerk.memory import Memory
from services.clerk.teams import TeamTerms
from services.clerk.terms import InForce
from services.guidance import Guidance
from services.meanings import Meanings
from services.shared_calendar import SharedCalendar
from workflows.hospital.commands import Setting


class Settings:
    """One hospital's. Thread-safe."""

    def __init__(self, memory: Memory, fetch: Callable[[str], bytes | None]) -> None:
        self._rounds = InForce("rounds", Guidance, memory, fetch)
        self._team = InForce("team", TeamTerms, memory, fetch)
        self._figures = InForce("figures", Meanings, memory, fetch)
        self._calendar = InForce("calendar", SharedCalendar, memory, fetch)
        self._brand = InForce("brand", Brand, memory, fetch)
        self._rights = InForce("rights", Grants, memory, fetch)
        self._spelled: tuple[int | None, Access] | None = None
        self.documents: Mapping[Setting, InForce[Any]] = {
            "rounds": self._rounds,
            "team": self._team,
            "figures": self._figures,
            "calendar": self._calendar,
            "brand": self._brand,
            "rights": self._rights,
        }
        """As they were written, by their names."""

    @property
    def rounds(self) -> Guidance:
        return self._rounds.now()[1]

    @property
    def team(self) -> TeamTerms:
        return self._team.now()[1]

    @property
    def figures(self) -> Meanings:
        return meanings.as_counted(self._figures.now()[1])

    @property
    def calendar(self) -> SharedCalendar:
        return self._calendar.now()[1]

    @property
    def brand(self) -> Brand:
        return self._brand.now()[1]

    @property
    def access(self) -> Access:
        """Who may do what: the table that came with Heard, with what differs here. Spelled out once for each adoption."""
        seq, grants = self._rights.now()
        if self._spelled is None or self._spelled[0] != seq:
            self._spelled = seq, Access(table(grants))
        return self._spelled[1]
