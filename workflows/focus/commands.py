"""What can be asked of what was promised for a quarter. It stands once for each unit and quarter."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import ball
from workflows.kernel.grammar import Command, Holder, Text, UnitSlug
from workflows.kernel.ids import named
from workflows.kernel.moments import Day
from workflows.kernel.months import Quarter

MOST_LINES = 3
"""Whoever promises more promises nothing."""

Came = Literal["done", "carried_on", "dropped"]
Number = Annotated[int, Meta(ge=1, le=99)]
"""A line by its place; one that was dropped keeps its own."""


def stream_of(unit: str | None, quarter: Quarter) -> str:
    """The one stream of a unit, or (None) the hospital, in a quarter."""
    return named("focus", unit, quarter)


class Declare(Command, frozen=True, kw_only=True):
    """Say what you promise for the quarter, and who owns it."""

    VERB = "focus.declare"

    unit: Annotated[UnitSlug | None, Meta(title="For which unit?", description="Open for the hospital.")] = None
    quarter: Annotated[Quarter, Meta(title="For which quarter?", description="For example 2026-Q4.")]
    owner: Annotated[Holder, Meta(title="Who owns it?", description="They see to it that each line is looked at.")]
    pledge: Annotated[Text, Meta(title="What do you promise?", description="In one or two sentences.")]

    def stream(self) -> str:
        return stream_of(self.unit, self.quarter)


class AddLine(Command, frozen=True, kw_only=True):
    """Add a line, with one thing you do for the climate here."""

    VERB = "focus.add_line"
    REPEATABLE = True

    line: Annotated[Text, Meta(title="What do you work on?", description="One thing, in a few words.")]
    action: Annotated[Text, Meta(title="What do you do so that people speak up?", description="One thing one can see.")]
    owner: Annotated[Holder, Meta(title="Who does it?", description="A person, role, committee or party.")]
    due: Annotated[Day, Meta(title="By when?", description="A day you can keep.")]


class Review(Command, frozen=True, kw_only=True):
    """Say what came of a line."""

    VERB = "focus.review"

    number: Annotated[Number, Meta(title="Which line?", description="By its number.")]
    came: Annotated[Came, Meta(title="What came of it?", description="Dropping one makes room for another.")]
    why: Annotated[
        Text | None, Meta(title="What do you say to it?", description="If it is dropped, why; else if you like.")
    ] = None


class CarryOn(Command, frozen=True, kw_only=True):
    """Take along the lines of the quarter before that are carried on."""

    VERB = "focus.carry_on"


class HandOn(Command, frozen=True, kw_only=True):
    """Give the quarter, or all that one person does in it, to somebody else."""

    VERB = "focus.hand_on"

    owner: Annotated[Holder, Meta(title="Who sees to it now?", description="A person, role, committee or party.")]
    whose: Annotated[
        Holder | None, Meta(title="What was whose?", description="All they do in it. Open for the whole quarter.")
    ] = None


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "focus.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What do you promise?", description="The whole text, as it should be.")]


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that a line was not done, or not looked at, by its day."""

    VERB = "focus.fall_due"
