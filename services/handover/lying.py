"""What lies with somebody by name, and how each thing goes to somebody else; what lies with roles stays with the roles."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from projections.rounds import RoundsRow
from services.clerk import meanwhile
from services.clerk.stand_ins import Item
from services.house import House
from services.reader.answers import Owing
from services.reader.views import Look
from workflows.kernel.grammar import Command, Ref
from workflows.kernel.moments import Day
from workflows.partnership.commands import stream_of
from workflows.partnership.state import Coming, Meeting
from workflows.rules.handing import Duty, handing


class Lying(Struct, frozen=True):
    """One thing of `whose` at `stream`, in a unit or (None) the hospital; `title` is where its words lie, `day` that of
    rounds."""

    stream: str
    noun: str
    unit: str | None
    duty: Duty
    title: Ref | None
    day: Day | None = None
    whose: str = ""

    def given(self, to: str, reason: str) -> Command:
        """The command by which `to` gets it."""
        command = handing(self.noun, self.duty, to, reason, self.whose)
        assert command is not None, self.noun
        return command


def lying_with(house: House, look: Look, person: str, waiting: Collection[Item]) -> tuple[Lying, ...]:
    """What they owe, what they would owe later, and what they answer for while others hold it; `waiting` is what waits to
    enter the record. Two things that go by the same command are one; what concerns one stream stands together."""
    owed = meanwhile.on_desk(look.desk([person]), [person], waiting)
    found: dict[tuple[str, Command], Lying] = {}
    for one in (
        *_owed(owed),
        *_guided(look, person),
        *_answered_for(look, person),
        *_counted(look, person),
        *_bound(house, person),
    ):
        if (command := handing(one.noun, one.duty, "", "", "")) is not None:
            found.setdefault((one.stream, command), one)
    order = {one: place for place, one in enumerate(dict.fromkeys(stream for stream, _ in found))}
    return tuple(sorted(found.values(), key=lambda one: order[one.stream]))


def _owed(owed: Collection[Owing]) -> Iterator[Lying]:
    for one in owed:
        held, row = one.held.row, one.about.row if one.about else None
        title: Ref | None = getattr(row, "title", None)
        day = row.visit.day if isinstance(row, RoundsRow) else None
        yield Lying(one.held.stream, held.noun, held.unit or None, held.owes, title, day, held.holder)


def _guided(look: Look, person: str) -> Iterator[Lying]:
    for visit in look.guided_by(person):
        yield Lying(visit.stream, "rounds", visit.row.unit, "guide", None, visit.row.visit.day)


def _bound(house: House, person: str) -> Iterator[Lying]:
    """Also in a month in which nothing of it is due."""
    for unit in house.ledger.streams("unit"):
        slug = unit.removeprefix("unit-")
        stream = stream_of(slug, person)
        state = house.clerk.memory.get(stream).state
        if isinstance(state, Meeting | Coming):
            yield Lying(stream, "partnership", slug, "meet" if isinstance(state, Meeting) else "sign", None)


def _counted(look: Look, person: str) -> Iterator[Lying]:
    for stint in look.measured_by(person):
        yield Lying(stint.stream, "measure", stint.row.unit or None, "count", stint.row.title)


def _answered_for(look: Look, person: str) -> Iterator[Lying]:
    for stint in look.answered_for(person):
        yield Lying(stint.stream, "barrier", stint.row.unit or None, "answer_for", stint.row.title)
