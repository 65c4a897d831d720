"""It was found to be something, and somebody was called."""

from workflows.concern.commands import Route
from workflows.kernel.grammar import Event


class Triaged(Event, frozen=True, kw_only=True):
    """`holder` owes the answer from now on, by `due`; None where both stay as they are."""

    NAME = "concern.triaged"

    route: Route
    holder: str | None
    due: str | None


class EventLinked(Event, frozen=True, kw_only=True):
    """`number` is that of the hospital's event system; a later one takes its place."""

    NAME = "concern.event_linked"

    number: str


class BecameGrievance(Event, frozen=True, kw_only=True):
    """`holder` owes the answer now, with the letter of `grievance`, by `due`; None where an answer was given before."""

    NAME = "concern.became_grievance"

    grievance: str
    holder: str | None
    due: str | None


class Paged(Event, frozen=True, kw_only=True):
    """`holder` is on call and was called; how and whom is no fact."""

    NAME = "concern.paged"

    holder: str
