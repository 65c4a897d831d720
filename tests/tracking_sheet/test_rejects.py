"""The reject file: corrected in a spreadsheet it comes back as rows, and nothing in it runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.tracking_sheet.header import OURS
from services.tracking_sheet.rejects import inert, write_rejects
from services.tracking_sheet.row import Reject, Row
from services.tracking_sheet.spelling import cleaned
from tests.tracking_sheet.conftest import Read, as_csv
from tests.tracking_sheet.test_sample import CASES

FORMULA = '=HYPERLINK("http://example.invalid","see")'


def written(content: bytes, read_bytes: Read, **asked: object) -> list[list[str]]:
    reading = read_bytes(content, **asked)
    file = io.StringIO(newline="")
    rejects = [one for one in reading if isinstance(one, Reject)]
    assert write_rejects(file, reading.layout, rejects) == len(rejects)
    return list(csv.reader(io.StringIO(file.getvalue().removeprefix("\ufeff"))))


def test_the_file_says_row_column_value_and_what_to_do(read_bytes: Read) -> None:
    rows = [["Unit", "Issue", "Date opened"], ["ICU", "Lift broken", "31/02/2025"], ["5 North", "", "2025-01-14"]]
    heading, impossible, strange = written(as_csv(rows), read_bytes)
    assert heading == ["Unit", "Issue", "Date opened", *OURS]
    assert impossible == ["ICU", "Lift broken", "31/02/2025", "2", "Date opened", "31/02/2025", impossible[-1]]
    assert impossible[-1].startswith("There is no such day.")
    assert strange[3:6] == ["3", "Unit\nIssue", "5 North\n"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_sample_comes_back_corrected(kind: str, read_bytes: Read) -> None:
    heading, *rejects = written((CASES / f"tracking_log_2025.{kind}").read_bytes(), read_bytes, dates="mdy")
    assert [reject[15] for reject in rejects] == ["11", "29", "34", "37"]
    closed, opened, unit, what = rejects
    closed[12], opened[9], unit[1], what[2] = "2025-03-01", "2025-03-31", "ED", "Bins mixed up"
    reading = read_bytes(as_csv([heading, *rejects]), dates="mdy")
    rows = [row for row in reading if isinstance(row, Row)]
    assert len(rows) == 4
    assert reading.layout.unmapped == ()
    assert (rows[0].what, rows[0].unit, rows[0].closed) == (
        "Lab results call-back goes to fax nobody reads",
        "4-west",
        "2025-03-01",
    )


def test_nothing_runs_and_all_comes_back(read_bytes: Read) -> None:
    rows = [["Unit", "Issue", "Notes"], ["nowhere", FORMULA, "-1+1"], ["nowhere", "@x", "+cmd|' /C calc'!A0"]]
    heading, *rejects = written(as_csv(rows), read_bytes)
    assert not [cell for reject in rejects for cell in reject if cell.startswith(("=", "+", "-", "@", "|", "%"))]
    returned = list(read_bytes(as_csv([heading, *([["ICU", *reject[1:]] for reject in rejects])])))
    assert [(row.what, row.notes) for row in returned if isinstance(row, Row)] == [tuple(row[1:]) for row in rows[1:]]


@given(st.text(max_size=20))
def test_any_cell_comes_back_as_it_was_read(text: str) -> None:
    read = cleaned(text)
    (safe,) = inert([read])
    assert cleaned(safe) == read
    assert not safe.startswith(("=", "+", "-", "@", "|", "%", "\t", "\r", "\n"))


def test_cells_beyond_the_headings_are_kept(read_bytes: Read) -> None:
    content = b"Unit,Issue,Date opened\nICU,Lift broken,Jan 14, 2025\n"
    assert written(content, read_bytes)[1][:3] == ["ICU", "Lift broken", "Jan 14 2025"]
