"""Small sheets with named columns, as text: read whole, or refused with a sentence that says what to do."""

import csv
import io
from collections.abc import Iterator, Sequence

from services.tracking_sheet.row import Unreadable

LARGEST = 5_000_000
"""Bytes of a file."""
MOST = 50_000
"""Rows of a file."""


def rows(
    file: bytes, columns: Sequence[Sequence[str]], needed: int, asked_for: str
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Line and cells, one for each of `columns`, of which each is called one of several names; "" where a column is not there.
    Unreadable says what is `asked_for` where one of the first `needed` is not."""
    reader = csv.reader(io.StringIO(_text(file), newline=""))
    try:
        places = _places(next(reader, []), columns, needed, asked_for)
        for number, cells in enumerate(reader, start=2):
            if number > MOST + 1:
                raise Unreadable(f"The file has more than {MOST:,} rows. Bring it in parts.")
            if any(cell.strip() for cell in cells):
                yield number, tuple(_cell(cells, place) for place in places)
    except csv.Error as error:
        raise Unreadable(f"The file is no CSV ({error}). Save it as CSV and bring it again.") from error


def head(file: bytes) -> tuple[str, ...]:
    """What the first row says."""
    first = next(csv.reader(io.StringIO(_text(file), newline="")), [])
    return tuple(cell.strip() for cell in first)


def _text(file: bytes) -> str:
    if len(file) > LARGEST:
        raise Unreadable(f"The file is larger than {LARGEST // 1_000_000} MB. Bring it in parts.")
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("The file is not text in UTF-8. Save it as CSV (UTF-8) and bring it again.") from error
    if "\0" in text:
        raise Unreadable("The file is no CSV: it holds characters no text has.")
    return text


def _places(head: list[str], columns: Sequence[Sequence[str]], needed: int, asked_for: str) -> list[int | None]:
    names = [cell.strip().casefold() for cell in head]
    found = [next((names.index(name) for name in called if name in names), None) for called in columns]
    if None in found[:needed]:
        raise Unreadable(asked_for)
    return found


def _cell(cells: list[str], column: int | None) -> str:
    """A cell without the sign for text that our own files put before what looks like a formula."""
    return cells[column].strip().removeprefix("'") if column is not None and column < len(cells) else ""
