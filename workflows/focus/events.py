"""What can have happened to what was promised for a quarter."""

from typing import get_args

from workflows.focus.commands import Came
from workflows.kernel import ball
from workflows.kernel.grammar import Event, Text


class Declared(Event, frozen=True, kw_only=True):
    """`owner` has every line looked at by `review_by`."""

    NAME = "focus.declared"

    unit: str | None
    quarter: str
    owner: str
    pledge: Text
    review_by: str


class LineAdded(Event, frozen=True, kw_only=True):
    NAME = "focus.line_added"

    number: int
    line: Text
    action: Text
    owner: str
    due: str


class LineCarriedOn(Event, frozen=True, kw_only=True):
    """Line `was` of the quarter before goes on as this one; its words lie in the fact at `said`."""

    NAME = "focus.line_carried_on"

    number: int
    was: int
    said: int
    owner: str
    due: str


class Reviewed(Event, frozen=True, kw_only=True):
    NAME = "focus.reviewed"

    number: int
    came: Came
    why: Text | None


class HandedOn(Event, frozen=True, kw_only=True):
    """All that was `whose`, or (None) the whole quarter."""

    NAME = "focus.handed_on"

    owner: str
    whose: str | None


class Corrected(Event, frozen=True, kw_only=True):
    """The words of the pledge."""

    NAME = "focus.corrected"

    text: Text


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "focus.fell_due"


Happened = Declared | LineAdded | LineCarriedOn | Reviewed | HandedOn | Corrected | FellDue

ALL: tuple[type[Event], ...] = get_args(Happened)
