"""The answer: who gives it, what it is, how it reaches the one who spoke, and what is asked of them meanwhile."""

from typing import Annotated

from msgspec import Meta

from workflows.kernel import ball
from workflows.kernel.grammar import Command, Holder, Text
from workflows.kernel.words import (
    Brought,
    Outcome,
)


class Acknowledge(Command, frozen=True, kw_only=True):
    """Let the voice know that it has been read."""

    VERB = "concern.acknowledge"


class HandOn(Command, frozen=True, kw_only=True):
    """Hand the answer on to somebody who can give it."""

    VERB = "concern.hand_on"

    holder: Annotated[Holder, Meta(title="Who will answer?", description="A person or a role of this hospital.")]


class Entrust(Command, frozen=True, kw_only=True):
    """Entrust an answer that was given to somebody else."""

    VERB = "concern.entrust"

    holder: Annotated[
        Holder, Meta(title="Who brings it?", description="And gives the reason, where that is still owed.")
    ]


class Answer(Command, frozen=True, kw_only=True):
    """Answer the voice."""

    VERB = "concern.answer"

    answer: Annotated[Text, Meta(title="What is your answer?", description="As you would say it to the person.")]
    outcome: Annotated[Outcome, Meta(title="What came of it?", description="An honest no is an answer too.")]
    reason: Annotated[
        Text | None, Meta(title="If it is not possible: why?", description="Without it you owe the reason.")
    ] = None
    final: Annotated[bool, Meta(title="Is this the whole answer?", description="Say no if there is more to come.")] = (
        True
    )


class GiveReason(Command, frozen=True, kw_only=True):
    """Give the reason for a no."""

    VERB = "concern.give_reason"

    reason: Annotated[Text, Meta(title="Why is it not possible?", description="As you would say it to the person.")]


class Deliver(Command, frozen=True, kw_only=True):
    """Say that the answer has reached the person who spoke."""

    VERB = "concern.deliver"

    how: Annotated[Brought, Meta(title="How did the answer reach them?", description="Where they truly met it.")]


class AskSpeaker(Command, frozen=True, kw_only=True):
    """Ask the person who spoke a question."""

    VERB = "concern.ask_speaker"

    question: Annotated[
        Text,
        Meta(title="What do you want to know?", description="They see it with their code. Never ask who they are."),
    ]


class Reply(Command, frozen=True, kw_only=True):
    """Reply to a question, or add to what you said."""

    VERB = "concern.reply"
    REPEATABLE = True

    words: Annotated[Text, Meta(title="What do you want to say?", description="In your own words. Leave out names.")]


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that something owed here was not done in time."""

    VERB = "concern.fall_due"


class Settle(Command, frozen=True, kw_only=True):
    """Say that a complaint was settled on the spot."""

    VERB = "concern.settle"

    did: Annotated[
        Text, Meta(title="What was done, there and then?", description="This is also the answer they were given.")
    ]
