"""Files made to hurt: each ends in a sentence or in rejects, never in a traceback, a stall or a swollen process."""

import io
import zipfile
from collections.abc import Callable
from time import process_time

import pytest

from services.tracking_sheet.caps import Caps
from services.tracking_sheet.row import Held, Reject, Row, Unreadable
from tests.tracking_sheet.conftest import Read, as_csv, as_xlsx
from tests.tracking_sheet.test_workbook import rewritten

SHEET = "xl/worksheets/sheet1.xml"
LOG = [["Unit", "Issue", "Notes"], ["ICU", "Lift broken", "x"]]
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def doctyped(declaration: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        opening, rest = (
            text.split("<worksheet", 1) if text.startswith("<?xml") else ("", text.removeprefix("<worksheet"))
        )
        return f"{opening}{declaration}<worksheet{rest}".replace("Lift broken", "&bad;")

    return change


def lying(content: bytes, name: str, size: int) -> bytes:
    """The archive claiming that one of its parts is small."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        true = archive.getinfo(name).file_size.to_bytes(4, "little")
    return content.replace(true, size.to_bytes(4, "little"))


XXE = '<!DOCTYPE x [<!ENTITY bad SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY bad "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\n\n  \n", "No row among"),
        (OLD_OFFICE, "old Excel workbook"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"%PDF-1.7", "PDF"),
        (b"<html><table><tr><td>Unit</td></tr></table></html>", "web page"),
        (b"<?xml version='1.0'?><a/>", "web page or XML"),
        (b"\0\1\2\3" * 999, "not a table"),
        (b"PK\x03\x04 torn", "damaged"),
        (b"PK\x05\x06" + bytes(18), "no XLSX workbook"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "no XLSX workbook"),
        (zipped({"xl/workbook.bin": b"x"}), "XLSB"),
        (zipped({"xl/workbook.xml": b"<workbook><sheets>"}), "damaged"),
        (zipped({"xl/workbook.xml": b"<workbook/>"}), "No row among"),
        (zipped({f"part{n}": b"" for n in range(1_001)}), "unpacks to more"),
        (as_xlsx(LOG)[:-400], "damaged"),
        (rewritten(as_xlsx(LOG), SHEET, doctyped(XXE)), "document type"),
        (rewritten(as_xlsx(LOG), SHEET, doctyped(LAUGHS)), "document type"),
        (rewritten(as_xlsx(LOG), "xl/workbook.xml", lambda text: XXE + text.split("?>")[-1]), "document type"),
        (rewritten(as_xlsx(LOG), SHEET, lambda text: text.replace('r="A1"', 'r="A1²"')), "damaged"),
        (rewritten(as_xlsx(LOG), SHEET, lambda text: text[: len(text) // 2]), "damaged"),
        (as_xlsx([*LOG, [f"{n}" for n in range(10_000)]]), "more than 200 columns"),
        (as_csv([[f"column {n}" for n in range(10_000)], ["x"] * 10_000]), "10,000 columns"),
    ],
)
def test_a_file_that_is_no_log_is_refused_in_a_sentence(content: bytes, says: str, read_bytes: Read) -> None:
    with pytest.raises(Unreadable) as refused:
        list(read_bytes(content))
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_part_that_lies_about_its_size_is_refused(read_bytes: Read) -> None:
    content = lying(
        zipped({"xl/workbook.xml": b"<workbook>" + b" " * 7_000_001 + b"</workbook>"}), "xl/workbook.xml", 99
    )
    with pytest.raises(Unreadable, match="is damaged"):
        read_bytes(content)


def test_what_an_archive_says_it_unpacks_to_is_believed_when_it_is_much(read_bytes: Read) -> None:
    bomb = zipped({"xl/workbook.xml": b"<workbook/>", "xl/media/zeros.bin": bytes(20 << 20)})
    assert len(bomb) < 1 << 16
    with pytest.raises(Unreadable, match="unpacks to more"):
        read_bytes(bomb, caps=Caps(unpacked=10 << 20))


def test_inflating_is_counted(read_bytes: Read) -> None:
    rows = [*LOG, *(["ICU", f"Lift {n}", "x" * 5000] for n in range(500))]
    with pytest.raises(Unreadable, match="unpacks to more"):
        read_bytes(as_xlsx(rows), caps=Caps(unpacked=1 << 20))


def test_a_locked_archive_is_named(read_bytes: Read) -> None:
    content = bytearray(as_xlsx(LOG))
    for mark in (b"PK\x01\x02", b"PK\x03\x04"):
        at = content.find(mark)
        while at >= 0:
            content[at + (8 if mark == b"PK\x01\x02" else 6)] |= 1
            at = content.find(mark, at + 4)
    with pytest.raises(Unreadable, match="password"):
        read_bytes(bytes(content))


def test_a_file_that_is_too_large_is_refused(read_bytes: Read) -> None:
    with pytest.raises(Unreadable, match="larger than 1 MB"):
        read_bytes(as_csv([*LOG, *([["ICU", "x" * 99, ""]] * 12_000)]), caps=Caps(file=1 << 20))


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_too_many_rows_are_refused(make: Callable[[list[list[str]]], bytes], read_bytes: Read) -> None:
    with pytest.raises(Unreadable, match="more than 100 rows"):
        read_bytes(make([*LOG, *([LOG[1]] * 200)]), caps=Caps(rows=100))


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_a_cell_of_two_megabytes_costs_its_row_alone(
    make: Callable[[list[list[str]]], bytes], read_bytes: Read
) -> None:
    huge = "x" * (32_000 if make is as_xlsx else 2_000_000)
    first, second, third = read_bytes(make([*LOG, ["ICU", "Bed broken", huge], ["ICU", "Fax", ""]]))
    assert [type(one) for one in (first, second, third)] == [Row, Reject, Row]
    assert third.number == 4


def test_a_huge_inline_text_in_a_workbook_costs_its_row_alone(read_bytes: Read) -> None:
    content = rewritten(as_xlsx([*LOG, ["ICU", "Bed broken", "HUGE"]]), "xl/sharedStrings.xml", lambda text: text)
    content = rewritten(content, SHEET, lambda text: text.replace("HUGE", "x" * 2_000_000))
    content = rewritten(content, "xl/sharedStrings.xml", lambda text: text.replace("HUGE", "x" * 2_000_000))
    assert [type(one) for one in read_bytes(content)] == [Row, Reject]


@pytest.mark.parametrize(
    "stumble",
    [" ", "t", "(", "[", "1-", "1 ", "a.", "'", "A. ", "Dr ", "de ", "/ ", "=", "1/1/", "told 3/4/25 "],
)
def test_no_cell_is_a_stumbling_block(stumble: str, read_bytes: Read) -> None:
    """Patterns that go over a text again from each of its letters would take minutes here."""
    headings = [
        "Unit",
        "Issue",
        "Owner",
        "Date opened",
        "Due",
        "Status",
        "Date closed",
        "Feedback",
        "Category",
        "Priority",
    ]
    long = "a" + stumble * (100_000 // len(stumble)) + "a"
    began = process_time()
    assert len(list(read_bytes(as_csv([headings, [long] * 10])))) == 1
    assert process_time() - began < 10


def test_a_quote_never_closed_costs_its_row_alone(read_bytes: Read) -> None:
    rows = [
        b"Unit,Issue,Notes",
        b"ICU,Lift broken,x",
        b'ICU,"Bed broken,x',
        b'ICU,Fax,"a, b"',
        b'ICU,"Lamp\nbroken",y',
        b'ICU,"Tap,z',
    ]
    found = list(read_bytes(b"\r\n".join(rows)))
    assert [(type(one), one.number) for one in found] == [(Row, 2), (Reject, 3), (Row, 4), (Row, 5), (Reject, 6)]


def test_a_file_of_broken_quotes_takes_no_longer_than_its_rows(read_bytes: Read) -> None:
    content = b"Unit,Issue\n" + b'ICU,"a\n' * 5_000
    found = list(read_bytes(content))
    assert len(found) == 5_000
    assert {type(one) for one in found} == {Reject}


def test_a_comma_without_quotes_is_seen(read_bytes: Read) -> None:
    (torn,) = read_bytes(b"Unit,Issue,Date opened\nICU,Lift broken,Jan 14, 2025\n")
    assert isinstance(torn, Reject)
    assert "comma" in torn.faults[0].todo


def test_a_torn_row_that_names_somebody_is_held(read_bytes: Read) -> None:
    (torn,) = read_bytes(b'Unit,Issue,Notes\nICU,"Mrs Gonzalez fell,x\n')
    assert isinstance(torn, Held)


def test_nul_and_other_unseen_letters_are_dropped(read_bytes: Read) -> None:
    (row,) = read_bytes("Unit,Issue\nICU,Li\0ft \u202ebro\u200bken\x07\n".encode())
    assert isinstance(row, Row)
    assert row.what == "Lift broken"
