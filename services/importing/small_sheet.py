"""Small sheets with named columns, as CSV or XLSX: read whole, or refused with a sentence that says what to do."""

import csv
import io
from collections.abc import Iterator, Sequence

from services.tracking_sheet.book import opened
from services.tracking_sheet.caps import Caps
from services.tracking_sheet.row import Unreadable

LARGEST = 5_000_000
"""Bytes of a file."""
MOST = 50_000
"""Rows of a file."""
CAPS = Caps(file=LARGEST, unpacked=128 << 20, rows=MOST + 1)
ARCHIVE = b"PK\x03\x04"
"""How a workbook begins."""
FORMULA = "Row {row} holds a formula. Copy the sheet, paste it as values, and bring it again."

Line = tuple[int, Sequence[str]]
"""Its number in the file and its cells."""


def rows(
    file: bytes, columns: Sequence[Sequence[str]], needed: int, asked_for: str
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Line and cells, one for each of `columns`, of which each is called one of several names; "" where a column is not there.
    Unreadable says what is `asked_for` where one of the first `needed` is not."""
    lines = _lines(file)
    _, first = next(lines, (1, ()))
    places = _places(first, columns, needed, asked_for)
    for number, cells in lines:
        if number > MOST + 1:
            raise Unreadable(f"The file has more than {MOST:,} rows. Bring it in parts.")
        if any(cell.strip() for cell in cells):
            yield number, tuple(_cell(cells, place) for place in places)


def head(file: bytes) -> tuple[str, ...]:
    """What the first row says."""
    _, first = next(_lines(file), (1, ()))
    return tuple(cell.strip() for cell in first)


def _lines(file: bytes) -> Iterator[Line]:
    return _of_workbook(file) if file.startswith(ARCHIVE) else _of_text(file)


def _of_workbook(file: bytes) -> Iterator[Line]:
    """Of its first sheet that is seen and says anything."""
    with opened(io.BytesIO(file), CAPS) as book:
        sheet = next((one for one in book.candidates if one.top and not one.hidden), None)
        for lines, _ in sheet.batches() if sheet else ():
            for line in lines:
                if any(cell.startswith("=") for cell in line.cells):
                    raise Unreadable(FORMULA.format(row=line.number))
                yield line.number, line.cells


def _of_text(file: bytes) -> Iterator[Line]:
    try:
        yield from enumerate(csv.reader(io.StringIO(_text(file), newline="")), start=1)
    except csv.Error as error:
        raise Unreadable(f"The file is no CSV ({error}). Save it as CSV or XLSX and bring it again.") from error


def _text(file: bytes) -> str:
    if len(file) > LARGEST:
        raise Unreadable(f"The file is larger than {LARGEST // 1_000_000} MB. Bring it in parts.")
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("The file is not text in UTF-8. Save it as XLSX or CSV (UTF-8) and bring it again.") from error
    if "\0" in text:
        raise Unreadable("The file is no CSV: it holds characters no text has.")
    return text


def _places(head: Sequence[str], columns: Sequence[Sequence[str]], needed: int, asked_for: str) -> list[int | None]:
    names = [cell.strip().casefold() for cell in head]
    found = [next((names.index(name) for name in called if name in names), None) for called in columns]
    if None in found[:needed]:
        raise Unreadable(asked_for)
    return found


def _cell(cells: Sequence[str], column: int | None) -> str:
    """A cell without the sign for text that our own files put before what looks like a formula."""
    return cells[column].strip().removeprefix("'") if column is not None and column < len(cells) else ""
