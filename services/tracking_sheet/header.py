"""Where the headings stand, and which column is which."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct

from services.tracking_sheet.letters import column_index, column_letter
from services.tracking_sheet.row import Column, Line
from services.tracking_sheet.sheet_map import SheetMap
from services.tracking_sheet.spelling import plain

SEARCHED = 60
"""How many rows from the top may stand above the headings."""

OURS = ("Row in the sheet", "Column to correct", "Value to correct", "What to do")
"""Columns of our own reject file, passed over when it comes back corrected."""

IGNORE = "ignore"
_ENOUGH = 2


class Header(Struct, frozen=True):
    """`row` is 0 without headings; `at` maps field → column from 0; `columns` are all columns that have a heading."""

    row: int
    at: Mapping[str, int]
    columns: tuple[Column, ...]

    def heading(self, field: str) -> str:
        """What the sheet calls a field."""
        at = self.at.get(field)
        return field if at is None else self.columns[at].heading or self.columns[at].letter

    def repeats(self, cells: list[str]) -> bool:
        """Whether a row says the headings once more, as printed pages do."""
        what = self.at["what"]
        return what < len(cells) and cells[what] == self.columns[what].heading and bool(cells[what])


def find_header(lines: Iterable[Line], synonyms: Mapping[str, str], given: SheetMap) -> Header | None:
    """The row that names the most fields, the issue among them; None where no row does."""
    top = [line for line in lines if not line.broken]
    if given.header_row == 0:
        return _unheaded(top, given)
    rows = [line for line in top if given.header_row in (None, line.number)]
    found = [header_of(line, synonyms, given) for line in rows]
    able = [header for header in found if "what" in header.at and len(header.at) >= _ENOUGH]
    return max(able, key=lambda header: len(header.at), default=None)


def header_of(line: Line, synonyms: Mapping[str, str], given: SheetMap) -> Header:
    """The headings of one row read as fields; a map outranks synonyms, of two columns for one field the first counts."""
    chosen = {plain(heading): field for heading, field in given.columns.items()}
    asked: dict[int, str] = {}
    known: dict[int, str] = {}
    for index, heading in enumerate(line.cells):
        if field := chosen.get(plain(heading)) or given.columns.get(column_letter(index)):
            asked[index] = field
        elif field := _ignored(heading) or synonyms.get(plain(heading)):
            known[index] = field
    at: dict[str, int] = {}
    for index, field in (*asked.items(), *known.items()):
        at.setdefault(field, index)
    passed = {index for index, field in (*asked.items(), *known.items()) if field == IGNORE}
    at.pop(IGNORE, None)
    return Header(line.number, at, _columns(line.cells, at, passed))


def _ignored(heading: str) -> str | None:
    return IGNORE if heading in OURS else None


def _columns(cells: list[str], at: Mapping[str, int], passed: AbstractSet[int] = frozenset()) -> tuple[Column, ...]:
    fields = {index: field for field, index in at.items()} | dict.fromkeys(passed, IGNORE)
    return tuple(
        Column(column_letter(index), " ".join(heading.split()), fields.get(index))
        for index, heading in enumerate(cells)
    )


def _unheaded(top: list[Line], given: SheetMap) -> Header | None:
    """Without headings the map names columns by letter."""
    width = max((len(line.cells) for line in top), default=0)
    asked = {field: column_index(letter) for letter, field in given.columns.items() if field != IGNORE}
    if "what" not in asked or not all(0 <= at < width for at in asked.values()):
        return None
    return Header(0, asked, _columns([""] * width, asked))
