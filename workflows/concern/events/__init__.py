"""What can have happened to a concern: a module for each thing it is about. Ids, days and holders were checked when asked and
are plain strings here."""

from typing import get_args

from workflows.concern.events.answering import (
    Acknowledged,
    Answered,
    Delivered,
    Entrusted,
    FellDue,
    HandedOn,
    ReasonGiven,
    Replied,
    SpeakerAsked,
)
from workflows.concern.events.ending import (
    Disagreed,
    Disputed,
    FellSilent,
    Heard,
    NoticeGiven,
    NotReached,
    Reopened,
    Withdrawn,
)
from workflows.concern.events.guarding import Hidden, Unhidden, Walled, WallLifted
from workflows.concern.events.placing import Arrived, Left, Listed, Merged, Unmerged
from workflows.concern.events.raising import Corrected, PhotoAdded, Raised
from workflows.concern.events.triage import BecameGrievance, EventLinked, Paged, Triaged
from workflows.kernel.grammar import Event

__all__ = [
    "ALL",
    "Acknowledged",
    "Answered",
    "Arrived",
    "BecameGrievance",
    "Corrected",
    "Delivered",
    "Disagreed",
    "Disputed",
    "Entrusted",
    "EventLinked",
    "FellDue",
    "FellSilent",
    "HandedOn",
    "Happened",
    "Heard",
    "Hidden",
    "Left",
    "Listed",
    "Merged",
    "NotReached",
    "NoticeGiven",
    "Paged",
    "PhotoAdded",
    "Raised",
    "ReasonGiven",
    "Reopened",
    "Replied",
    "SpeakerAsked",
    "Triaged",
    "Unhidden",
    "Unmerged",
    "WallLifted",
    "Walled",
    "Withdrawn",
]

Happened = (
    Raised
    | Acknowledged
    | HandedOn
    | Entrusted
    | Answered
    | ReasonGiven
    | Delivered
    | SpeakerAsked
    | Replied
    | PhotoAdded
    | Hidden
    | Unhidden
    | Heard
    | Disputed
    | Disagreed
    | Reopened
    | NoticeGiven
    | FellSilent
    | NotReached
    | Withdrawn
    | Listed
    | Merged
    | Unmerged
    | Left
    | Arrived
    | Walled
    | WallLifted
    | Corrected
    | FellDue
    | Triaged
    | EventLinked
    | BecameGrievance
    | Paged
)

ALL: tuple[type[Event], ...] = get_args(Happened)
