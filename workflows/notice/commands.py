"""What can be asked of the notice of a serious event."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import ball
from workflows.kernel.grammar import Command, Holder, Text
from workflows.kernel.moments import Day
from workflows.kernel.words import Brought, EventNumber

Audience = Literal["board", "executives"]
"""Who is told: the board, and those who lead the hospital."""


class Open(Command, frozen=True, kw_only=True):
    """Put on record that a serious event is known; the board and those who lead are told of it in time."""

    VERB = "notice.open"
    CREATES = ("notice",)

    what: Annotated[
        Text, Meta(title="What happened?", description="In two sentences, without a name. Few may read it.")
    ]
    known: Annotated[Day, Meta(title="Since when is it known here?", description="The clock runs from that day.")]
    event: Annotated[
        EventNumber | None, Meta(title="Which number has it in the event system?", description="If it has one yet.")
    ] = None


class Tell(Command, frozen=True, kw_only=True):
    """Note that they were told, when and how."""

    VERB = "notice.tell"

    audience: Annotated[Audience, Meta(title="Who was told?", description="One at a time.")]
    day: Annotated[Day, Meta(title="On which day?", description="The day they heard it.")]
    how: Annotated[Brought, Meta(title="How were they told?", description="The nearest one.")]


class HandOn(Command, frozen=True, kw_only=True):
    """Let somebody else tell them."""

    VERB = "notice.hand_on"

    holder: Annotated[Holder, Meta(title="Who tells them now?", description="A person, role, committee or party.")]


class LinkEvent(Command, frozen=True, kw_only=True):
    """Note its number in the event system."""

    VERB = "notice.link_event"

    event: Annotated[EventNumber, Meta(title="Which number is it?", description="As the event system writes it.")]


class Withdraw(Command, frozen=True, kw_only=True):
    """Say that it was no serious event."""

    VERB = "notice.withdraw"

    why: Annotated[Text, Meta(title="Why?", description="In one sentence.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "notice.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What happened?", description="The whole text, as it should be.")]


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that they were not told in time."""

    VERB = "notice.fall_due"
