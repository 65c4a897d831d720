"""A wave: people of many units are asked at once, each unit is shown beside the hospital, and nobody but who looks at it first
sees anything before it is published. A draft, locked, open, counted, published; or withdrawn."""

from typing import Literal, assert_never

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
    Launched,
    Locked,
    Planned,
    PositionsFrozen,
    PositionsPlanned,
    Prolonged,
    Published,
    ReleaseAnnounced,
    Released,
    ReleaseProposed,
    RosterFrozen,
    Settled,
    Waved,
    Withdrawn,
)
from assessments.campaign.rosters import Cards, Roster, apart, roster_of
from assessments.disclosure import ORDINARY
from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Fact, Ref
from workflows.kernel.moments import Day, Moment

REVIEWER = "role-quality-director"
WaveStage = Literal["draft", "locked", "open", "counted", "published", "withdrawn"]


class Handing(Struct, frozen=True, kw_only=True):
    """What each person answered goes to whom `recipient` says: `proposed` by one person and, once it was (`since`), `released`
    by another."""

    recipient: Ref
    proposed: str
    released: str = ""
    since: Moment = 0


class Wave(Struct, frozen=True, kw_only=True):
    """Of the whole hospital. `asked`: the units of the draft. `opened` when it was drawn up and, after that, locked. `version`,
    `instrument_digest` and `roster` once it was locked; `ballots`, `digest`, `cards` and the `groups` that are shown by
    themselves once it was counted. `announced`: the first page says that what each person answers may leave the
    house; `handings` of it, the last of them perhaps only proposed. `comments`: None where nobody was invited to
    write. `by_position`: what people do is told apart where that may be."""

    asked: tuple[str, ...]
    instrument: str
    mode: Mode
    closes: Day
    opened: Moment
    since: Moment
    unit: None = None
    version: int = 0
    instrument_digest: str = ""
    roster: Roster | None = None
    launched: bool = False
    ballots: int | None = None
    digest: str | None = None
    cards: Cards | None = None
    groups: tuple[int, ...] = ()
    published: bool = False
    announced: bool = False
    handings: tuple[Handing, ...] = ()
    comments: Comments | None = None
    by_position: bool = False
    why: Ref | None = None

    @property
    def pending(self) -> Handing | None:
        """What is proposed and waits for a second person."""
        last = self.handings[-1] if self.handings else None
        return last if last and not last.released else None

    @property
    def released(self) -> tuple[Handing, ...]:
        return tuple(one for one in self.handings if one.released)

    @property
    def least(self) -> int:
        return ORDINARY

    @property
    def units(self) -> tuple[str, ...]:
        return self.roster.units if self.roster else self.asked

    @property
    def stage(self) -> WaveStage:
        if self.why:
            return "withdrawn"
        if self.ballots is not None:
            return "published" if self.published else "counted"
        return "open" if self.launched else "locked" if self.roster else "draft"


def planned(event: Planned, fact: Fact) -> Wave:
    return Wave(
        asked=event.units,
        instrument=event.instrument,
        mode=event.mode,
        closes=event.closes,
        opened=fact.happened,
        since=fact.happened,
    )


def waved(state: Wave, event: Waved, fact: Fact) -> Wave:
    match event:
        case Planned():
            return state
        case Locked(version=version, instrument_digest=digest):
            happened = fact.happened
            return replace(state, version=version, instrument_digest=digest, opened=happened, since=happened)
        case RosterFrozen():
            return replace(state, roster=roster_of(event))
        case PositionsPlanned():
            return replace(state, by_position=True)
        case PositionsFrozen():
            return state if state.roster is None else replace(state, roster=apart(state.roster, event))
        case Launched():
            return replace(state, launched=True, since=fact.happened)
        case Prolonged(closes=closes):
            return replace(state, closes=closes)
        case BallotsCounted(ballots=ballots, digest=digest):
            return replace(state, ballots=ballots, digest=digest, since=fact.happened)
        case CardsReconciled(made=made, drawn=drawn, spent=spent):
            return replace(state, cards=Cards(made, drawn, spent))
        case Settled(groups=groups):
            return replace(state, groups=groups)
        case Published():
            return replace(state, published=True, since=fact.happened)
        case ReleaseAnnounced():
            return replace(state, announced=True)
        case ReleaseProposed():
            proposed = Handing(recipient=Ref(fact.seq, "recipient"), proposed=str(fact.head.by.id))
            return replace(state, handings=(*state.released, proposed))
        case Released():
            *before, last = state.handings
            released = replace(last, released=str(fact.head.by.id), since=fact.happened)
            return replace(state, handings=(*before, released))
        case CommentsInvited() | CommentsGathered() | CommentReviewed() | CommentsShown():
            return replace(state, comments=noted(state.comments, event, fact))
        case Withdrawn():
            return replace(state, why=Ref(fact.seq, "reason"), since=fact.happened)
        case _:
            assert_never(event)


def owed(state: Wave) -> tuple[Ball, ...]:
    """Somebody looks at what was counted before everybody does, and at what was written."""
    if state.stage == "counted":
        return (Ball(REVIEWER, "review", None, state.since),)
    return to_review(state.comments, state.since)


def to_review(comments: Comments | None, since: Moment) -> tuple[Ball, ...]:
    return (Ball(REVIEWER, "review", None, since),) if comments is not None and comments.is_owed else ()
