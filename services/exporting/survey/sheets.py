"""Spreadsheets in which numbers are numbers, and text is text and never a formula or a link. What is the same gives the same
bytes."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Cell = str | int | float | None
Sheet = tuple[str, Sequence[str], Iterable[Sequence[Cell]]]
"""Its name, its first row, and the others."""
WIDEST = 60
"""Letters of a column, at most."""
BEGINNING = datetime(1980, 1, 1)  # noqa: DTZ001 - of no moment
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def written(stream: IO[bytes], title: str, sheets: Iterable[Sheet]) -> None:
    from xlsxwriter import Workbook  # noqa: PLC0415 - a fifth of a second, which every `heard` at the terminal would pay

    with Workbook(stream, OPTIONS) as book:
        book.set_properties({"title": title, "created": BEGINNING})
        for sheet in sheets:
            _add(book, *sheet)


def _add(book: "Workbook", name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet(name)
    widths = [len(one) for one in head]
    for column, title in enumerate(head):
        sheet.write_string(0, column, title, book.add_format({"bold": True}))
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell:
                sheet.write_string(number, column, cell)
            elif isinstance(cell, int | float):
                sheet.write_number(number, column, cell)
            widths[column] = max(widths[column], min(WIDEST, len(str(cell or ""))))
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width + 2)
