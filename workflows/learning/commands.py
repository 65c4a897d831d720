"""What can be asked of a learning. There is no field for who did it: what is asked is what helped and what hindered."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import ball
from workflows.kernel.grammar import Command, Holder, Text, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import Brought, IssueId, LearningId

FactorKey = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
"""One of the factors that the terms of the hospital name."""

Much = Literal["little", "some", "much"]
Risk = Literal["less", "same", "too_early"]
"""What became of the risk after something was done about it."""
Verdict = Literal["adopt", "adapt", "abandon"]
Part = Literal["what", "how", "prediction", "lesson"]

STEPS = 5
"""So many things can be done about one matter: few that are done beat many that are written down."""
Number = Annotated[
    int, Meta(title="Which one?", description="By its number, as they stand on the page.", ge=1, le=STEPS)
]


class Open(Command, frozen=True, kw_only=True):
    """Look at something that went wrong, to learn from it."""

    VERB = "learning.open"
    CREATES = ("learning",)

    unit: Annotated[UnitSlug, Meta(title="Where?", description="The unit that learns from it.")]
    what: Annotated[
        Text, Meta(title="What happened?", description="In the order it happened. Name nobody; nobody is to blame.")
    ]
    about: Annotated[
        IssueId | None, Meta(title="Which issue does it start from?", description="If it stands on the log.")
    ] = None
    lead: Annotated[
        Holder | None, Meta(title="Who brings it to its lesson?", description="The team leader, if left open.")
    ] = None


class MarkFactors(Command, frozen=True, kw_only=True):
    """Mark what helped and what hindered."""

    VERB = "learning.mark_factors"
    REPEATABLE = True

    helped: Annotated[
        tuple[FactorKey, ...],
        Meta(title="What helped?", description="What kept it from being worse.", max_length=16),
    ] = ()
    hindered: Annotated[
        tuple[FactorKey, ...],
        Meta(title="What hindered?", description="What made it more likely, for anybody.", max_length=16),
    ] = ()
    how: Annotated[Text | None, Meta(title="How?", description="In a few sentences. Name nobody.")] = None


class Choose(Command, frozen=True, kw_only=True):
    """Choose something to do about it, and who leads it."""

    VERB = "learning.choose"
    REPEATABLE = True

    what: Annotated[Text, Meta(title="What do you do about it?", description="Something one can see done.")]
    mitigates: Annotated[Much, Meta(title="How much does it lower the risk?", description="If it is done.")]
    feasible: Annotated[Much, Meta(title="How well can you do it yourselves?", description="Much: tomorrow.")]
    leader: Annotated[Holder, Meta(title="Who leads it?", description="A person, role, committee or party.")]
    due: Annotated[Day, Meta(title="When do you look whether it helped?", description="A day you can keep.")]
    sign: Annotated[
        Text, Meta(title="How will you know that the risk went down?", description="What you will look at, or count.")
    ]


class FollowUp(Command, frozen=True, kw_only=True):
    """Say whether the risk went down."""

    VERB = "learning.follow_up"
    REPEATABLE = True

    number: Number
    found: Annotated[Text, Meta(title="What did you see?", description="Held against how you wanted to know.")]
    risk: Annotated[Risk, Meta(title="Is the risk less?", description="Or it is too early to say.")]
    again: Annotated[
        Day | None, Meta(title="If it is too early: when again?", description="The first day stays in the record.")
    ] = None


class Conclude(Command, frozen=True, kw_only=True):
    """Say what was learned from it."""

    VERB = "learning.conclude"

    lesson: Annotated[Text, Meta(title="What do you pass on?", description="So that others can use it. Name nobody.")]
    nothing_because: Annotated[
        Text | None, Meta(title="If nothing is done about it: why?", description="Open if something was chosen.")
    ] = None


class HandOn(Command, frozen=True, kw_only=True):
    """Hand the look, the test, or all that one person does about it, to somebody else."""

    VERB = "learning.hand_on"

    holder: Annotated[Holder, Meta(title="Who sees to it now?", description="A person, role, committee or party.")]
    whose: Annotated[
        Holder | None, Meta(title="What was whose?", description="All they do in it. Open for whoever leads it.")
    ] = None


class Try(Command, frozen=True, kw_only=True):
    """Try a change on a small scale."""

    VERB = "learning.try"
    CREATES = ("learning",)

    unit: Annotated[UnitSlug, Meta(title="Where?", description="The unit that tries it.")]
    what: Annotated[Text, Meta(title="What do you try?", description="With whom, where, for how long.")]
    prediction: Annotated[
        Text | None, Meta(title="What do you expect to see?", description="Before you look, or the result says little.")
    ] = None
    due: Annotated[Day, Meta(title="When do you look at the result?", description="Days are better than months.")]
    lead: Annotated[Holder | None, Meta(title="Who looks at it?", description="The team leader, if left open.")] = None
    after: Annotated[
        LearningId | None, Meta(title="Which test does it follow?", description="If it is adapted from one.")
    ] = None


class Predict(Command, frozen=True, kw_only=True):
    """Say what you expect to see."""

    VERB = "learning.predict"

    prediction: Annotated[
        Text, Meta(title="What do you expect to see?", description="Before you look, or the result says little.")
    ]


class Study(Command, frozen=True, kw_only=True):
    """Say what a test of change showed, and what follows."""

    VERB = "learning.study"

    result: Annotated[Text, Meta(title="What did you see?", description="Held against what you expected.")]
    verdict: Annotated[Verdict, Meta(title="What follows?", description="Each of the three is a good end of a test.")]


class Tell(Command, frozen=True, kw_only=True):
    """Tell a lesson that others can use."""

    VERB = "learning.tell"
    CREATES = ("learning",)

    unit: Annotated[UnitSlug | None, Meta(title="Where is it from?", description="Open for the hospital.")] = None
    what: Annotated[Text, Meta(title="How did you come to it?", description="In a few sentences. Name nobody.")]
    lesson: Annotated[Text, Meta(title="What do you pass on?", description="So that others can use it.")]


class Reflect(Command, frozen=True, kw_only=True):
    """Write down what you learned about how you lead; only you read it."""

    VERB = "learning.reflect"
    CREATES = ("learning",)

    words: Annotated[
        Text, Meta(title="What did you learn about how you lead?", description="In your own words; only you read it.")
    ]


class OpenUp(Command, frozen=True, kw_only=True):
    """Let everybody here read what you wrote."""

    VERB = "learning.open_up"

    names_nobody: Annotated[
        bool, Meta(title="Have you looked that nobody can be told from it?", description="Nobody but myself.")
    ]


class TakeBack(Command, frozen=True, kw_only=True):
    """Take back what you wrote for yourself."""

    VERB = "learning.take_back"


class Share(Command, frozen=True, kw_only=True):
    """Share a lesson."""

    VERB = "learning.share"
    REPEATABLE = True

    to: Annotated[
        Holder | None, Meta(title="With whom?", description="Open for everybody here: it then stands in the library.")
    ] = None
    how: Annotated[Brought | None, Meta(title="How?", description="Where they truly met it.")] = None
    names_nobody: Annotated[
        bool,
        Meta(title="Have you looked that nobody can be told from it?", description="No names, no room, no rare case."),
    ] = False


class Withdraw(Command, frozen=True, kw_only=True):
    """Take a learning back; it leaves the library."""

    VERB = "learning.withdraw"

    why: Annotated[Text, Meta(title="Why is it taken back?", description="In one sentence.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "learning.correct"
    REPEATABLE = True

    part: Annotated[Part, Meta(title="Which words?", description="Those that are wrong.")]
    text: Annotated[Text, Meta(title="What should they say?", description="The whole text, as it should be.")]


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that something owed here was not done in time."""

    VERB = "learning.fall_due"
