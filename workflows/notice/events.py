"""What can have happened to the notice of a serious event."""

from typing import get_args

from workflows.kernel import ball
from workflows.kernel.grammar import Event, Text
from workflows.kernel.words import Brought
from workflows.notice.commands import Audience


class Opened(Event, frozen=True, kw_only=True):
    """`holder` tells everybody it is for by `due`."""

    NAME = "notice.opened"

    what: Text
    known: str
    event: str | None
    holder: str
    due: str


class Told(Event, frozen=True, kw_only=True):
    NAME = "notice.told"

    audience: Audience
    day: str
    how: Brought


class HandedOn(Event, frozen=True, kw_only=True):
    NAME = "notice.handed_on"

    holder: str


class EventLinked(Event, frozen=True, kw_only=True):
    NAME = "notice.event_linked"

    event: str


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "notice.withdrawn"

    why: Text


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "notice.corrected"

    text: Text


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "notice.fell_due"


Happened = Opened | Told | HandedOn | EventLinked | Withdrawn | Corrected | FellDue

ALL: tuple[type[Event], ...] = get_args(Happened)
