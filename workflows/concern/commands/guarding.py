"""Who does not see it."""

from typing import Annotated

from msgspec import Meta

from workflows.kernel.grammar import Command, Text
from workflows.kernel.words import (
    PersonId,
)


class Hide(Command, frozen=True, kw_only=True):
    """Take it off the boards; it stays on record and is counted."""

    VERB = "concern.hide"

    why: Annotated[Text, Meta(title="Why is it hidden?", description="Whoever looks after boards reads this.")]


class Unhide(Command, frozen=True, kw_only=True):
    """Show it on the boards again."""

    VERB = "concern.unhide"


class Wall(Command, frozen=True, kw_only=True):
    """Keep a leader it is about from reading it; who that is stands in no fact that can be read."""

    VERB = "concern.wall"
    REPEATABLE = True

    person: Annotated[PersonId, Meta(title="Whom is it about?", description="For them it will not be there.")]


class LiftWall(Command, frozen=True, kw_only=True):
    """Let somebody read it again who was kept from it."""

    VERB = "concern.lift_wall"
    REPEATABLE = True

    person: Annotated[PersonId, Meta(title="Who may read it again?", description="Somebody who is kept from it.")]
    why: Annotated[Text, Meta(title="Why?", description="Say how you know that it is not about them.")]
