"""Where rounds can stand: scheduled, held, summarised; not held, withdrawn. What stays with them is their `Visit`."""

from msgspec import Struct

from workflows.kernel.ball import Fallen
from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.rounds.commands import Colour, Finding, Reason


class Seen(Struct, frozen=True):
    issue: str
    finding: Finding


class Visit(Struct, frozen=True, kw_only=True):
    """What stays with rounds: `day` is the one in force, `first_day` the first one ever set; `prepared` are the items
    that are ready, `seen` the last finding on each issue."""

    unit: str
    day: str
    first_day: str
    partner: str | None
    guide: str | None
    scheduled: Moment
    prepared: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()


class Standing(Struct, frozen=True, kw_only=True):
    """What every state of rounds has: the visit, and the moment (happened) they came to stand so."""

    visit: Visit
    since: Moment

    @property
    def unit(self) -> str | None:
        return self.visit.unit

    @property
    def began(self) -> Moment:
        return self.visit.scheduled


class Scheduled(Standing, frozen=True, kw_only=True):
    """They will be held on the visit's day."""


class Held(Standing, frozen=True, kw_only=True):
    """They were held; the summary is owed by `summary_due`."""

    attendees: tuple[str, ...]
    colour: Colour
    none_raised: bool
    summary_due: str


class Summarised(Standing, frozen=True, kw_only=True):
    """Held, and the unit was told."""

    attendees: tuple[str, ...]
    colour: Colour
    none_raised: bool
    summary: Ref
    thanks: Ref | None
    priorities: tuple[str, ...]


class NotHeld(Standing, frozen=True, kw_only=True):
    """They stay in the count of those that were due."""

    reason: Reason
    note: Ref | None


class Withdrawn(Standing, frozen=True, kw_only=True):
    """They were entered by mistake."""


Known = Scheduled | Held | Summarised | NotHeld | Withdrawn
State = Nothing | Known
