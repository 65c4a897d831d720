"""Where a grievance can stand: open until its letter is out, sent, over. What everyone needs to know of it is its
`Complaint`."""

from typing import Literal

from msgspec import Struct

from workflows.grievance.commands import Language, Way
from workflows.kernel.ball import Fallen
from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.terms import Terms
from workflows.kernel.words import Outcome

ADVOCATE = "role-patient-advocate"
"""Who sees to a grievance until it is handed on."""


class Letter(Struct, frozen=True, kw_only=True):
    """Where its words lie."""

    contact: Ref
    steps: Ref
    results: Ref
    outcome: Outcome
    completed: str
    written: Moment


class Complaint(Struct, frozen=True, kw_only=True):
    """What stays with a grievance wherever it stands. `about` is the concern it came from; `due` the day of the letter,
    moved `moves` times since `first_due`; `steps` are what was done so far, `below` those it climbed over."""

    about: str
    unit: str | None
    words: Ref
    language: Language
    opened: Moment
    holder: str
    due: str
    first_due: str
    moves: int = 0
    acknowledged: Moment | None = None
    steps: tuple[Ref, ...] = ()
    letter: Letter | None = None
    below: tuple[str, ...] = ()
    climbed_on: str | None = None
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()


class Standing(Struct, frozen=True, kw_only=True):
    """What every state of a grievance has: its complaint, and the moment (happened) it came to stand so."""

    complaint: Complaint
    since: Moment

    @property
    def unit(self) -> str | None:
        return self.complaint.unit

    @property
    def about(self) -> str:
        return self.complaint.about

    @property
    def began(self) -> Moment:
        return self.complaint.opened


class Open(Standing, frozen=True, kw_only=True):
    """The letter is owed."""


class Sent(Standing, frozen=True, kw_only=True):
    """The letter went out by `how`; `to` is where its address lies."""

    how: Way
    to: Ref


class Over(Standing, frozen=True, kw_only=True):
    """Closed after its letter, which went out by `sent`; or taken back by the family, `why` is where that is said."""

    how: Literal["closed", "withdrawn"]
    why: Ref | None = None
    sent: Way | None = None
    to: Ref | None = None


Known = Open | Sent | Over
State = Nothing | Known


def climbs_after(state: State, terms: Terms) -> tuple[Day, str] | None:
    """The day after which a letter that is overdue climbs, and to whom."""
    if not isinstance(state, Open):
        return None
    complaint = state.complaint
    step = next((one for one in terms.ladder if one not in (*complaint.below, complaint.holder)), None)
    if step is None:
        return None
    return terms.due(max(complaint.due, complaint.climbed_on or complaint.due), "climb_days"), step
