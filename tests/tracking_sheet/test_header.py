"""Finding the headings, whatever stands above them and whatever they are called."""

import pytest

from services.tracking_sheet.row import Held, Reject, Row, Unreadable
from tests.tracking_sheet.conftest import Read, as_csv, as_xlsx

LIFT = ["ICU", "Lift broken", "2025-01-14"]


def test_rows_above_the_headings_are_passed_over(read_bytes: Read) -> None:
    rows = [["Safety log 2025"], [], ["printed", "3 May"], ["Unit", "Issue", "Date opened"], LIFT]
    reading = read_bytes(as_csv(rows))
    assert reading.layout.header_row == 4
    assert [row.number for row in reading] == [5]


@pytest.mark.parametrize(
    "headings",
    [
        ["unit", "identified issue", "date opened"],
        ["UNIT ", "Identified\nIssue:", "Date Opened"],
        ["Unidad", "Problema", "Fecha de apertura"],
        ["Dept.", "Concern(s)", "Opened on"],
        ["Clinical area", "Description of issue", "Date raised"],
    ],
)
def test_headings_are_known_by_synonyms(headings: list[str], read_bytes: Read) -> None:
    headings = [heading.replace("Concern(s)", "Concerns") for heading in headings]
    (row,) = read_bytes(as_csv([headings, LIFT]))
    assert isinstance(row, Row)
    assert (row.unit, row.what, row.opened) == ("icu", "Lift broken", "2025-01-14")


def test_columns_nobody_knows_are_reported(read_bytes: Read) -> None:
    reading = read_bytes(as_csv([["Unit", "Issue", "Moon phase", "Owner", "Responsible"], LIFT]))
    assert reading.layout.unmapped == ("Moon phase", "Responsible")


def test_a_map_outranks_synonyms(read_bytes: Read) -> None:
    rows = [["Unit", "Issue", "Moon phase", "Owner"], ["ICU", "short", "Lift broken", "biomed"]]
    asked = {"columns": {"moon PHASE": "what", "D": "notes", "Issue": "ignore"}}
    reading = read_bytes(as_csv(rows), map=asked)
    (row,) = reading
    assert isinstance(row, Row)
    assert (row.what, row.notes, row.owners) == ("Lift broken", "biomed", ())
    assert reading.layout.unmapped == ()


def test_a_map_names_header_row_unit_aliases_and_words(read_bytes: Read) -> None:
    rows = [["Unit", "Issue", "Status"], ["Ward", "Problem", "RAG"], ["north", "Lift broken", "parked up"]]
    asked = {"header_row": 2, "units": {"North": "4-west"}, "statuses": {"parked up": "waiting"}}
    (row,) = read_bytes(as_csv(rows), map=asked)
    assert isinstance(row, Row)
    assert (row.number, row.unit, row.status) == (3, "4-west", "waiting")


def test_a_map_gives_one_unit_to_all_rows(read_bytes: Read) -> None:
    (row,) = read_bytes(as_csv([["Issue", "Notes"], ["Lift broken", "x"]]), map={"unit": "icu"})
    assert isinstance(row, Row)
    assert row.unit == "icu"


def test_a_sheet_without_headings_is_read_by_letters(read_bytes: Read) -> None:
    asked = {"header_row": 0, "columns": {"A": "unit", "B": "what", "c": "opened"}}
    reading = read_bytes(as_csv([LIFT]), map=asked)
    (row,) = reading
    assert isinstance(row, Row)
    assert (row.number, row.unit, row.what) == (1, "icu", "Lift broken")
    assert reading.layout.header_row == 0


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"colums": {}}, "colums"),
        ({"columns": {"A": "colour"}}, "columns → A"),
        ({"statuses": {"parked": "sleeping"}}, "statuses → parked"),
        ({"header_row": -1}, "header_row"),
        ({"unit": "5-north"}, "5-north"),
        ({"units": {"x": "nowhere"}}, "nowhere"),
        ({"header_row": 0, "columns": {"A": "what", "Q": "unit"}}, "a column that is there"),
        ({"header_row": 0, "columns": {"A": "unit"}}, "the issue (“what”)"),
    ],
)
def test_a_wrong_map_is_refused_in_a_sentence(asked: dict[str, object], says: str, read_bytes: Read) -> None:
    with pytest.raises(Unreadable) as refused:
        read_bytes(as_csv([LIFT]), map=asked)
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")


