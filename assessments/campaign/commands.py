"""What can be asked of a campaign."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel.grammar import Command, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import StreamId

InstrumentId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{1,40}$")]
Least = Literal["10", "5"]
"""Ballots below which nothing is shown. Five only for one total of one unit, with no cut and no filter, chosen here and said on
the first page; never lowered later."""


class Open(Command, frozen=True, kw_only=True):
    """Ask people what an instrument asks, from a poster, without names."""

    VERB = "campaign.open"
    CREATES = ("campaign",)

    unit: Annotated[UnitSlug, Meta(title="Where?", description="The unit whose people and patients are asked.")]
    instrument: Annotated[
        InstrumentId, Meta(title="What is asked?", description="An instrument by its short name, as `today`.")
    ] = "today"
    closes: Annotated[
        Day, Meta(title="When does it close?", description="If too few have answered by then, a week later, and so on.")
    ]
    least: Annotated[
        Least,
        Meta(
            title="How many answers at least?", description="Below that nothing is shown. It cannot be lowered later."
        ),
    ] = "10"


class Count(Command, frozen=True, kw_only=True):
    """Put on record how many ballots there are; done by Heard itself on the day a campaign closes."""

    VERB = "campaign.count"
    REPEATABLE = True

    ballots: Annotated[int, Meta(title="How many?", description="In the box.", ge=0, le=10**7)]
    digest: Annotated[
        str, Meta(title="Under which digest do they lie?", description="SHA-256.", pattern=r"^[0-9a-f]{64}$")
    ]


class Debrief(Command, frozen=True, kw_only=True):
    """Say what follows from the answers: an issue that is worked on, or what we keep doing."""

    VERB = "campaign.debrief"

    issue: Annotated[
        StreamId | None, Meta(title="Which issue is worked on?", description="Its id, if there is one.")
    ] = None
    keep: Annotated[
        Text | None, Meta(title="What do we keep doing?", description="If nothing is to change. Name nobody.")
    ] = None


class Withdraw(Command, frozen=True, kw_only=True):
    """Stop asking; the ballots are thrown away unread."""

    VERB = "campaign.withdraw"

    reason: Annotated[Text, Meta(title="Why?", description="In one sentence.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put what was said to be kept right; the old words stay, marked as corrected."""

    VERB = "campaign.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What do we keep doing?", description="The whole text, as it should be.")]
