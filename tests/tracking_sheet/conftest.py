"""A hospital of four units, and sheets written in a line or two."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import Any

import openpyxl
import pytest

from services.tracking_sheet.read import Reading, read
from services.tracking_sheet.row import Outcome
from services.tracking_sheet.vocabulary import Vocabulary, load
from tests.laws.tree import TOP

UNITS = {"4 West": "4-west", "ICU": "icu", "Emergency": "emergency", "Sleep lab": "sleep-lab"}

Read = Callable[..., Reading]
Judged = Callable[..., Outcome]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load(TOP / "config")


@pytest.fixture(scope="session")
def units() -> dict[str, str]:
    return dict(UNITS)


@pytest.fixture
def read_bytes(vocabulary: Vocabulary, units: dict[str, str]) -> Iterator[Read]:
    """Reads a file held in memory for the hospital above, as `read` does."""
    with ExitStack() as readings:

        def read_it(content: bytes, **asked: Any) -> Reading:
            settings = {"units": units, "names": ("Dana Cole", "Ruth Adeyemi"), "vocabulary": vocabulary, **asked}
            return readings.enter_context(read(io.BytesIO(content), **settings))

        yield read_it


@pytest.fixture
def judged(read_bytes: Read) -> Judged:
    """The outcome of one row given by heading; Unit, issue and opening day are sound unless given."""

    def judge(asked: dict[str, Any] | None = None, /, **cells: str) -> Outcome:
        given = {"Unit": "ICU", "Identified Issue": "Lift broken", "Date opened": "2025-01-14"} | cells
        given = {heading.replace("_", " "): cell for heading, cell in given.items()}
        (outcome,) = read_bytes(as_csv([list(given), list(given.values())]), **(asked or {}))
        return outcome

    return judge


def as_csv(rows: Sequence[Sequence[str]], encoding: str = "utf-8", **dialect: Any) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, **dialect).writerows(rows)
    return text.getvalue().encode(encoding)


def as_xlsx(
    rows: Sequence[Sequence[object]], arrange: Callable[[openpyxl.Workbook], None] = lambda book: None
) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Log"
    for row in rows:
        sheet.append(list(row))
    arrange(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
