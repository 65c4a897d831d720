"""What others drew up in REDCap: every cell is carried over, or it is said that it is not."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.exchange import Draft, redcap
from assessments.exchange.redcap.columns import HEADINGS, NAMES
from assessments.instrument import Instrument, asked, read

CHOICES = "1, Never | 2, Sometimes | 3, Always"
RECORD = {"field_name": "record_id", "field_type": "text", "field_label": "Record ID"}
VISIT = {"field_name": "visit", "field_type": "yesno", "field_label": "Was there a visit?"}
HEARD = {"field_name": "heard", "field_type": "radio", "field_label": "Were you heard?"}
HEARD |= {"select_choices_or_calculations": CHOICES}


def sheet(*rows: dict[str, str], head: tuple[str, ...] = HEADINGS) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([head, *([row.get(name, "") for name in NAMES] for row in rows)])
    return file.getvalue().encode("utf-8-sig")


def drafted(*rows: dict[str, str]) -> Draft:
    found = redcap.read(sheet(RECORD, *rows))
    assert isinstance(found, Draft), found
    return found


def instrument(*rows: dict[str, str]) -> Instrument:
    found = read(drafted(*rows).document)
    assert isinstance(found, Instrument), found
    return found


@pytest.mark.parametrize("head", [HEADINGS, NAMES], ids=["as downloaded", "as the API names them"])
def test_a_dictionary_of_somebody_else(head: tuple[str, ...]) -> None:
    found = redcap.read(sheet(RECORD, VISIT, HEARD, head=head))
    assert isinstance(found, Draft)
    assert [(one["id"], one["scale"]) for one in found.document["items"]] == [("visit", "scale"), ("heard", "scale-2")]
    assert isinstance(read(found.document), Instrument)


@pytest.mark.parametrize(
    ("logic", "then_asked_at"),
    [
        ("[visit] = '1'", {1}),
        ('[visit]="1"', {1}),
        ("[visit] <> '1'", {0, None}),
        ("[visit] <> ''", {0, 1}),
        ("[visit] = ''", {None}),
        ("[visit] >= 1 or [visit] = ''", {1, None}),
        ("([visit] = '0' OR [visit] = '1') and [visit] <> '0'", {1}),
        ("[visit] = '7'", set()),
    ],
)
def test_who_is_asked_what(logic: str, then_asked_at: set[int | None]) -> None:
    found = instrument(VISIT, HEARD | {"branching_logic": logic})
    for answer in (0, 1, None):
        answers = {} if answer is None else {"visit": answer}
        assert ("heard" in [one.id for one in asked(found, answers)]) == (answer in then_asked_at)


@pytest.mark.parametrize(
    "logic",
    ["datediff([a],[b],'d') > 3", "[event_1][visit] = '1'", "[other] = '1'", "[visit] = '1' and", "([visit] = '1'"],
)
def test_logic_that_is_not_read_is_said(logic: str) -> None:
    draft = drafted(VISIT, HEARD | {"branching_logic": logic})
    assert [one.why for one in draft.lost if one.place == "4/branching_logic"]
    assert "enableWhen" not in draft.document["items"][1]


@pytest.mark.parametrize("name", [*NAMES[6:11], "section_header", *NAMES[12:]])
def test_every_other_cell_is_said(name: str) -> None:
    draft = drafted(HEARD | {name: "anything"})
    assert any(one.place == f"3/{name}" and "anything" in one.why for one in draft.lost)


@pytest.mark.parametrize("kind", ["text", "notes", "checkbox", "calc", "slider", "file", "sql"])
def test_a_field_that_cannot_be_asked_is_left_out_and_said(kind: str) -> None:
    draft = drafted(HEARD, {"field_name": "more", "field_type": kind, "field_label": "More"})
    assert [one["id"] for one in draft.document["items"]] == ["heard"]
    assert any(one.place == "4/field_type" and "Left out" in one.why for one in draft.lost)


@pytest.mark.parametrize("choices", ["", "1, Only", "a, First | b, Second", "1, Once | 1, Twice"])
def test_choices_that_are_no_scale_are_said(choices: str) -> None:
    draft = drafted(HEARD | {"select_choices_or_calculations": choices})
    assert draft.document["items"] == []
    assert any("left out" in one.why for one in draft.lost)


def test_a_sheet_of_something_else_is_refused() -> None:
    found = redcap.read(b"Unit,Issue\n4 West,A bed\n")
    assert not isinstance(found, Draft)
    assert "Variable / Field Name" in found[0].why


@given(st.binary(max_size=200))
def test_whatever_is_sent_it_is_judged(document: bytes) -> None:
    redcap.read(document)
