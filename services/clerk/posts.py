"""Who has which role today: what the facts of the hospital and of its units say."""

from collections.abc import Iterable, Iterator

from projections import lineage
from services import clock
from services.clerk.access import SURVEYOR
from services.clerk.clerk import Clerk
from workflows.kernel.moments import Moment
from workflows.kernel.roles import as_deputy


class Posts:
    """One hospital's posts."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk

    def held(self) -> Iterator[tuple[str, str, str | None]]:
        """The posts that were given, and with each the same in the units that its unit goes on from: what is open there is
        seen to by whoever sees to it here."""
        before = self._lineages()
        for person, role, unit in self.given():
            yield person, role, unit
            yield from ((person, role, one) for one in before.get(unit or "", ()))

    def given(self) -> Iterator[tuple[str, str, str | None]]:
        """Who has which role today, in a unit or (None) the whole hospital; a deputy in the deputy's own."""
        day = clock.day_of(self._clerk.now(), self._clerk.zone)
        for stream in self.places():
            state = self._clerk.memory.get(stream).state
            for held in getattr(state, "roles", ()):
                yield held.person, held.role, state.unit
            for deputy in getattr(state, "deputies", ()):
                if deputy.stands_in(day):
                    yield deputy.person, as_deputy(deputy.role), state.unit
            for one in getattr(state, "surveyors", ()):
                if self._clerk.now() < one.until:
                    yield one.person, SURVEYOR, None

    def surveying(self, person: str) -> Moment | None:
        """Until when somebody was let in as a surveyor, over or not; None for whoever never was."""
        received = getattr(self._clerk.memory.get("hospital").state, "surveyors", ())
        return next((one.until for one in received if one.person == person), None)

    def is_over(self, person: str) -> bool:
        """Whether somebody was let in as a surveyor, has no other post, and the time is over: then nothing is open to them."""
        return self.surveying(person) is not None and all(who != person for who, _, _ in self.given())

    def before(self, unit: str) -> tuple[str, ...]:
        """The units that it goes on from."""
        return self._lineages().get(unit, ())

    def _lineages(self) -> dict[str, tuple[str, ...]]:
        states = (self._clerk.memory.get(stream).state for stream in self._clerk.ledger.streams("unit"))
        return lineage.lineages({one.unit: one.succession for one in states if getattr(one, "succession", None)})

    def places(self) -> Iterable[str]:
        """The streams that give roles: the hospital's and every unit's."""
        yield "hospital"
        yield from self._clerk.ledger.streams("unit")
