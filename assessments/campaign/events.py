"""What can have happened to a campaign."""

from typing import Literal, get_args

from assessments.campaign.commands import Least, Verdict
from workflows.kernel.grammar import Event, Text


class Opened(Event, frozen=True, kw_only=True):
    """`version` and `instrument_digest` say to the word what is asked; they stay as they are however the instrument grows."""

    NAME = "campaign.opened"

    unit: str
    instrument: str
    version: int
    instrument_digest: str
    closes: str
    least: Least


class RosterFrozen(Event, frozen=True, kw_only=True):
    """Who can answer, in numbers alone: of each of the `units` so many are `eligible`, and it is counted in the group of that
    index; of each group so many `cards` are made, once and for all (links, of a confidential one). Said with `Opened`; an open
    campaign has none."""

    NAME = "campaign.roster_frozen"

    mode: Literal["confidential", "anonymous"]
    units: tuple[str, ...]
    eligible: tuple[int, ...]
    groups: tuple[int, ...]
    cards: tuple[int, ...]


class PositionsPlanned(Event, frozen=True, kw_only=True):
    """Said with `Planned`: what was answered is also told by what people do, where enough of each answered."""

    NAME = "campaign.positions_planned"


class PositionsFrozen(Event, frozen=True, kw_only=True):
    """Said with `RosterFrozen`: into which piles the people of each group part. A pile is of the group of that index and of
    these positions, with a plus between; so many are in it, and so many of the group's cards are its own."""

    NAME = "campaign.positions_frozen"

    groups: tuple[int, ...]
    positions: tuple[str, ...]
    eligible: tuple[int, ...]
    cards: tuple[int, ...]


class Planned(Event, frozen=True, kw_only=True):
    """A wave of the whole hospital, as a draft: these units, each to be shown by itself where that may be."""

    NAME = "campaign.planned"

    units: tuple[str, ...]
    instrument: str
    mode: Literal["confidential", "anonymous"]
    closes: str


class ReleaseAnnounced(Event, frozen=True, kw_only=True):
    """Said with `Planned`: the first page tells that what each person answers may leave the house."""

    NAME = "campaign.release_announced"


class Locked(Event, frozen=True, kw_only=True):
    """To the word what a wave asks; said with `RosterFrozen`. From here on neither changes."""

    NAME = "campaign.locked"

    version: int
    instrument_digest: str


class Launched(Event, frozen=True, kw_only=True):
    """Whoever works in a unit of the wave can answer."""

    NAME = "campaign.launched"


class Prolonged(Event, frozen=True, kw_only=True):
    """Too few had answered; how many stands nowhere."""

    NAME = "campaign.prolonged"

    closes: str


class BallotsCounted(Event, frozen=True, kw_only=True):
    """So many ballots, shuffled, lie sealed under `digest`; the box is empty."""

    NAME = "ballots.counted"

    ballots: int
    digest: str


class CardsReconciled(Event, frozen=True, kw_only=True):
    """Said with `BallotsCounted` where there are cards: so many were made and drawn (None: nobody draws), and with so many was
    answered, counted apart from the ballots."""

    NAME = "campaign.cards_reconciled"

    made: int
    drawn: int | None
    spent: int


class Settled(Event, frozen=True, kw_only=True):
    """Said with `BallotsCounted` of a wave: which groups are shown by themselves beside the hospital. It is decided this once;
    item by item it lies sealed with the ballots."""

    NAME = "campaign.settled"

    groups: tuple[int, ...]


class Published(Event, frozen=True, kw_only=True):
    """What was found is there for everybody who may read it."""

    NAME = "campaign.published"


class ReleaseProposed(Event, frozen=True, kw_only=True):
    """That what each person answered is handed to somebody; nothing has left yet."""

    NAME = "campaign.release_proposed"

    recipient: Text


class Released(Event, frozen=True, kw_only=True):
    """By somebody else than who proposed it: what was proposed last may leave."""

    NAME = "campaign.released"


class Shared(Event, frozen=True, kw_only=True):
    """What a wave found, handed to one group of it: to `unit`, which talks about it with the other `units`, if any."""

    NAME = "campaign.shared"

    unit: str
    wave: str
    group: int
    units: tuple[str, ...]
    eligible: tuple[int, ...]
    mode: Literal["confidential", "anonymous"]
    instrument: str
    version: int
    instrument_digest: str
    closes: str
    least: Least
    digest: str


class Debriefed(Event, frozen=True, kw_only=True):
    NAME = "campaign.debriefed"

    issue: str | None
    keep: Text | None


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "campaign.withdrawn"

    reason: Text


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "campaign.corrected"

    text: Text


class CommentsInvited(Event, frozen=True, kw_only=True):
    """Said with `Opened` or `Planned`: below the answers there is a box for words of one's own."""

    NAME = "campaign.comments_invited"


class CommentsGathered(Event, frozen=True, kw_only=True):
    """Said with `BallotsCounted`: so many wrote something, which lies sealed under `digest`, apart from the ballots, and is
    shown only where `least` or more are together."""

    NAME = "campaign.comments_gathered"

    comments: int
    least: int
    digest: str


class CommentReviewed(Event, frozen=True, kw_only=True):
    """Somebody looked at the comment of that number, and took these of its words out (by number, from 1 on)."""

    NAME = "campaign.comment_reviewed"

    comment: int
    verdict: Verdict
    without: tuple[int, ...]
    reason: Text | None


class CommentsShown(Event, frozen=True, kw_only=True):
    NAME = "campaign.comments_shown"


Happened = (
    Opened
    | Shared
    | RosterFrozen
    | Prolonged
    | BallotsCounted
    | CardsReconciled
    | CommentsInvited
    | CommentsGathered
    | CommentReviewed
    | CommentsShown
    | Debriefed
    | Withdrawn
    | Corrected
)
"""To the campaign of a unit, or to a unit's part of a wave."""

Waved = (
    Planned
    | ReleaseAnnounced
    | CommentsInvited
    | PositionsPlanned
    | Locked
    | RosterFrozen
    | PositionsFrozen
    | Launched
    | Prolonged
    | BallotsCounted
    | CardsReconciled
    | Settled
    | CommentsGathered
    | CommentReviewed
    | CommentsShown
    | Published
    | ReleaseProposed
    | Released
    | Withdrawn
)
"""To a wave."""

ALL: tuple[type[Event], ...] = tuple(dict.fromkeys((*get_args(Happened), *get_args(Waved))))
