"""How the loop ends, and begins again."""

from typing import Annotated

from msgspec import Meta

from workflows.kernel.grammar import Command, Holder, Text


class SayHeard(Command, frozen=True, kw_only=True):
    """Say that you were heard."""

    VERB = "concern.say_heard"


class Dispute(Command, frozen=True, kw_only=True):
    """Say that the answer does not hold."""

    VERB = "concern.dispute"

    why: Annotated[Text, Meta(title="What is wrong with the answer?", description="It will be looked at again.")]
    to: Annotated[
        Holder | None,
        Meta(title="Who should answer next?", description="From the second time on it is a different leader."),
    ] = None


class Reopen(Command, frozen=True, kw_only=True):
    """Open it again because something new is known."""

    VERB = "concern.reopen"

    why: Annotated[Text, Meta(title="What is new?", description="The old answer stays beside the new one.")]


class GiveNotice(Command, frozen=True, kw_only=True):
    """Remind the voice that an answer waits for its reply."""

    VERB = "concern.give_notice"

    n: Annotated[int, Meta(title="Which notice is it?", description="1 for the first.", ge=1, le=20)]


class EndNoReply(Command, frozen=True, kw_only=True):
    """End the loop because no reply came in the time promised."""

    VERB = "concern.end_no_reply"


class EndCannotBeReached(Command, frozen=True, kw_only=True):
    """End the loop because the person cannot be reached."""

    VERB = "concern.end_cannot_be_reached"

    why: Annotated[Text, Meta(title="Why can they not be reached?", description="What was tried, and when.")]


class Withdraw(Command, frozen=True, kw_only=True):
    """Take back what you said."""

    VERB = "concern.withdraw"

    why: Annotated[Text | None, Meta(title="Why?", description="You need not say.")] = None
