"""What can have happened to a self-assessment."""

from typing import Literal, get_args

from assessments.maturity import ComponentKey, Domain, Rating
from workflows.kernel.grammar import Event, Text


class Opened(Event, frozen=True, kw_only=True):
    """`anchors` is the version of the words by which it is rated."""

    NAME = "assessment.opened"

    unit: str | None
    raters: tuple[str, ...]
    facilitator: str
    closes: str
    domains: tuple[Domain, ...]
    anchors: int


class HandedIn(Event, frozen=True, kw_only=True):
    """That somebody did, and nothing of what they said."""

    NAME = "assessment.handed_in"

    rater: str


class Extended(Event, frozen=True, kw_only=True):
    NAME = "assessment.extended"

    closes: str


class Revealed(Event, frozen=True, kw_only=True):
    NAME = "assessment.revealed"

    when: Literal["all_in", "time_over"]


class Agreed(Event, frozen=True, kw_only=True):
    """The stage as it follows from what is `met`; said again, the later one counts."""

    NAME = "assessment.agreed"

    component: ComponentKey
    rating: Rating
    met: tuple[str, ...]
    note: Text | None
    evidence: tuple[str, ...]


class Dissented(Event, frozen=True, kw_only=True):
    NAME = "assessment.dissented"

    component: ComponentKey
    rater: str
    rating: Rating
    why: Text


class Published(Event, frozen=True, kw_only=True):
    NAME = "assessment.published"


class Corrected(Event, frozen=True, kw_only=True):
    """The words of an agreement, or of the dissent of `rater`."""

    NAME = "assessment.corrected"

    component: ComponentKey
    rater: str | None
    text: Text


class HandedOn(Event, frozen=True, kw_only=True):
    """The place of `whose` among those who rate, or (None) the meeting."""

    NAME = "assessment.handed_on"

    to: str
    whose: str | None


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "assessment.withdrawn"

    why: Text


Happened = Opened | HandedIn | Extended | Revealed | Agreed | Dissented | Published | Corrected | HandedOn | Withdrawn

ALL: tuple[type[Event], ...] = get_args(Happened)
