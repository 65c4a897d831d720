"""Where rounds can stand: scheduled, held, summarised; not held, withdrawn. What stays with them is their `Visit`."""

from msgspec import Struct

from workflows.kernel.ball import Fallen
from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.rounds.commands import Colour, Exchange, Finding, Kind, Reason, Shift, Side


class Seen(Struct, frozen=True):
    issue: str
    finding: Finding


class Spoken(Struct, frozen=True):
    """One exchange between the leader and those who work here."""

    kind: Exchange
    by: Side


class Orientation(Struct, frozen=True):
    """What a visitor was told beforehand, and since when they say that they have read it."""

    visitor: str
    where: Ref
    wear: Ref
    privacy: Ref | None
    acknowledged: Moment | None = None


class Visit(Struct, frozen=True, kw_only=True):
    """What stays with rounds: `day` is the one in force, `first_day` the first one ever set; `prepared` are the items
    that are ready, `seen` the last finding on each issue, `looked_over` those seen as a sheet. `briefed` is how many of how
    many know what the rounds are for; the executive's briefing is good for rounds until `briefing_good_until`. `agreed` are
    the priorities as they were agreed, the last time last."""

    unit: str
    day: str
    first_day: str
    partner: str | None
    guide: str | None
    scheduled: Moment
    time: str | None = None
    kind: Kind = "staff"
    shift: Shift | None = None
    where: Ref | None = None
    moves: int = 0
    prepared: tuple[str, ...] = ()
    briefing_good_until: str | None = None
    briefed: tuple[int, int] | None = None
    orientations: tuple[Orientation, ...] = ()
    exchanges: tuple[Spoken, ...] = ()
    seen: tuple[Seen, ...] = ()
    looked_over: tuple[str, ...] = ()
    agreed: tuple[tuple[str, ...], ...] = ()
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()

    @property
    def is_pre_briefed(self) -> bool:
        """Whether the executive was briefed, and not too long before."""
        return self.briefing_good_until is not None and self.day <= self.briefing_good_until

    def spoke(self, side: Side) -> int:
        """How often this side began."""
        return sum(one.by == side for one in self.exchanges)

    @property
    def is_two_way(self) -> bool:
        """Whether both sides spoke: a talk between them is enough."""
        talked = any(one.kind == "dialogue" for one in self.exchanges)
        return talked or (self.spoke("staff") > 0 and self.spoke("executive") > 0)


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
