"""What can have happened to a promise. Ids, days and holders were checked when asked and are plain strings here."""

from typing import Literal, get_args

from workflows.kernel import correcting
from workflows.kernel.grammar import Event, Text
from workflows.kernel.standards import Work
from workflows.promise.commands import Kind


class Made(Event, frozen=True, kw_only=True):
    """`work`: which kind a step of a plan is."""

    NAME = "promise.made"
    V = 2

    unit: str | None
    kind: Kind
    holder: str
    to: str
    what: Text
    due: str
    about: str | None
    money: int | None
    work: Work | None


class Granted(Event, frozen=True, kw_only=True):
    """What was asked for; `money` where less of it, or other, than was asked."""

    NAME = "promise.granted"

    money: int | None
    words: Text | None


class TimeOffered(Event, frozen=True, kw_only=True):
    """To whoever asked for a talk, on `day`."""

    NAME = "promise.time_offered"

    day: str
    words: Text | None


class Refused(Event, frozen=True, kw_only=True):
    NAME = "promise.refused"

    reason: Text
    instead: Text | None


class Kept(Event, frozen=True, kw_only=True):
    NAME = "promise.kept"


class Renegotiated(Event, frozen=True, kw_only=True):
    NAME = "promise.renegotiated"

    due: str
    reason: Text


class HandedOn(Event, frozen=True, kw_only=True):
    NAME = "promise.handed_on"

    holder: str
    reason: Text


class Released(Event, frozen=True, kw_only=True):
    NAME = "promise.released"

    reason: Text


class Broken(Event, frozen=True, kw_only=True):
    """`due` passed and nothing was said. It is still owed."""

    NAME = "promise.broken"

    due: str


class Corrected(correcting.Corrected, frozen=True, kw_only=True):
    NAME = "promise.corrected"

    part: Literal["what"] | None
    field: Literal["kind"] | None


Happened = Made | Granted | TimeOffered | Refused | Kept | Renegotiated | HandedOn | Released | Broken | Corrected

ALL: tuple[type[Event], ...] = get_args(Happened)
