"""A part of a charter, or anything else that is attested, in words: how it stands, what was said, who sees to it by when."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from projections.charters import Cell, CellState
from projections.lives import Stint
from projections.standards import StandardRow
from projections.waivers import WaiverRow
from services import clock
from services.web.phrases import choice
from services.web.telling.desks import headline
from services.web.telling.stories import promises
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment
from workflows.standard.state import Standard

LONGEST = 120
"""Letters of words that stand for a title."""

Waivers = Mapping[str, Stint[WaiverRow]]
"""Those in force, by their stream."""


class Part(Struct, frozen=True, kw_only=True):
    """One of them as a page shows it: `state` is a key of the layout's states, `words` what was said, `facts` the rest."""

    title: str
    href: str
    state: CellState
    late: str
    words: str
    kinds: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


def refs(rows: Iterable[Stint[StandardRow]], waivers: Waivers) -> list[Ref | None]:
    """All words that the parts are told with."""
    found: list[Ref | None] = [one.row.waived.reason for one in waivers.values()]
    for stint in rows:
        standard = stint.row.standard
        found += [stint.row.why, standard.activated_why, *standard.used, *(one.words for one in standard.shown)]
        if standard.said:
            found += [standard.said.words, standard.said.more, standard.said.looked]
        if standard.met:
            found.append(standard.met.outcome)
    return found


class Telling(Struct, frozen=True):
    """What one page tells its parts with."""

    visit: Visit
    looking: When
    words: Words
    waivers: Waivers

    def cell(self, cell: Cell) -> Part:
        """An item of a unit; one that has several is told without the words of any."""
        if cell.row is None:
            return Part(
                title=cell.item.title, href="", state=cell.state, late="", words="", kinds=(), facts=self._asked(cell)
            )
        part = self.one(cell.row, cell.item.title)
        return part if cell.row.row.state == cell.state else _without_its_own(part, cell.state)

    def _asked(self, cell: Cell) -> tuple[tuple[str, str], ...]:
        return (("Asked", cell.item.question),) if cell.state == "not_begun" else ()

    def entry(self, stint: Stint[StandardRow]) -> Part:
        """One of several: called by its own words."""
        part = self.one(stint)
        return replace(
            part, title=headline(part.words, LONGEST), words="" if len(part.words) <= LONGEST else part.words
        )

    def one(self, stint: Stint[StandardRow], title: str = "") -> Part:
        row, standard = stint.row, stint.row.standard
        late = time_words.due(row.due, self.looking.day) if row.due and row.due < self.looking.day else ""
        said = standard.said
        return Part(
            title=title or self.visit.names.item(standard.item),
            href=f"/standard/{stint.stream}{self.looking.query}",
            state=row.state,
            late=late,
            words=self.words.of(said.words) if said and row.state not in ("gap", "absent") else "",
            kinds=tuple(choice(one, "mark") for one in said.marks) if said else (),
            facts=tuple((name, value) for name, value in self._facts(row) if value),
        )

    def _facts(self, row: StandardRow) -> Iterable[tuple[str, str]]:
        standard, said, names = row.standard, row.standard.said, self.visit.names
        item = self.visit.house.clerk.standards.now()[1].items.get(standard.item)
        if row.state == "gap" and row.due and row.first_due and row.owner:
            yield "Sees to it", names.of(row.owner)
            yield "By", promises(row.first_due, row.due, row.moves, self.looking)
            yield "What is missing", self.words.of(row.why)
            return
        if row.waiver and row.waiver in self.waivers:
            waived = self.waivers[row.waiver].row.waived
            yield "Set aside because", self.words.of(waived.reason)
            yield "Until", self.day(waived.until) if waived.until else "somebody ends it"
            return
        if said is None or row.state == "absent":
            yield "Why", self.words.of(row.why)
            return
        yield item.more.title if item and item.more else "More", self.words.of(said.more)
        yield item.day if item and item.day else "Day", self.day(said.day) if said.day else ""
        yield "Sees to it", names.of(said.owner) if said.owner else ""
        yield "Said by", f"{names.of(said.by)}, {self.moment(said.at)}" if said.by else self.moment(said.at)
        yield "Looked at again", self.words.of(said.looked)
        yield ("Lapsed on" if row.state == "lapsed" else "Looked at again by"), self.day(row.due) if row.due else ""
        yield from self._extras(standard)

    def _extras(self, standard: Standard) -> Iterable[tuple[str, str]]:
        for one in standard.shown:
            reply = choice(one.says).lower() if one.says else "no word yet"
            quoted = f": “{self.words.of(one.words)}”" if one.words else ""
            yield "Shown to", f"{self.visit.names.of(one.to)}, {self.moment(one.at)} – {reply}{quoted}"
        if standard.activated:
            yield "In motion since", f"{self.moment(standard.activated)}: {self.words.of(standard.activated_why)}"
        if standard.used:
            yield "Used", f"{time_words.times(len(standard.used))}, last: {self.words.of(standard.used[-1])}"
        if standard.met:
            expected = "expected" if standard.was_expected else "not expected"
            yield "It came", f"{self.day(standard.met.came)}, {expected}: {self.words.of(standard.met.outcome)}"

    def day(self, day: str) -> str:
        return time_words.short(day, self.looking.day)

    def moment(self, moment: Moment) -> str:
        return self.day(clock.day_of(moment, self.visit.house.plate.zone))


def _without_its_own(part: Part, state: CellState) -> Part:
    """The place of an item that has several, once there is one."""
    return Part(title=part.title, href="", state=state, late="", words="", kinds=(), facts=())
