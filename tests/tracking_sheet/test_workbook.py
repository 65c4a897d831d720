"""What workbooks hold besides text: days, numbers, formulas, merged cells, other programs' habits."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from services.tracking_sheet.caps import Caps
from services.tracking_sheet.row import Reject, Row, Unreadable
from services.tracking_sheet.workbook.unpack import Ask, frames
from tests.tracking_sheet.conftest import Read, as_xlsx

HEADINGS = ["Unit", "Issue", "Date opened", "Priority", "Notes"]


def rows_of(content: bytes) -> dict[int, list[str]]:
    found = list(frames(io.BytesIO(content), Ask(0, 0, Caps())))
    assert not [frame.unreadable for frame in found if frame.unreadable]
    return {line.number: line.cells for frame in found for line in frame.lines}


def cells_of(*cells: object) -> list[str]:
    return rows_of(as_xlsx([cells]))[1]


def rewritten(content: bytes, part: str, change: Any) -> bytes:
    """The workbook with one part passed through `change` (text to text)."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()).encode() if name == part else text)
    return written.getvalue()


def minimal(cells: str, strings: str) -> bytes:
    """A workbook of one row as Excel writes it, its texts kept in one part that cells point into."""
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    parts = {
        "xl/workbook.xml": '<workbook><sheets><sheet name="Log" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<R><Relationship Id="rId1" Type="{related}" Target="/xl/one.xml"/></R>',
        "xl/one.xml": f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def test_shared_texts_are_found_where_cells_point() -> None:
    strings = (
        "<si><t>ICU</t></si><si><r><t>Lift </t></r><r><t>broken</t></r><rPh><t>aid</t></rPh></si><si/>"
        "<si><t xml:space='preserve'> last </t></si>"
    )
    cells = "".join(f'<c t="s"><v>{at}</v></c>' for at in (1, 3, 2, 0, 99, -1, "x", "²")) + '<c t="s"/><c><v>7</v></c>'
    assert rows_of(minimal(cells, strings)) == {1: ["Lift broken", "last", "", "ICU", "", "", "", "", "", "7"]}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain", "plain"),
        ("  spaced  ", "spaced"),
        (3, "3"),
        (3.0, "3"),
        (0.1, "0.1"),
        (1e20, "1e+20"),
        (True, "TRUE"),
        (datetime.fromisoformat("2025-01-17"), "2025-01-17"),
        (datetime.fromisoformat("2025-01-17 23:59"), "2025-01-17"),
        (date(2025, 1, 17), "2025-01-17"),
        (date(1900, 2, 15), "1900-02-15"),
        (time(6, 0), "0.25"),
        (timedelta(hours=6), "0.25"),
        ("=1+1", "=1+1"),
        ('=HYPERLINK("http://example.invalid","see")', '=HYPERLINK("http://example.invalid","see")'),
        ("a\nb", "a\nb"),
        ("tab\there", "tab\there"),
        ("Señora – “x”", "Señora – “x”"),
    ],
)
def test_a_cell_shows_what_the_spreadsheet_shows(value: object, shown: str) -> None:
    assert cells_of("x", value) == ["x", shown]


