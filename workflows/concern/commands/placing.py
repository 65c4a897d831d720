"""Where it stands: on which issue, in which unit."""

from typing import Annotated

from msgspec import Meta

from workflows.kernel.grammar import Command, UnitSlug
from workflows.kernel.words import (
    IssueId,
)


class Merge(Command, frozen=True, kw_only=True):
    """Put this voice with an issue that is about the same thing; it is still owed its answer."""

    VERB = "concern.merge"

    issue: Annotated[IssueId, Meta(title="Which issue is the same?", description="An open issue of any unit.")]


class Unmerge(Command, frozen=True, kw_only=True):
    """Take this voice out of its issue again; it is owed an answer of its own."""

    VERB = "concern.unmerge"


class Move(Command, frozen=True, kw_only=True):
    """Move it to the unit it belongs to."""

    VERB = "concern.move"

    unit: Annotated[UnitSlug, Meta(title="Which unit is it about?", description="Its whole history goes with it.")]
