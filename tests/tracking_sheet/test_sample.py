"""The sample log of a hospital's year, row by row, as CSV and as workbook.

The expectation was read off the sheet by eye: each line is one row of it, in the order of `FIELDS`.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from services.tracking_sheet.read import Reading, read
from services.tracking_sheet.row import Held, Outcome, Reject, Row
from services.tracking_sheet.vocabulary import Vocabulary
from tests.laws.tree import TOP

CASES = TOP / "tests" / "cases"
EXPECTED = json.loads((CASES / "tracking_log_2025.expected.json").read_text(encoding="utf-8"))
FIELDS: list[str] = EXPECTED["fields"]
BOTH = pytest.mark.parametrize("kind", ["csv", "xlsx"])


@pytest.fixture
def sample(vocabulary: Vocabulary, units: dict[str, str]) -> Iterator[Any]:
    with ExitStack() as readings:

        def reading(kind: str, **asked: Any) -> Reading:
            path = CASES / f"tracking_log_2025.{kind}"
            names = ("Dana Cole",)
            return readings.enter_context(read(path, units=units, names=names, vocabulary=vocabulary, **asked))

        yield reading


def told(row: Row) -> list[object]:
    """A row as the expectation writes it."""
    given = {"feedback": row.feedback.kind, "told": row.feedback.day, "owners": list(row.owners)}
    return [given.get(field, getattr(row, field, None)) for field in FIELDS]


def of_kind(outcomes: list[Outcome], kind: type) -> dict[int, Any]:
    return {outcome.number: outcome for outcome in outcomes if isinstance(outcome, kind)}


@BOTH
def test_every_row_is_as_the_sheet_says(sample: Any, kind: str) -> None:
    rows = of_kind(list(sample(kind, dates="mdy")), Row)
    assert [told(row) for row in rows.values()] == EXPECTED["rows"]


@BOTH
def test_held_rows_are_the_shouting_and_the_name(sample: Any, kind: str) -> None:
    held = of_kind(list(sample(kind, dates="mdy")), Held)
    found = {number: [[reason.why, reason.column] for reason in one.reasons] for number, one in held.items()}
    assert {str(number): reasons for number, reasons in found.items()} == EXPECTED["held"]
    assert all(one.row is not None and not one.faults for one in held.values())


@BOTH
def test_rejects_name_the_value_and_what_to_do(sample: Any, kind: str) -> None:
    rejects = of_kind(list(sample(kind, dates="mdy")), Reject)
    found = {str(number): [one.faults[0].column, one.faults[0].why] for number, one in rejects.items()}
    assert found == EXPECTED["rejects"]
    assert all(len(one.faults) == 1 and one.faults[0].todo.endswith(".") for one in rejects.values())


@BOTH
def test_nothing_is_lost_and_the_blank_row_keeps_its_number(sample: Any, kind: str) -> None:
    outcomes = list(sample(kind, dates="mdy"))
    assert [outcome.number for outcome in outcomes] == [number for number in range(4, 85) if number != 15]


@BOTH
def test_without_an_answer_two_way_days_are_rejected_and_counted(sample: Any, kind: str) -> None:
    reading = sample(kind)
    rejects = of_kind(list(reading), Reject)
    two_ways = [number for number, one in rejects.items() if any(f.why.endswith("two_ways") for f in one.faults)]
    assert two_ways == EXPECTED["two_ways"][kind]
    assert reading.tally.two_ways == len(two_ways)


def test_texts_stand_as_written(sample: Any) -> None:
    sheet = openpyxl.load_workbook(CASES / "tracking_log_2025.xlsx").worksheets[0]
    columns = {"what": 3, "idea": 4, "resources": 5, "category": 8, "notes": 15}
    for row in of_kind(list(sample("xlsx", dates="mdy")), Row).values():
        written = {field: sheet.cell(row.number, column).value for field, column in columns.items()}
        assert {field: getattr(row, field) for field in columns} == written


def test_both_files_give_the_same_rows_under_the_same_keys(sample: Any) -> None:
    text, book = (list(sample(kind, dates="mdy")) for kind in ("csv", "xlsx"))
    assert of_kind(text, Row) == of_kind(book, Row)
    assert [one.row for one in of_kind(text, Held).values()] == [one.row for one in of_kind(book, Held).values()]


def test_the_files_differ_only_in_days_the_workbook_holds_as_days(sample: Any) -> None:
    """The CSV writes some of its days so that they can be read two ways; in the workbook most of those are real dates."""
    sheet = openpyxl.load_workbook(CASES / "tracking_log_2025.xlsx").worksheets[0]
    text, book = (of_kind(list(sample(kind)), Reject) for kind in ("csv", "xlsx"))
    for number in text.keys() - book.keys():
        faults = [fault for fault in text[number].faults if fault.why.endswith("two_ways")]
        real = {sheet.cell(3, c).value: isinstance(sheet.cell(number, c).value, datetime) for c in range(1, 16)}
        assert faults
        assert all(real[fault.column] for fault in faults)


def test_the_layout_says_how_the_csv_was_understood(sample: Any) -> None:
    layout = sample("csv").layout
    assert (layout.kind, layout.sheet, layout.header_row, layout.rows) == ("csv", None, 3, 80)
    assert (layout.encoding, layout.delimiter, layout.unmapped) == ("cp1252", ",", ())
    assert [column.field for column in layout.columns] == EXPECTED["columns"]


def test_the_layout_says_which_sheet_is_the_log(sample: Any) -> None:
    layout = sample("xlsx").layout
    assert (layout.kind, layout.sheet, layout.header_row, layout.rows) == ("xlsx", "Rounds log", 3, 80)
    assert [ignored.sheet for ignored in layout.ignored] == ["pivot"]
    assert [column.field for column in layout.columns] == EXPECTED["columns"]


def test_the_strange_unit_is_offered_with_its_rows(sample: Any) -> None:
    reading = sample("xlsx", dates="mdy")
    list(reading)
    assert dict(reading.tally.strange_units) == {"5 North": 1}


def test_no_held_word_is_shown_by_accident(sample: Any) -> None:
    held = of_kind(list(sample("csv", dates="mdy")), Held)
    assert "López" not in repr(list(held.values()))
    assert "shouted" not in str(list(held.values()))


def test_a_second_look_gives_the_same(sample: Any) -> None:
    reading = sample("csv", dates="mdy")
    assert list(reading) == list(reading)


def test_a_path_may_be_a_string(vocabulary: Vocabulary, units: dict[str, str]) -> None:
    path = Path(CASES / "tracking_log_2025.csv")
    with read(str(path), units=units, names=(), vocabulary=vocabulary, dates="mdy") as reading:
        assert len(list(reading)) == 80
