"""What can have happened to a campaign."""

from typing import Literal, get_args

from assessments.campaign.commands import Least
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


Happened = Opened | RosterFrozen | Prolonged | BallotsCounted | CardsReconciled | Debriefed | Withdrawn | Corrected

ALL: tuple[type[Event], ...] = get_args(Happened)
