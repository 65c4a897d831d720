"""Where a partnership can stand: nominated, eligible, agreed, active, graduated, ended. What stays with it is its `Bond`."""

from typing import Literal

from msgspec import Struct

from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.partnership.commands import Leaving, Rank
from workflows.partnership.course import Course
from workflows.partnership.events import Side

How = Leaving | Literal["handed_over", "withdrawn"]
"""How it ended."""


class Bond(Struct, frozen=True, kw_only=True):
    """Who is bound to which unit; `waiver` set the rule of rank aside. `course` outlasts an end and a new beginning."""

    unit: str
    executive: str
    rank: Rank
    clinician: bool
    interest: Ref | None
    nominated: Moment
    waiver: str | None = None
    signed: Moment | None = None
    course: Course = Course()
    corrections: tuple[Correction, ...] = ()


class Standing(Struct, frozen=True, kw_only=True):
    """What every state has: the bond, and the moment (happened) it came to stand so."""

    bond: Bond
    since: Moment

    @property
    def unit(self) -> str | None:
        return self.bond.unit

    @property
    def began(self) -> Moment:
        return self.bond.nominated


class Nominated(Standing, frozen=True, kw_only=True):
    """Named; somebody confirms that they can be it."""


class Eligible(Standing, frozen=True, kw_only=True):
    """They can be it, and have yet to sign."""


class Agreed(Standing, frozen=True, kw_only=True):
    """They have signed, and the place is not free yet."""


class Proposal(Struct, frozen=True):
    """The team says it is ready; who has agreed so far."""

    why: Ref
    since: Moment
    agreed: tuple[Side, ...] = ()


class Active(Standing, frozen=True, kw_only=True):
    """They meet every month."""

    proposal: Proposal | None = None


class Graduated(Standing, frozen=True, kw_only=True):
    """They meet less often, from the next month on; `why` lies what the team said."""

    why: Ref


class Ended(Standing, frozen=True, kw_only=True):
    """It is over; `to` is who took over. It may begin anew."""

    how: How
    note: Ref | None = None
    to: str | None = None


Meeting = Active | Graduated
"""Those who meet."""
Coming = Nominated | Eligible | Agreed
"""Those not there yet."""
Known = Coming | Meeting | Ended
State = Nothing | Known
