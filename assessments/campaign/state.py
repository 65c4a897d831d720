"""Where a campaign can stand, how it came there, and who owes what of it."""

from typing import Literal, assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from assessments.campaign.commands import Mode
from assessments.campaign.comments import Comments, noted
from assessments.campaign.events import (
    BallotsCounted,
    CardsReconciled,
    CommentReviewed,
    CommentsGathered,
    CommentsInvited,
    CommentsShown,
    Corrected,
    Debriefed,
    Happened,
    Opened,
    Planned,
    Prolonged,
    RosterFrozen,
    Shared,
    Waved,
    Withdrawn,
)
from assessments.campaign.rosters import Cards, Roster, roster_of
from assessments.campaign.wave import Wave, owed, planned, to_review, waved
from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Nothing

LEADER = "role-team-leader"
Stage = Literal["open", "counted", "debriefed", "withdrawn"]


class Part(Struct, frozen=True):
    """A group of a wave."""

    wave: str
    group: int


class Campaign(Struct, frozen=True, kw_only=True):
    """Of one unit, or (`part`) what a wave found of one group. `roster` is None where it is open to everybody. `closes` is the
    next of its fixed days. `ballots`, `digest` and `cards` once it was counted; `issue` and `keep` once somebody said what
    follows; `why`: it was withdrawn. `comments`: None where nobody was invited to write, and of a part of a wave."""

    unit: str
    instrument: str
    version: int
    instrument_digest: str
    least: int
    closes: Day
    opened: Moment
    since: Moment
    roster: Roster | None = None
    ballots: int | None = None
    digest: str | None = None
    cards: Cards | None = None
    issue: str | None = None
    keep: Ref | None = None
    why: Ref | None = None
    part: Part | None = None
    comments: Comments | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """All that are asked together, counted as one."""
        return self.roster.units if self.roster else (self.unit,)

    @property
    def mode(self) -> Mode:
        return self.roster.mode if self.roster else "open"

    @property
    def stage(self) -> Stage:
        if self.why:
            return "withdrawn"
        if self.ballots is None and self.part is None:
            return "open"
        return "debriefed" if self.issue or self.keep else "counted"


State = Nothing | Campaign | Wave


def evolve(state: State, fact: Fact) -> State:
    event = fact.event
    if isinstance(event, Opened):
        return _opened(event, fact)
    if isinstance(event, Shared):
        return _shared(event, fact)
    if isinstance(event, Planned):
        return planned(event, fact)
    match state:
        case Nothing():
            return state
        case Wave():
            return waved(state, cast(Waved, event), fact)
        case Campaign():
            return _changed(state, cast(Happened, event), fact)


def _opened(event: Opened | Shared, fact: Fact) -> Campaign:
    return Campaign(
        unit=event.unit,
        instrument=event.instrument,
        version=event.version,
        instrument_digest=event.instrument_digest,
        least=int(event.least),
        closes=event.closes,
        opened=fact.happened,
        since=fact.happened,
    )


def _shared(event: Shared, fact: Fact) -> Campaign:
    none: tuple[int, ...] = ()
    every = (0,) * len(event.units)
    roster = Roster(mode=event.mode, units=event.units, eligible=event.eligible, groups=every, cards=none)
    return replace(_opened(event, fact), roster=roster, digest=event.digest, part=Part(event.wave, event.group))


def _changed(state: Campaign, event: Happened, fact: Fact) -> Campaign:
    match event:
        case Opened() | Shared():
            return state
        case RosterFrozen():
            return replace(state, roster=roster_of(event))
        case Prolonged(closes=closes):
            return replace(state, closes=closes)
        case BallotsCounted(ballots=ballots, digest=digest):
            return replace(state, ballots=ballots, digest=digest, since=fact.happened)
        case CardsReconciled(made=made, drawn=drawn, spent=spent):
            return replace(state, cards=Cards(made, drawn, spent))
        case CommentsInvited() | CommentsGathered() | CommentReviewed() | CommentsShown():
            return replace(state, comments=noted(state.comments, event, fact))
        case Debriefed(issue=issue, keep=keep):
            kept = None if keep is None else Ref(fact.seq, "keep")
            return replace(state, issue=issue, keep=kept, since=fact.happened)
        case Withdrawn():
            return replace(state, why=Ref(fact.seq, "reason"), since=fact.happened)
        case Corrected():
            was = Correction("keep", state.keep, fact.happened)
            return replace(state, keep=Ref(fact.seq, "text"), corrections=(*state.corrections, was))
        case _:
            assert_never(event)


def balls(state: State) -> tuple[Ball, ...]:
    """Whoever leads the unit's team owes those who were asked what follows from it; of a wave somebody owes a look at it."""
    if isinstance(state, Wave):
        return owed(state)
    if isinstance(state, Nothing):
        return ()
    tell = (Ball(LEADER, "tell", f"unit-{state.unit}", state.since),) if state.stage == "counted" else ()
    return (*tell, *to_review(state.comments, state.since))
