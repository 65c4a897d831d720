"""What can be asked about somebody's conduct. There is no field for what came of it, nor for who told of it."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import ball
from workflows.kernel.grammar import Command, Text, UnitSlug
from workflows.kernel.words import PersonId

Behaviour = Literal["slip", "risk", "reckless"]
"""A slip anybody could make; a risk that was not seen as one, or seemed justified; a grave risk that was seen and taken."""

Response = Literal["console", "coach", "discipline"]


class Open(Command, frozen=True, kw_only=True):
    """Look at what somebody did, by the path of a just culture."""

    VERB = "conduct.open"
    CREATES = ("conduct",)

    person: Annotated[PersonId, Meta(title="About whom is it?", description="Locked away; few can read it.")]
    did: Annotated[
        Text, Meta(title="What was done?", description="What one could see: not what came of it, nor who told you.")
    ]
    unit: Annotated[UnitSlug | None, Meta(title="In which unit?", description="Locked away; open if unsure.")] = None


class LookAtHouse(Command, frozen=True, kw_only=True):
    """Say what in the way things are set up made it likely."""

    VERB = "conduct.look_at_house"
    REPEATABLE = True

    found: Annotated[
        Text,
        Meta(
            title="What made it likely?",
            description="Staffing, tools, rules, habits; whether others would have done it.",
        ),
    ]


class Judge(Command, frozen=True, kw_only=True):
    """Judge what was done, and by it alone what follows."""

    VERB = "conduct.judge"

    behaviour: Annotated[
        Behaviour, Meta(title="What kind of act was it?", description="The same whether harm came of it or none.")
    ]
    why: Annotated[Text, Meta(title="Why?", description="By what was done and known then.")]


class Follow(Command, frozen=True, kw_only=True):
    """Say that what follows was done."""

    VERB = "conduct.follow"

    note: Annotated[Text, Meta(title="What was done?", description="In two sentences.")]


class Close(Command, frozen=True, kw_only=True):
    """Close it."""

    VERB = "conduct.close"


class Withdraw(Command, frozen=True, kw_only=True):
    """Say that there was nothing to look at."""

    VERB = "conduct.withdraw"

    why: Annotated[Text, Meta(title="Why?", description="In one sentence.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "conduct.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What was done?", description="The whole text, as it should be.")]


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that nothing was done about it in time."""

    VERB = "conduct.fall_due"
