"""Whatever stands in the cells, out come rows, held rows and rejects, one for each line, and nothing else."""

import io
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.tracking_sheet.keys import key, same_problem
from services.tracking_sheet.read import read
from services.tracking_sheet.row import Held, Reject, Row, Unreadable
from services.tracking_sheet.spelling import cleaned
from services.tracking_sheet.vocabulary import Vocabulary
from tests.tracking_sheet.conftest import UNITS, as_csv, as_xlsx

HEADINGS = [
    "Safety rounds date",
    "Unit",
    "Issue",
    "Idea",
    "Resources",
    "Owner",
    "Executive",
    "Category",
    "Priority",
    "Date opened",
    "Due",
    "Status",
    "Date closed",
    "Feedback",
    "Notes",
]
TELLING = [
    "ICU",
    "4W",
    "03/04/2025",
    "31/02/2025",
    "14-Jan-25",
    "closed",
    "can't do",
    "Y",
    "told 3/4/25",
    "Dr Osei",
    "shouted",
    "J. Alvarez RN / biomed",
    "High",
    "ASAP",
    "'",
    '"',
    "\ufffd",
    "Mrs ",
    "A. B",
    "/",
    "=1+1",
    "n/a",
]
ANY = st.one_of(
    st.text(max_size=12), st.sampled_from(TELLING), st.builds("{} {}".format, *[st.sampled_from(TELLING)] * 2)
)
LINES = st.lists(st.lists(ANY, min_size=15, max_size=15), min_size=1, max_size=5)


def outcomes(content: bytes, vocabulary: Vocabulary, **asked: Any) -> list[Row | Held | Reject]:
    with read(io.BytesIO(content), units=UNITS, names=("Dana Cole",), vocabulary=vocabulary, **asked) as reading:
        found = list(reading)
        assert reading.layout.rows >= len(found)
        assert (reading.tally.rows + reading.tally.held + reading.tally.rejects) == len(found)
    return found


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES, dates=st.sampled_from([None, "mdy", "dmy"]))
def test_no_cell_of_a_csv_breaks_the_reading(vocabulary: Vocabulary, lines: list[list[str]], dates: Any) -> None:
    content = as_csv([HEADINGS, *([cell.encode(errors="replace").decode() for cell in line] for line in lines)])
    found = outcomes(content, vocabulary, dates=dates, today="2026-01-01")
    assert len(found) == sum(any(cleaned(cell) for cell in line) for line in lines)
    for one in found:
        if isinstance(one, Row):
            assert key(one)
            assert same_problem(one)
        else:
            assert one.cells
            assert all(fault.todo and fault.why for fault in one.faults)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(
    lines=st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12),
            min_size=15,
            max_size=15,
        ),
        max_size=3,
    )
)
def test_no_text_of_a_workbook_breaks_the_reading(vocabulary: Vocabulary, lines: list[list[str]]) -> None:
    kept = [[cell.replace("\ufffe", "").replace("\uffff", "") for cell in line] for line in lines]
    assert len(outcomes(as_xlsx([HEADINGS, *kept]), vocabulary)) <= len(kept)


@settings(max_examples=20)
@given(content=st.binary(max_size=400))
def test_no_bytes_break_the_reading(vocabulary: Vocabulary, content: bytes) -> None:
    for torn in (content, b"Unit,Issue\n" + content, b"PK\x03\x04" + content):
        with suppress(Unreadable):
            assert {type(one) for one in outcomes(torn, vocabulary)} <= {Row, Held, Reject}
