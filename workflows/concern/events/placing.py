"""It came to stand on an issue, in a unit."""

from workflows.kernel.grammar import Event


class Listed(Event, frozen=True, kw_only=True):
    NAME = "concern.listed"

    issue: str


class Merged(Event, frozen=True, kw_only=True):
    NAME = "concern.merged"

    issue: str


class Unmerged(Event, frozen=True, kw_only=True):
    """What was answered through `issue` no longer counts: where it did, a new answer is owed by `due`."""

    NAME = "concern.unmerged"

    issue: str
    due: str


class Left(Event, frozen=True, kw_only=True):
    """Stands in the log of the unit it left."""

    NAME = "concern.left"

    to: str


class Arrived(Event, frozen=True, kw_only=True):
    """Stands in the log of the unit it came to; it `came_from` None where it was about no unit."""

    NAME = "concern.arrived"
    V = 2

    unit: str
    came_from: str | None
