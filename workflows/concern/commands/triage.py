"""The first look: what it is, and who is called."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel.grammar import Command
from workflows.kernel.words import (
    EventNumber,
)

Route = Literal["danger", "event", "complaint", "respect", "concern"]
"""What a concern is, asked once and first: who sees to it follows from that."""


class Triage(Command, frozen=True, kw_only=True):
    """Say what kind of concern it is, so that it goes where it is seen to."""

    VERB = "concern.triage"

    route: Annotated[Route, Meta(title="What is it?", description="If it was a slip, say it again as it should be.")]


class LinkEvent(Command, frozen=True, kw_only=True):
    """Note the number it has in the event system."""

    VERB = "concern.link_event"

    number: Annotated[
        EventNumber,
        Meta(
            title="Which number does it have there?", description="As the event system writes it, such as E-2025-118."
        ),
    ]


class Page(Command, frozen=True, kw_only=True):
    """Call whoever is on call, because it cannot wait."""

    VERB = "concern.page"