def test_headings_repeated_between_rows_are_passed_over(read_bytes: Read) -> None:
    headings = ["Unit", "Issue", "Date opened"]
    assert [row.number for row in read_bytes(as_csv([headings, LIFT, [], headings, LIFT]))] == [2, 5]


def test_a_file_without_headings_is_refused(read_bytes: Read) -> None:
    with pytest.raises(Unreadable, match="No row among the first"):
        read_bytes(as_csv([LIFT]))


def test_a_file_with_headings_alone_has_no_rows(read_bytes: Read) -> None:
    reading = read_bytes(as_csv([["Unit", "Issue"]]))
    assert (list(reading), reading.layout.rows) == ([], 0)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str, read_bytes: Read) -> None:
    reading = read_bytes(
        as_csv([["a, title; of | sorts"], ["Unit", "Issue", "Notes"], ["ICU", "a;b,c|d", "x"]], delimiter=delimiter)
    )
    (row,) = reading
    assert isinstance(row, Row)
    assert (row.what, row.notes, reading.layout.delimiter) == ("a;b,c|d", "x", delimiter)


def test_excels_own_line_about_the_delimiter_is_no_row(read_bytes: Read) -> None:
    (row,) = read_bytes(b"sep=;\r\nUnit;Issue\r\nICU;Lift broken\r\n")
    assert isinstance(row, Row)
    assert row.number == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found(encoding: str, read_bytes: Read) -> None:
    (row,) = read_bytes(as_csv([["Unit", "Issue"], ["ICU", "Déjà vu – “felt ignored”"]], encoding))
    assert isinstance(row, Row)
    assert row.what == "Déjà vu – “felt ignored”"


def test_a_torn_letter_in_a_sound_file_costs_its_row_alone(read_bytes: Read) -> None:
    sound = as_csv([["Unit", "Issue"], ["ICU", "Déjà vu à la carte"], ["ICU", "Lift @ broken"]])
    first, second = read_bytes(sound.replace(b"@", b"\xe9"))
    assert isinstance(first, Row)
    assert isinstance(second, Reject)
    assert second.faults[0].why == "what.torn"


def test_the_sheet_with_the_log_is_found_and_the_others_are_named(read_bytes: Read) -> None:
    def arrange(book: object) -> None:
        for title, rows in {"pivot": [["Status", "count"]], "2024": [["Unit", "Issue"], LIFT], "empty": []}.items():
            sheet = book.create_sheet(title, 0)  # type: ignore[attr-defined] # a workbook of the test's own making
            for row in rows:
                sheet.append(row)
        hidden = book.create_sheet("old", 0)  # type: ignore[attr-defined] # likewise made here
        hidden.append(["Unit", "Issue", "Owner", "Notes"])
        hidden.sheet_state = "hidden"

    content = as_xlsx([["Unit", "Issue", "Date opened"], LIFT], arrange)
    reading = read_bytes(content)
    assert reading.layout.sheet == "Log"
    assert {one.sheet: one.why.split(":")[0] for one in reading.layout.ignored} == {
        "old": "It looks like a log too",
        "empty": "It is empty.",
        "2024": "It looks like a log too",
        "pivot": "Its columns are not those of a log.",
    }
    assert read_bytes(content, map={"sheet": "2024"}).layout.sheet == "2024"
    with pytest.raises(Unreadable, match="“old”, “empty”, “2024”, “pivot”, “Log”"):
        read_bytes(content, map={"sheet": "2023"})


def test_a_held_row_keeps_its_place_in_the_count(read_bytes: Read) -> None:
    reading = read_bytes(as_csv([["Unit", "Issue"], ["ICU", "Dr Kim shouted"], ["ICU", "Lift broken"]]))
    assert [type(one) for one in reading] == [Held, Row]
    assert (reading.tally.held, reading.tally.rows, reading.layout.rows) == (1, 1, 2)
