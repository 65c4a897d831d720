"""Where a respect incident can stand: reported, responded to, weighed, addressed, ended. What stays with it is `Incident`."""

from typing import Literal

from msgspec import Struct

from workflows.kernel.ball import Fallen
from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Day, Moment, utc_day
from workflows.kernel.noun import Nothing
from workflows.kernel.terms import Terms
from workflows.respect.commands import Kind, Speaker, Tier

End = Literal["closed", "withdrawn"]


class Incident(Struct, frozen=True, kw_only=True):
    """`voice` is how its reporter is called, `holder` the role it lies with. The first response was promised for `first_due`
    and came at `responded`. `tier` is the last step chosen, also before it `recurred`; it climbed over the roles `below`."""

    voice: str
    kind: Kind
    what: Ref
    unit: Ref | None
    where: Ref | None
    who: Ref | None
    danger: bool
    speaker: Speaker
    holder: str
    reported: Moment
    first_due: str
    responded: Moment | None = None
    answer: Ref | None = None
    tier: Tier | None = None
    grave: bool = False
    why: Ref | None = None
    talks: tuple[Ref, ...] = ()
    recurred: tuple[Ref, ...] = ()
    below: tuple[str, ...] = ()
    climbed_on: str | None = None
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()

    @property
    def kept_its_day(self) -> bool | None:
        """Whether the first response came by its day; None as long as it has not fallen due."""
        if ("respond", self.first_due) in self.fallen:
            return False
        return None if self.responded is None else utc_day(self.responded) <= self.first_due


class Standing(Struct, frozen=True, kw_only=True):
    """What every state has: the incident, and the moment (happened) it came to stand so. Nobody learns its unit from it."""

    incident: Incident
    since: Moment

    @property
    def unit(self) -> None:
        return None

    @property
    def began(self) -> Moment:
        return self.incident.reported


class Reported(Standing, frozen=True, kw_only=True):
    """The first response is owed by `due`."""

    due: str


class Responded(Standing, frozen=True, kw_only=True):
    """A step is to be chosen, and it is to be addressed by `due`."""

    due: str


class Weighed(Standing, frozen=True, kw_only=True):
    """The step is chosen; `talked` says whether a conversation was held since."""

    due: str
    talked: bool = False


class Addressed(Standing, frozen=True, kw_only=True):
    """`note` says what was done."""

    note: Ref


class Ended(Standing, frozen=True, kw_only=True):
    how: End


Known = Reported | Responded | Weighed | Addressed | Ended
State = Nothing | Known


def climbs_after(state: object, terms: Terms, past: tuple[str, ...] = ()) -> tuple[Day, str] | None:
    """The day after which an overdue incident climbs, and to which role; those `past` are left out."""
    if not isinstance(state, Reported | Responded | Weighed):
        return None
    incident = state.incident
    taken = {*incident.below, incident.holder, *past}
    step = next((one for one in terms.respect_ladder if one not in taken), None)
    if step is None:
        return None
    return terms.due(max(state.due, incident.climbed_on or state.due), "respect_climb_days"), step
