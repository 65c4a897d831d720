"""What can have happened when somebody's conduct was looked at. The person and the unit are sealed; a holder is a role."""

from typing import get_args

from workflows.conduct.commands import Behaviour, Response
from workflows.kernel import ball
from workflows.kernel.grammar import Event, Text


class Opened(Event, frozen=True, kw_only=True):
    """The sealed `person` is an id, the sealed `unit` a slug."""

    NAME = "conduct.opened"

    person: Text
    did: Text
    unit: Text | None
    holder: str
    due: str


class HouseLookedAt(Event, frozen=True, kw_only=True):
    NAME = "conduct.house_looked_at"

    found: Text


class Judged(Event, frozen=True, kw_only=True):
    NAME = "conduct.judged"

    behaviour: Behaviour
    response: Response
    why: Text


class Followed(Event, frozen=True, kw_only=True):
    NAME = "conduct.followed"

    note: Text


class Closed(Event, frozen=True, kw_only=True):
    NAME = "conduct.closed"


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "conduct.withdrawn"

    why: Text


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "conduct.corrected"

    text: Text


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "conduct.fell_due"


Happened = Opened | HouseLookedAt | Judged | Followed | Closed | Withdrawn | Corrected | FellDue

ALL: tuple[type[Event], ...] = get_args(Happened)
