"""The cells of one sheet as a stream of lines."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from services.tracking_sheet.caps import Caps
from services.tracking_sheet.letters import column_index
from services.tracking_sheet.row import Line, Unreadable
from services.tracking_sheet.spelling import cleaned
from services.tracking_sheet.workbook.outline import Outline
from services.tracking_sheet.workbook.parts import DAMAGED, Parts, feed, local, xml_parser

Merge = tuple[int, int, int]
"""A merged range down a column: column from 0, first and last row."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})$")
_TAKEN = {"t": "text", "v": "value", "f": "formula"}


class SheetReader:
    """Reads one sheet once. `merges` is whole when `lines` is exhausted: a sheet lists them after its rows."""

    def __init__(self, parts: Parts, outline: Outline, caps: Caps) -> None:
        self._parts, self._caps = parts, caps
        self._strings, self._dates = outline.strings, outline.dates
        self._first_day = date(1904, 1, 1) if outline.epoch_1904 else date(1899, 12, 30)
        self.merges: list[Merge] = []
        self._columns: dict[str, int] = {}
        self._shared: dict[str, str] = {}
        self._ready: list[Line] = []
        self._number = 0
        self._cells: list[str] = []
        self._column = -1
        self._kind = self._style = self._said = self._value = self._share = ""
        self._formula: str | None = None
        self._taking = ""
        self._aside = False

    def lines(self, part: str) -> Iterator[list[Line]]:
        """Batches of the lines of a part, blank rows left out; raises Unreadable."""
        parser = xml_parser(self._start, self._end, self._text)
        for chunk in self._parts.chunks(part):
            feed(parser, chunk)
            if self._ready:
                yield self._ready
                self._ready = []
        feed(parser, b"", last=True)
        yield self._ready

    def _start(self, tag: str, has: dict[str, str]) -> None:
        name = local(tag) if ":" in tag else tag
        if name == "c":
            self._begin_cell(has)
        elif name in _TAKEN and not self._aside:
            self._taking = _TAKEN[name]
            if name == "f":
                self._formula, self._share = "", has.get("si", "")
        elif name == "row":
            self._begin_row(has)
        elif name == "rPh":
            self._aside = True
        elif name == "mergeCell":
            self._merge(has.get("ref", ""))

    def _text(self, piece: str) -> None:
        if self._taking == "text":
            if len(self._said) <= self._caps.cell:
                self._said += piece
        elif self._taking == "value":
            self._value += piece
        elif self._taking == "formula" and self._formula is not None and len(self._formula) <= self._caps.cell:
            self._formula += piece

    def _end(self, tag: str) -> None:
        name = local(tag) if ":" in tag else tag
        if name in _TAKEN:
            self._taking = ""
        elif name == "c":
            self._end_cell()
        elif name == "row":
            if any(self._cells):
                self._ready.append(Line(self._number, self._cells))
        elif name == "rPh":
            self._aside = False

    def _begin_row(self, has: dict[str, str]) -> None:
        number = _count(has.get("r", ""))
        self._number = number if number > 0 else self._number + 1
        if self._number > self._caps.rows:
            raise Unreadable(f"This sheet has more than {self._caps.rows:,} rows. Split it and import the parts.")
        self._cells, self._column = [], -1

    def _begin_cell(self, has: dict[str, str]) -> None:
        letters = has.get("r", "").rstrip("0123456789")
        self._column = self._columns.get(letters) or self._located(letters)
        self._kind, self._style = has.get("t", "n"), has.get("s", "0")
        self._said = self._value = ""
        self._formula = None
        self._share = ""

    def _located(self, letters: str) -> int:
        """The column of a cell, from 0; a cell that does not say stands beside the one before."""
        column = column_index(letters) if letters else self._column + 1
        if column < 0:
            raise Unreadable(DAMAGED)
        if column >= self._caps.columns:
            return column
        return self._columns.setdefault(letters, column) if letters else column

    def _end_cell(self) -> None:
        said = cleaned(self._written())
        if not said:
            return
        if self._column >= self._caps.columns:
            raise Unreadable(
                f"Row {self._number} has more than {self._caps.columns} columns. A tracking log has about fifteen: save "
                "the log alone in a new workbook and import that."
            )
        self._cells.extend([""] * (self._column + 1 - len(self._cells)))
        self._cells[self._column] = said

    def _written(self) -> str:
        if self._formula is not None:
            return "=" + self._formula_text(self._formula)
        if self._kind == "n":
            return self._number_text()
        if self._kind == "s":
            return self._unescaped(self._string())
        if self._kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(self._value, self._value)
        return self._unescaped(self._said or self._value)

    def _formula_text(self, formula: str) -> str:
        """A formula copied down a column is written out once; the copies point at it."""
        if self._share and formula:
            self._shared[self._share] = formula
        return formula or self._shared.get(self._share, "")

    def _string(self) -> str:
        at = _count(self._value.strip())
        return self._strings[at] if 0 <= at < len(self._strings) else ""

    def _unescaped(self, text: str) -> str:
        return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text

    def _number_text(self) -> str:
        shows_day = self._value and _count(self._style) in self._dates
        return (shows_day and self._day(self._value)) or _as_typed(self._value)

    def _day(self, value: str) -> str:
        """A day count as an ISO day. Before March 1900 the count holds a day that never was."""
        try:
            days = int(float(value))
            shift = 1 if 0 < days < 60 and self._first_day.year < 1904 else 0
            return (self._first_day + timedelta(days=days + shift)).isoformat() if days > 0 else ""
        except (ValueError, OverflowError):
            return ""

    def _merge(self, ref: str) -> None:
        match = _RANGE.match(ref)
        if match and int(match[2]) < int(match[4]) and len(self.merges) < self._caps.rows:
            self.merges.append((column_index(match[1]), int(match[2]), int(match[4])))


def _as_typed(value: str) -> str:
    """3.0 is shown as 3, as the spreadsheet shows it."""
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.15g}"


def _count(text: str) -> int:
    """A small whole number, -1 for anything else."""
    return int(text) if text.isdecimal() and len(text) < 10 else -1
