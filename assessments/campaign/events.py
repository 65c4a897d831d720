"""What can have happened to a campaign."""

from typing import get_args

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


class Prolonged(Event, frozen=True, kw_only=True):
    """Too few had answered; how many stands nowhere."""

    NAME = "campaign.prolonged"

    closes: str


class BallotsCounted(Event, frozen=True, kw_only=True):
    """So many ballots, shuffled, lie sealed under `digest`; the box is empty."""

    NAME = "ballots.counted"

    ballots: int
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


Happened = Opened | Prolonged | BallotsCounted | Debriefed | Withdrawn | Corrected

ALL: tuple[type[Event], ...] = get_args(Happened)
