"""What can have happened to a grievance. Ids, days and holders were checked when asked and are plain strings here."""

from typing import get_args

from workflows.grievance.commands import Language, Part, Plain, Way
from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Event, Text
from workflows.kernel.words import Brought, Outcome


class Opened(Event, frozen=True, kw_only=True):
    """`holder` owes the letter by `due`."""

    NAME = "grievance.opened"

    unit: str | None
    concern: str
    complaint: Text
    language: Language
    holder: str
    due: str


class Acknowledged(Event, frozen=True, kw_only=True):
    NAME = "grievance.acknowledged"

    how: Brought


class StepTaken(Event, frozen=True, kw_only=True):
    NAME = "grievance.step_taken"

    what: Text


class HandedOn(Event, frozen=True, kw_only=True):
    NAME = "grievance.handed_on"

    holder: str


class Extended(Event, frozen=True, kw_only=True):
    """The family was told on the day `told`."""

    NAME = "grievance.extended"

    due: str
    reason: Text
    told: str


class LetterWritten(Event, frozen=True, kw_only=True):
    """The four things a written notice says: whom to turn to, the steps taken, the results, the day of completion."""

    NAME = "grievance.letter_written"

    contact: Text
    steps: Text
    results: Text
    outcome: Outcome
    completed: str


class LetterSent(Event, frozen=True, kw_only=True):
    NAME = "grievance.letter_sent"

    how: Way
    to: Text


class Closed(Event, frozen=True, kw_only=True):
    NAME = "grievance.closed"


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "grievance.withdrawn"

    why: Text


class Corrected(correcting.Corrected, frozen=True, kw_only=True):
    NAME = "grievance.corrected"

    part: Part | None
    field: Plain | None


class Climbed(Event, frozen=True, kw_only=True):
    """Not written in time: from `below` to `to`, on the day `day`."""

    NAME = "grievance.climbed"

    below: str
    to: str
    day: str


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "grievance.fell_due"


Happened = (
    Opened
    | Acknowledged
    | StepTaken
    | HandedOn
    | Extended
    | LetterWritten
    | LetterSent
    | Closed
    | Withdrawn
    | Corrected
    | Climbed
    | FellDue
)

ALL: tuple[type[Event], ...] = get_args(Happened)
