"""What can be asked of a concern: a module for each thing it is about."""

from workflows.concern.commands.answering import (
    Acknowledge,
    Answer,
    AskSpeaker,
    Deliver,
    Entrust,
    FallDue,
    GiveReason,
    HandOn,
    Reply,
    Settle,
)
from workflows.concern.commands.ending import (
    Dispute,
    EndCannotBeReached,
    EndNoReply,
    GiveNotice,
    Reopen,
    SayHeard,
    Withdraw,
)
from workflows.concern.commands.guarding import Hide, LiftWall, Unhide, Wall
from workflows.concern.commands.placing import Merge, Move, Unmerge
from workflows.concern.commands.raising import AddPhoto, Correct, Fix, Kind, Note, Part, Plain, Raise, Speaker
from workflows.concern.commands.triage import LinkEvent, Page, Route, Triage

__all__ = [
    "Acknowledge",
    "AddPhoto",
    "Answer",
    "AskSpeaker",
    "Correct",
    "Deliver",
    "Dispute",
    "EndCannotBeReached",
    "EndNoReply",
    "Entrust",
    "FallDue",
    "Fix",
    "GiveNotice",
    "GiveReason",
    "HandOn",
    "Hide",
    "Kind",
    "LiftWall",
    "LinkEvent",
    "Merge",
    "Move",
    "Note",
    "Page",
    "Part",
    "Plain",
    "Raise",
    "Reopen",
    "Reply",
    "Route",
    "SayHeard",
    "Settle",
    "Speaker",
    "Triage",
    "Unhide",
    "Unmerge",
    "Wall",
    "Withdraw",
]
