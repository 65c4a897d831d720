"""What can have happened to a goal."""

from typing import get_args

from assessments.goal.commands import Came
from assessments.scorecard import FigureKey, Horizon
from workflows.kernel import ball
from workflows.kernel.grammar import Event, Text


class Agreed(Event, frozen=True, kw_only=True):
    NAME = "goal.agreed"

    unit: str | None
    figure: FigureKey
    horizon: Horizon
    baseline: int | None
    target: int
    due: str
    owner: str
    why: Text | None


class Retargeted(Event, frozen=True, kw_only=True):
    NAME = "goal.retargeted"

    target: int
    due: str
    why: Text


class Retired(Event, frozen=True, kw_only=True):
    NAME = "goal.retired"

    came: Came
    why: Text


class HandedOn(Event, frozen=True, kw_only=True):
    NAME = "goal.handed_on"

    owner: str


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "goal.corrected"

    text: Text


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "goal.fell_due"


Happened = Agreed | Retargeted | Retired | HandedOn | Corrected | FellDue

ALL: tuple[type[Event], ...] = get_args(Happened)
