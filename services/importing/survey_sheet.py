"""Past surveys as sheets hold them: what each person answered, a column for each item, or figures of all together, a row for
each item or scale. Read whole; what cannot be taken is told row by row, with what to do.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from assessments.instrument import Answers, Instrument, Scale, faults
from services.importing import small_sheet
from services.past_surveys import Figure, Past
from services.tracking_sheet.row import Unreadable
from workflows.kernel.moments import Day

UNIT, CLOSED = ("unit", "where", "area"), ("closed", "date", "day")
ABOUT, PEOPLE = ("about", "item", "scale", "composite"), ("n", "answers", "people", "respondents")
PERCENT, MEAN, SD = ("percent", "percent positive", "% positive"), ("mean", "average"), ("sd", "standard deviation")
FIGURES = (UNIT, CLOSED, ABOUT, PEOPLE, PERCENT, MEAN, SD)
COLUMNS = (
    "The first row names the columns: Unit, Closed, and either one for each item ({items}) or About, N, Percent, Mean, SD. "
    "Add it and bring the file again."
)
NO_DAY = "This is no day that has passed. Write the day on which the survey closed as 2024-11-30."
NO_PEOPLE = "N is how many answered, in figures, such as 31."
MOST_DIGITS = 7

Find = Callable[[str], str | None]
"""The slug of a unit by what the sheet calls it; None where there is none."""
Where = tuple[str, Day]
"""A unit, and the day on which it was asked for the last time."""


class Wrong(Struct, frozen=True):
    """A row that could not be taken: its line in the file, what it says, what to do."""

    line: int
    cells: tuple[str, ...]
    todo: str


class Sheet:
    """One file, as it is read. `wrong` are the rows to put right, with cells as `head` names them; `left_out` those of people
    who answered nothing; `lines` where each survey begins."""

    def __init__(self, instrument: Instrument, find: Find, today: Day) -> None:
        self.instrument = instrument
        self.find = find
        self.wrong: list[Wrong] = []
        self.left_out = 0
        self.head: tuple[str, ...] = ()
        self.lines: dict[Where, int] = {}
        self._today = today

    def read(self, file: bytes) -> list[Past]:
        """The surveys of it, each whole."""
        head = small_sheet.head(file)
        if {one.casefold() for one in head} & set(ABOUT):
            return self._figures(file)
        self._no_strangers(head)
        return self._answers(file)

    def _no_strangers(self, head: Sequence[str]) -> None:
        """A column that is no item may say who answered."""
        items = [item.id for item in self.instrument.items]
        known = {*UNIT, *CLOSED, *map(str.casefold, items)}
        strange = [one for one in head if one and one.casefold() not in known]
        if strange:
            raise Unreadable(
                f"Of {self.instrument.id} there is no item {', '.join(map(repr, strange))}. Take such columns out: nothing "
                f"that says who answered is brought. Its items are {', '.join(items)}."
            )

    def _answers(self, file: bytes) -> list[Past]:
        items = [item.id for item in self.instrument.items]
        self.head = ("Unit", "Closed", *items)
        asked_for = COLUMNS.format(items=", ".join(items))
        surveys: dict[Where, list[Answers]] = defaultdict(list)
        columns = (UNIT, CLOSED, *((item.casefold(),) for item in items))
        for line, cells in small_sheet.rows(file, columns, 2, asked_for):
            where = self._where(line, cells)
            answers = self._answered(line, cells, items)
            if where is None or answers is None:
                continue
            if answers:
                surveys[where].append(answers)
            else:
                self.left_out += 1
        return [
            Past(unit=unit, closed=closed, instrument=self.instrument, answers=tuple(found))
            for (unit, closed), found in surveys.items()
        ]

    def _answered(self, line: int, cells: Sequence[str], items: Sequence[str]) -> Answers | None:
        said = {item: cell for item, cell in zip(items, cells[2:], strict=True) if cell}
        found = {item: _whole(cell) for item, cell in said.items()}
        answers = {item: value for item, value in found.items() if value is not None}
        odd = [item for item, value in found.items() if value is None]
        cannot_be = [*odd, *(one.item for one in faults(self.instrument, answers))]
        if cannot_be:
            todo = "; ".join(f"{item} is {said[item]}, and can be {self._can_be(item)}" for item in cannot_be)
            self.wrong.append(Wrong(line, tuple(cells), f"{todo}. Leave a cell empty where nothing was answered."))
            return None
        return answers

    def _can_be(self, item: str) -> str:
        scale = self.instrument.scale_of(self.instrument.item(item))
        away = (scale.away.value,) if scale.away else ()
        return ", ".join(map(str, (*scale.values, *away)))

    def _figures(self, file: bytes) -> list[Past]:
        self.head = ("Unit", "Closed", "About", "N", "Percent", "Mean", "SD")
        surveys: dict[Where, dict[str, Figure]] = defaultdict(dict)
        for line, cells in small_sheet.rows(file, FIGURES, 4, COLUMNS.format(items="by its id")):
            where = self._where(line, cells)
            figure = _figure(self.instrument, Row(*cells[2:]))
            if isinstance(figure, Figure) and where and figure.about in surveys[where]:
                figure = f"{figure.about} stands twice for that unit and day. Keep one of the two."
            if isinstance(figure, str):
                self.wrong.append(Wrong(line, tuple(cells), figure))
            elif where:
                surveys[where][figure.about] = figure
        return [
            Past(unit=unit, closed=closed, instrument=self.instrument, figures=tuple(found.values()))
            for (unit, closed), found in surveys.items()
        ]

    def _where(self, line: int, cells: Sequence[str]) -> Where | None:
        unit, closed = self.find(cells[0]), _day(cells[1])
        if unit is None:
            todo = (
                f"No unit is called {cells[0]!r} here. Write its name as it is here, or say --unit '{cells[0]}=UNIT'."
            )
            self.wrong.append(Wrong(line, tuple(cells), todo))
        elif closed is None or closed >= self._today:
            self.wrong.append(Wrong(line, tuple(cells), NO_DAY))
        else:
            self.lines.setdefault((unit, closed), line)
            return unit, closed
        return None


class Row(NamedTuple):
    """Figures as they are written."""

    about: str
    people: str
    percent: str
    mean: str
    sd: str


def _figure(instrument: Instrument, row: Row) -> Figure | str:
    """Or what to do about its row."""
    n = _whole(row.people)
    if n is None or n < 1:
        return NO_PEOPLE
    if any(one.id == row.about for one in instrument.items):
        return _share(row, n)
    found = next((one for one in instrument.composites if one.id == row.about), None)
    if found is None:
        there = ", ".join(chain((one.id for one in instrument.items), (one.id for one in instrument.composites)))
        return f"{row.about!r} is neither an item nor a scale of {instrument.id}. There are: {there}."
    return _mean(row, n, instrument.scale_of(instrument.item(found.items[0])))


def _share(row: Row, n: int) -> Figure | str:
    share = _number(row.percent.removesuffix("%"))
    if share is None or not 0 <= share <= 100 or row.mean or row.sd:
        return f"{row.about} is an item: give the percent that answered positively, from 0 to 100, and no mean."
    return Figure(about=row.about, n=n, percent=share)


def _mean(row: Row, n: int, ends: Scale) -> Figure | str:
    mean, sd = _number(row.mean), _number(row.sd)
    widest = (ends.most - ends.least) / 2 * (n / max(n - 1, 1)) ** 0.5
    if mean is None or not ends.least <= mean <= ends.most or row.percent:
        said = f"the mean, from {ends.least} to {ends.most}, and the SD if you know it; no percent."
        return f"{row.about} is a scale: give {said}"
    if row.sd and (sd is None or not 0 <= sd <= widest + 0.01):
        return f"SD is how far people lie apart, here no more than {widest:.2f}. Leave it empty if it is not known."
    return Figure(about=row.about, n=n, mean=mean, sd=sd)


def _day(said: str) -> Day | None:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        return None


def _whole(said: str) -> int | None:
    plain = said.removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= MOST_DIGITS else None


def _number(said: str) -> float | None:
    try:
        found = float(said.strip())
    except ValueError:
        return None
    return found if abs(found) < float("inf") else None
