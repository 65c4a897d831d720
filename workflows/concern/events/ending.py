"""The loop ended, or began again."""

from workflows.kernel.grammar import Event, Text


class Heard(Event, frozen=True, kw_only=True):
    NAME = "concern.heard"


class Disputed(Event, frozen=True, kw_only=True):
    """The `n`-th time; `holder` owes the next answer by `due`."""

    NAME = "concern.disputed"

    why: Text
    n: int
    holder: str
    due: str


class Disagreed(Event, frozen=True, kw_only=True):
    """The last word stays with the voice: both texts stand side by side."""

    NAME = "concern.disagreed"

    why: Text


class Reopened(Event, frozen=True, kw_only=True):
    NAME = "concern.reopened"

    why: Text
    due: str


class NoticeGiven(Event, frozen=True, kw_only=True):
    NAME = "concern.notice_given"

    n: int


class FellSilent(Event, frozen=True, kw_only=True):
    """No reply came; or the sheet says that feedback was given, and nothing of what became of it."""

    NAME = "concern.fell_silent"

    notices: int
    as_the_sheet_says: bool


class NotReached(Event, frozen=True, kw_only=True):
    NAME = "concern.not_reached"

    why: Text


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "concern.withdrawn"

    why: Text | None
