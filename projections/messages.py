"""What did those who lead tell a unit, or everybody, and did it arrive? One row per message; how many it was for is reckoned
from the rows of units, of whichever day they are."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from msgspec import Struct

from projections.lives import Projection, Row, Scene
from projections.share import Share
from projections.units import HOSPITAL, UnitRow
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.months import month_of
from workflows.message.state import Note

MessageState = Literal["sent", "taken_back"]
SHELVES: tuple[MessageState, ...] = ("sent", "taken_back")


class MessageRow(Row, frozen=True, kw_only=True):
    """`note` has who sent it, and how many read it back."""

    state: MessageState
    note: Note

    @property
    def since(self) -> Moment:
        return self.note.since

    @property
    def unit(self) -> str:
        """Its unit; "" where it is for everybody."""
        return self.note.unit or HOSPITAL

    @property
    def shelf(self) -> MessageState:
        return self.state

    @property
    def title(self) -> Ref:
        return self.note.words


def fold(_: Mapping[str, object], scene: Scene) -> Mapping[str, Row]:
    note = scene.state
    return {"": MessageRow(state="taken_back" if note.why else "sent", note=note)} if isinstance(note, Note) else {}


class Reach(Struct, frozen=True):
    """`month`: how many were sent in the month looked at; `read`: of all that could have been read back, what was."""

    month: int
    read: Share


Readers = Mapping[str, frozenset[str]]
"""Whom a message is for, by unit; "" is everybody."""


def readers(units: Iterable[UnitRow]) -> Readers:
    """Those who hold a role there."""
    found = {row.slug: frozenset(held.person for held in row.roles) for row in units}
    return {**found, HOSPITAL: frozenset().union(*found.values())}


def read(row: MessageRow, everybody: Readers) -> Share:
    """Of those it was for, its sender left out. Who has left since may have read it too; more than all it never says."""
    whole = len(everybody.get(row.unit, frozenset()) - {row.note.sender})
    return Share(min(row.note.read, whole), whole)


def reach(rows: Iterable[MessageRow], everybody: Readers, today: Day, day_of: Callable[[Moment], Day]) -> Reach:
    """Of those that stand; `day_of` says the day of a moment in the hospital's zone."""
    standing = [row for row in rows if row.state == "sent"]
    shares = [read(row, everybody) for row in standing]
    month = sum(month_of(day_of(row.note.sent)) == month_of(today) for row in standing)
    return Reach(month, Share(sum(one.part for one in shares), sum(one.whole for one in shares)))


MESSAGES = Projection(
    name="messages", row=MessageRow, fold=fold, nouns=frozenset({"message"}), filters=(("unit", "shelf"),)
)
