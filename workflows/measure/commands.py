"""What can be asked of a measure."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import correcting
from workflows.kernel.grammar import Command, Text, UnitSlug
from workflows.kernel.periods import Every, Period
from workflows.kernel.words import Amount, PersonId, StandardId

Kind = Literal["days_since", "rate", "count"]
"""Days since it last happened; so many of so many; so many."""
Better = Literal["lower", "higher"]
Part = Literal["title", "definition", "source", "per_what"]

Count = Annotated[int, Meta(ge=0, le=10**9)]
Per = Annotated[int, Meta(ge=1, le=1_000_000)]
WHEN = Meta(
    title="For when?",
    description="A month as 2025-03, a week as 2025-W11, a day as 2025-03-14; for days since, the day it happened.",
)
HOW_MANY = Meta(title="How many?", description="Leave it open for days since: the day says it all.")
OF_HOW_MANY = Meta(title="Out of how many?", description="For a rate only, such as patient days.")


class Register(Command, frozen=True, kw_only=True):
    """Add a measure of harm or process."""

    VERB = "measure.register"
    CREATES = ("measure",)

    unit: Annotated[UnitSlug | None, Meta(title="Which unit is it for?", description="Open for the hospital.")] = None
    title: Annotated[Text, Meta(title="What is it called?", description="As people say it: falls, clean hands.")]
    kind: Annotated[Kind, Meta(title="How is it counted?", description="The simplest that tells you enough.")]
    definition: Annotated[
        Text, Meta(title="What exactly is counted?", description="So that two people count the same.")
    ]
    source: Annotated[Text, Meta(title="Where do the numbers come from?", description="A place one can look them up.")]
    owner: Annotated[PersonId, Meta(title="Who sees to it?", description="They see that the numbers come.")]
    every: Annotated[Every, Meta(title="How often is it recorded?", description="By day, by week or by month.")] = (
        "month"
    )
    better: Annotated[
        Better | None,
        Meta(title="Which way is better?", description="Left open: fewer is better, and more days since."),
    ] = None
    per: Annotated[Per | None, Meta(title="A rate: per how many?", description="100 or 1,000, for example.")] = None
    per_what: Annotated[
        Text | None, Meta(title="A rate: of what?", description="Patient days, or times one should have.")
    ] = None
    goal: Annotated[Amount | None, Meta(title="What do you aim for?", description="A number; leave open if none.")] = (
        None
    )
    serves: Annotated[
        StandardId | None, Meta(title="Which goal of the charter is it for?", description="If it is for one.")
    ] = None


class Record(Command, frozen=True, kw_only=True):
    """Enter a value."""

    VERB = "measure.record"
    REPEATABLE = True

    period: Annotated[Period, WHEN]
    count: Annotated[Count | None, HOW_MANY] = None
    of: Annotated[Count | None, OF_HOW_MANY] = None


class CorrectValue(Command, frozen=True, kw_only=True):
    """Put a value right; the old one stays, marked."""

    VERB = "measure.correct_value"
    REPEATABLE = True

    period: Annotated[Period, Meta(title="Which value?", description="The day, week or month it stands for now.")]
    to: Annotated[
        Period | None, Meta(title="Was it for another time?", description="Then that day, week or month.")
    ] = None
    count: Annotated[Count | None, HOW_MANY] = None
    of: Annotated[Count | None, OF_HOW_MANY] = None


class WithdrawValue(Command, frozen=True, kw_only=True):
    """Take a value back that should not be there; it stays, marked."""

    VERB = "measure.withdraw_value"

    period: Annotated[Period, Meta(title="Which value?", description="The day, week or month it stands for.")]
    why: Annotated[Text, Meta(title="Why is it taken back?", description="In one sentence.")]


class Aim(Command, frozen=True, kw_only=True):
    """Say what you aim for; what was aimed for before stays on record."""

    VERB = "measure.aim"

    goal: Annotated[Amount | None, Meta(title="What do you aim for?", description="A number; leave open if none.")] = (
        None
    )


class Serve(Command, frozen=True, kw_only=True):
    """Say which goal of the charter it is for."""

    VERB = "measure.serve"

    goal: Annotated[StandardId, Meta(title="Which goal?", description="One of the charter of the same unit.")]


class HandOn(Command, frozen=True, kw_only=True):
    """Give a measure to somebody else to see to."""

    VERB = "measure.hand_on"

    owner: Annotated[PersonId, Meta(title="Who sees to it?", description="They see that the numbers come.")]


class Retire(Command, frozen=True, kw_only=True):
    """Give a measure up; its values stay to be looked at."""

    VERB = "measure.retire"

    why: Annotated[Text, Meta(title="Why is it given up?", description="In one sentence.")]


class Resume(Command, frozen=True, kw_only=True):
    """Take a measure up again that was given up."""

    VERB = "measure.resume"


class Correct(correcting.Correct, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "measure.correct"

    part: Annotated[Part | None, correcting.WORDS] = None
    field: Annotated[Literal["better"] | None, correcting.FIELD] = None
