"""An issue as the board shows it."""

from msgspec import Struct


class Card(Struct, frozen=True):
    """One issue: a card on the phone, a row on the desktop. Empty text is left out.

    state: a key of `layout/states.html`. desk: who has it. waiting: drawn apart from desk, "capital committee
    to 14 Mar". held: "47 days". due: "due in 1 day"; overdue marks it. first, now: the promise's first date and
    today's; moved: how often it moved. also: other units. owed: people still to be told.
    """

    number: int
    href: str
    title: str
    state: str
    words: str = ""
    desk: str = ""
    waiting: str = ""
    held: str = ""
    due: str = ""
    overdue: bool = False
    first: str = ""
    now: str = ""
    moved: int = 0
    also: str = ""
    note: str = ""
    owed: int = 0
    ours: bool = False
