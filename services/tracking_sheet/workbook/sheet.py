"""The rows of one sheet as a stream of lines."""

import re
from collections.abc import Iterator

from services.tracking_sheet.caps import Caps
from services.tracking_sheet.letters import column_index
from services.tracking_sheet.row import Line, Unreadable
from services.tracking_sheet.spelling import cleaned
from services.tracking_sheet.workbook.cell import Cells, count
from services.tracking_sheet.workbook.outline import Outline
from services.tracking_sheet.workbook.parts import DAMAGED, Parts, feed, local, xml_parser

Merge = tuple[int, int, int]
"""A merged range down a column: column from 0, first and last row."""

_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})$")


class SheetReader:
    """Reads one sheet once. `merges` is whole when `lines` is exhausted: a sheet lists them after its rows."""

    def __init__(self, parts: Parts, outline: Outline, caps: Caps) -> None:
        self.merges: list[Merge] = []
        self._parts, self._caps = parts, caps
        self._shown = Cells(outline).shown
        self._columns: dict[str, int] = {}
        self._shared: dict[str, str] = {}
        self._ready: list[Line] = []
        self._number, self._column = 0, -1
        self._cells: list[str] = []
        self._cell: dict[str, str] = {}
        self._formula: dict[str, str] | None = None
        self._text = self._value = self._formula_text = ""
        self._aside = False
        self._pieces: list[str] = []
        self._begins = {
            "v": self._begin_value,
            "f": self._begin_formula,
            "row": self._begin_row,
            "rPh": self._begin_aside,
            "mergeCell": self._merge,
        }
        self._ends = {
            "v": self._end_value,
            "f": self._end_formula,
            "row": self._end_row,
            "rPh": self._end_aside,
        }

    def lines(self, part: str) -> Iterator[list[Line]]:
        """Batches of the lines of a part, blank rows left out; raises Unreadable."""
        parser = xml_parser(self._root, self._end, self._pieces.append)
        self._parser = parser
        for chunk in self._parts.chunks(part):
            feed(parser, chunk)
            if self._ready:
                yield self._ready
                self._ready = []
        feed(parser, b"", last=True)
        yield self._ready

    def _root(self, tag: str, _has: dict[str, str]) -> None:
        """Some programs write `x:row` for `row`: all names follow the first."""
        prefix = tag[: -len(local(tag))]
        self._c, self._t = prefix + "c", prefix + "t"
        self._begins = {prefix + name: begin for name, begin in self._begins.items()}
        self._ends = {prefix + name: end for name, end in self._ends.items()}
        self._parser.StartElementHandler = self._start

    def _start(self, tag: str, has: dict[str, str]) -> None:
        """Cells and their texts first: they are nearly all there is."""
        if tag == self._c:
            self._cell = has
        elif tag == self._t:
            self._pieces.clear()
        elif tag in self._begins:
            self._begins[tag](has)

    def _end(self, tag: str) -> None:
        if tag == self._c:
            if self._text or self._value or self._formula is not None:
                self._end_cell()
            else:
                self._pass_cell()
        elif tag == self._t:
            if not self._aside and len(self._text) <= self._caps.cell:
                self._text += "".join(self._pieces)
        elif tag in self._ends:
            self._ends[tag]()

    def _begin_row(self, has: dict[str, str]) -> None:
        number = count(has.get("r", ""))
        self._number = number if number > 0 else self._number + 1
        if self._number > self._caps.rows:
            raise Unreadable(f"This sheet has more than {self._caps.rows:,} rows. Split it and import the parts.")
        self._cells, self._column = [], -1

    def _begin_value(self, _has: dict[str, str]) -> None:
        self._pieces.clear()

    def _begin_formula(self, has: dict[str, str]) -> None:
        self._pieces.clear()
        self._formula = has

    def _begin_aside(self, _has: dict[str, str]) -> None:
        self._aside = True

    def _end_aside(self) -> None:
        self._aside = False

    def _end_value(self) -> None:
        self._value = "".join(self._pieces)

    def _end_formula(self) -> None:
        self._formula_text = "".join(self._pieces)

    def _end_cell(self) -> None:
        has = self._cell
        self._pass_cell()
        if self._formula is not None:
            said = cleaned("=" + self._shared_formula(self._formula.get("si", "")))
            self._formula = None
        else:
            said = self._shown(has.get("t", "n"), has.get("s", "0"), self._text, self._value)
        self._text = self._value = ""
        if said:
            self._place(self._column, said)

    def _pass_cell(self) -> None:
        """Moves to the column of the cell, from 0; a cell that does not say stands beside the one before."""
        letters = self._cell.get("r", "").rstrip("0123456789")
        column = self._columns.get(letters)
        self._column = self._located(letters) if column is None else column

    def _located(self, letters: str) -> int:
        column = column_index(letters) if letters else self._column + 1
        if column < 0:
            raise Unreadable(DAMAGED)
        if letters and column < self._caps.columns:
            self._columns[letters] = column
        return column

    def _place(self, column: int, said: str) -> None:
        if column == len(self._cells) < self._caps.columns:
            self._cells.append(said)
        elif column >= self._caps.columns:
            raise Unreadable(
                f"Row {self._number} has more than {self._caps.columns} columns. A tracking log has about fifteen: save "
                "the log alone in a new workbook and import that."
            )
        else:
            self._cells += [""] * (column + 1 - len(self._cells))
            self._cells[column] = said

    def _shared_formula(self, share: str) -> str:
        """A formula copied down a column is written out once; the copies point at it."""
        if share and self._formula_text:
            self._shared[share] = self._formula_text[: self._caps.cell + 1]
        return self._formula_text or self._shared.get(share, "")

    def _end_row(self) -> None:
        if self._cells:
            self._ready.append(Line(self._number, self._cells))

    def _merge(self, has: dict[str, str]) -> None:
        match = _RANGE.match(has.get("ref", ""))
        if match and int(match[2]) < int(match[4]) and len(self.merges) < self._caps.rows:
            self.merges.append((column_index(match[1]), int(match[2]), int(match[4])))