def test_a_shown_error_is_text() -> None:
    def arrange(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["A1"].data_type = "e"

    assert rows_of(as_xlsx([["#REF!"]], arrange)) == {1: ["#REF!"]}


@pytest.mark.parametrize("style", ["dd/mm/yyyy", "[$-409]d-mmm-yy;@", 'yyyy"-"mm"-"dd', "mmm yyyy"])
def test_own_formats_of_days_are_known(style: str) -> None:
    def arrange(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["A1"].number_format = style

    assert rows_of(as_xlsx([[45674]], arrange)) == {1: ["2025-01-17"]}


@pytest.mark.parametrize("style", ['0 "days"', "[Red]0.00", "h:mm", "[h]:mm:ss", "General", r"0\d"])
def test_other_formats_are_numbers(style: str) -> None:
    def arrange(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["A1"].number_format = style

    assert rows_of(as_xlsx([[45674]], arrange)) == {1: ["45674"]}


def test_the_day_count_of_old_macs_is_known() -> None:
    def arrange(book: openpyxl.Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    assert rows_of(as_xlsx([[date(2025, 1, 17)]], arrange)) == {1: ["2025-01-17"]}


def test_a_number_in_a_day_column_without_a_format_is_not_guessed(read_bytes: Read) -> None:
    (outcome,) = read_bytes(as_xlsx([HEADINGS, ["ICU", "Lift broken", 45674, 1, ""]]))
    assert isinstance(outcome, Reject)
    assert [fault.why for fault in outcome.faults] == ["opened.day_number"]


def test_blank_rows_keep_their_numbers(read_bytes: Read) -> None:
    lift = ["ICU", "Lift broken", date(2025, 1, 14), 1, ""]
    rows: list[list[object]] = [[], [*HEADINGS], [], lift, [" "], lift]
    assert [row.number for row in read_bytes(as_xlsx(rows))] == [4, 6]


def test_what_stands_beside_the_log_is_no_part_of_it(read_bytes: Read) -> None:
    beside: list[object] = ["ICU", "Lift broken", date(2025, 1, 14), 1, "", "", "a note beside the table", 7]
    (row,) = read_bytes(as_xlsx([[*HEADINGS, ""], beside]))
    assert isinstance(row, Row)
    assert row.notes is None


def test_cells_merged_down_say_the_same_for_every_row(read_bytes: Read) -> None:
    def arrange(book: openpyxl.Workbook) -> None:
        for merged in ("A2:A4", "C2:C3", "A5:B5", "E4:E5"):
            book.worksheets[0].merge_cells(merged)

    rows: list[list[object]] = [
        [*HEADINGS],
        ["ICU", "Lift broken", date(2025, 1, 14), 1, "a"],
        ["", "Bed broken"],
        ["", "Fax", "", "", "note"],
        ["4W", "x"],
    ]
    found = list(read_bytes(as_xlsx(rows, arrange)))
    read = [(row.number, row.unit, row.what, row.opened, row.notes) for row in found if isinstance(row, Row)]
    assert read == [
        (2, "icu", "Lift broken", "2025-01-14", "a"),
        (3, "icu", "Bed broken", "2025-01-14", None),
        (4, "icu", "Fax", None, "note"),
    ]
    rejects = [(one.number, one.faults[0].why) for one in found if isinstance(one, Reject)]
    assert rejects == [(5, "what.missing")]


def test_one_issue_merged_over_two_rows_is_not_two_issues(read_bytes: Read) -> None:
    def arrange(book: openpyxl.Workbook) -> None:
        book.worksheets[0].merge_cells("B2:B3")

    rows = [HEADINGS, ["ICU", "Lift broken", "", "", "first idea"], ["ICU", "", "", "", "second idea"]]
    assert [type(one).__name__ for one in read_bytes(as_xlsx(rows, arrange))] == ["Row", "Reject"]


def test_prefixed_names_and_missing_places_are_read() -> None:
    """Some programs write `x:row`, and leave out where a cell stands."""

    def change(text: str) -> str:
        return text.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")

    content = rewritten(as_xlsx([["Unit", "Issue"], ["ICU", 3]]), "xl/worksheets/sheet1.xml", change)
    assert rows_of(content) == {1: ["Unit", "Issue"], 2: ["ICU", "3"]}
    placeless = rewritten(
        content, "xl/worksheets/sheet1.xml", lambda text: text.replace(' r="B', ' q="').replace(' r="A', ' q="')
    )
    assert rows_of(placeless) == {1: ["Unit", "Issue"], 2: ["ICU", "3"]}


def test_runs_are_joined_and_reading_aids_left_out() -> None:
    run = "<is><r><t>Lift </t></r><r><t>broken</t></r><rPh sb='0' eb='1'><t>aid</t></rPh></is>"

    def change(text: str) -> str:
        return text.replace(
            '<c r="A1" t="inlineStr"><is><t>x</t></is></c>', f'<c r="A1" t="inlineStr">{run}</c>'
        ).replace('<c r="A1" t="s"><v>0</v></c>', f'<c r="A1" t="inlineStr">{run}</c>')

    assert rows_of(rewritten(as_xlsx([["x"]]), "xl/worksheets/sheet1.xml", change)) == {1: ["Lift broken"]}


def test_a_shared_formula_is_shown_in_every_cell() -> None:
    def change(text: str) -> str:
        cells = '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1+1</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>3</v></c>'
        return text.replace('<c r="A1" t="n"><v>1</v></c>', cells)

    assert rows_of(rewritten(as_xlsx([[1]]), "xl/worksheets/sheet1.xml", change)) == {1: ["=B1+1", "=B1+1"]}


def test_escaped_letters_are_letters_again() -> None:
    assert cells_of("line_x000D_\nend") == ["line\nend"]


def test_a_hidden_program_failure_is_a_sentence(read_bytes: Read) -> None:
    content = minimal("<c><v>0</v></c>", f"<si><t>{'x' * (90 << 20)}</t></si>")
    with pytest.raises(Unreadable, match="unpacks to more"):
        read_bytes(content, caps=Caps(memory=64 << 20, part=1 << 40, unpacked=1 << 40))
