"""What can be asked of a goal."""

from typing import Annotated, Literal

from msgspec import Meta

from assessments.scorecard import FigureKey, Horizon
from workflows.kernel import ball
from workflows.kernel.grammar import Command, Text, UnitSlug
from workflows.kernel.ids import named
from workflows.kernel.moments import Day
from workflows.kernel.words import PersonId

Came = Literal["reached", "given_up"]
Percent = Annotated[int, Meta(ge=0, le=100)]
TARGET = Meta(title="What share do you want to reach?", description="In percent, 1 to 100.")
BY = Meta(title="By when?", description="A day you believe in.")


def stream_of(unit: str | None, figure: FigureKey) -> str:
    return named("goal", unit, figure)


class Agree(Command, frozen=True, kw_only=True):
    """Agree on a goal for one figure."""

    VERB = "goal.agree"

    unit: Annotated[UnitSlug | None, Meta(title="For which unit?", description="Open for the hospital.")] = None
    figure: Annotated[FigureKey, Meta(title="Which figure?", description="One of the scorecard.")]
    horizon: Annotated[Horizon, Meta(title="How far off is it?", description="Near, middle or far.")]
    baseline: Annotated[
        Percent | None, Meta(title="Where do you start?", description="In percent, if you know it.")
    ] = None
    target: Annotated[Percent, TARGET]
    due: Annotated[Day, BY]
    owner: Annotated[
        PersonId, Meta(title="Who sees to it?", description="They say what came of it when its day comes.")
    ]
    why: Annotated[Text | None, Meta(title="What will be different then?", description="In a sentence.")] = None

    def stream(self) -> str:
        return stream_of(self.unit, self.figure)


class Retarget(Command, frozen=True, kw_only=True):
    """Aim for something else, or by another day; the target before stays on record."""

    VERB = "goal.retarget"

    target: Annotated[Percent, TARGET]
    due: Annotated[Day, BY]
    why: Annotated[Text, Meta(title="Why?", description="So that nobody thinks the bar was moved in silence.")]


class Retire(Command, frozen=True, kw_only=True):
    """Say that a goal is reached, or given up."""

    VERB = "goal.retire"

    came: Annotated[Came, Meta(title="What came of it?", description="It stays on record as you say it.")]
    why: Annotated[Text, Meta(title="What do you say to it?", description="In a sentence or two.")]


class HandOn(Command, frozen=True, kw_only=True):
    """Give a goal to somebody else to see to."""

    VERB = "goal.hand_on"

    owner: Annotated[
        PersonId, Meta(title="Who sees to it?", description="They say what came of it when its day comes.")
    ]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "goal.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What will be different then?", description="The whole text, as it should be.")]


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that nobody said by its day what came of a goal."""

    VERB = "goal.fall_due"
