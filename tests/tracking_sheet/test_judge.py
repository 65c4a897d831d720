"""One row at a time: what makes it a row, a reject or held."""

import pytest

from services.tracking_sheet.row import Fault, Held, Reject, Row
from tests.tracking_sheet.conftest import Judged, Read, as_csv


def why(outcome: object) -> list[str]:
    assert isinstance(outcome, Reject), outcome
    assert all(fault.todo for fault in outcome.faults)
    return [fault.why for fault in outcome.faults]


def test_a_plain_row_is_a_row(judged: Judged) -> None:
    row = judged(Status="Open")
    assert isinstance(row, Row)
    assert (row.number, row.unit, row.what, row.opened, row.status) == (2, "icu", "Lift broken", "2025-01-14", "open")


@pytest.mark.parametrize("text", ["", "  ", "?", "---", "…"])
def test_an_issue_without_words_is_rejected(text: str, judged: Judged) -> None:
    assert why(judged(Identified_Issue=text)) == ["what.missing"]


def test_a_unit_nobody_opened_is_rejected_saying_which_there_are(judged: Judged) -> None:
    outcome = judged(Unit="5 North")
    assert isinstance(outcome, Reject)
    assert outcome.faults[0].value == "5 North"
    assert "4-west, emergency, icu, sleep-lab" in outcome.faults[0].todo


def test_a_row_without_a_unit_is_rejected(judged: Judged) -> None:
    assert why(judged(Unit="")) == ["unit.missing"]


def test_closed_before_opened_is_rejected(judged: Judged) -> None:
    assert why(judged(Status="Closed", Date_closed="2025-01-13")) == ["closed.first"]


def test_closed_on_the_day_it_was_opened_is_fine(judged: Judged) -> None:
    assert isinstance(judged(Status="Closed", Date_closed="2025-01-14"), Row)


def test_a_closing_day_beside_an_open_status_is_rejected(judged: Judged) -> None:
    assert why(judged(Status="Open", Date_closed="2025-02-01")) == ["closed.not_closed"]


@pytest.mark.parametrize("said", ["", "archived"])
def test_a_closing_day_says_closed_where_the_status_does_not_say(said: str, judged: Judged) -> None:
    row = judged(Status=said, Date_closed="2025-02-01")
    assert isinstance(row, Row)
    assert (row.status, row.status_note) == ("closed", said or None)


def test_the_day_of_the_rounds_stands_in_for_a_missing_opening_day(judged: Judged) -> None:
    row = judged(Date_opened="", Date_of_rounds="2025-01-17")
    assert isinstance(row, Row)
    assert (row.opened, row.rounds) == ("2025-01-17", "2025-01-17")


def test_a_row_without_any_day_is_still_a_row(judged: Judged) -> None:
    row = judged(Date_opened="")
    assert isinstance(row, Row)
    assert (row.opened, row.rounds) == (None, None)


@pytest.mark.parametrize("words", ["ASAP", "TBD", "next budget year", "6/15"])
def test_words_instead_of_a_target_are_kept_as_words(words: str, judged: Judged) -> None:
    row = judged(Target_date=words)
    assert isinstance(row, Row)
    assert (row.due, row.due_note) == (None, words)


def test_a_target_that_is_no_day_is_rejected(judged: Judged) -> None:
    assert why(judged(Target_date="31/02/2025")) == ["due.impossible"]


def test_every_fault_of_a_row_is_named(judged: Judged) -> None:
    outcome = judged(Unit="5 North", Identified_Issue="", Date_opened="31/02/2025", Target_date="03/04/2025")
    assert why(outcome) == ["unit.strange", "what.missing", "opened.impossible", "due.two_ways"]


def test_a_two_way_day_says_both_days(judged: Judged) -> None:
    outcome = judged(Date_opened="03/04/2025")
    assert isinstance(outcome, Reject)
    assert outcome.faults == (
        Fault(
            "Date opened",
            "03/04/2025",
            "opened.two_ways",
            "This could be 2025-03-04 or 2025-04-03. Say for the whole file whether the month or the day comes first, "
            "or write the day as YYYY-MM-DD.",
        ),
    )


def test_a_two_way_day_of_feedback_is_rejected_too(judged: Judged) -> None:
    assert why(judged(Feedback="told at huddle 03/04/2025")) == ["feedback.two_ways"]
    row = judged({"dates": "dmy"}, Feedback="told at huddle 03/04/2025")
    assert isinstance(row, Row)
    assert row.feedback.day == "2025-04-03"


def test_days_to_come_are_rejected_where_today_is_known(judged: Judged) -> None:
    today = {"today": "2025-02-01"}
    assert why(judged(today, Date_opened="2025-02-02")) == ["opened.future"]
    assert why(judged(today, Status="Closed", Date_closed="2025-02-02")) == ["closed.future"]
    assert why(judged(today, Feedback="told 2025-02-02")) == ["feedback.future"]
    assert isinstance(judged(today, Target_date="2025-12-01"), Row)


def test_lost_letters_are_rejected(judged: Judged) -> None:
    assert why(judged(Notes="caf\ufffd")) == ["notes.torn"]


def test_a_cell_beyond_measure_is_rejected(judged: Judged) -> None:
    outcome = judged(Notes="x" * 10_001)
    assert isinstance(outcome, Reject)
    assert len(outcome.faults[0].value) < 250


def test_formulas_are_text(judged: Judged) -> None:
    row = judged(Identified_Issue='=HYPERLINK("http://example.invalid","see")')
    assert isinstance(row, Row)
    assert row.what == '=HYPERLINK("http://example.invalid","see")'


def test_a_held_row_is_held_whatever_else_is_wrong(judged: Judged) -> None:
    outcome = judged(Identified_Issue="Surgeon shouted at us", Date_opened="31/02/2025", Unit="5 North")
    assert isinstance(outcome, Held)
    assert outcome.row is None
    assert [fault.why for fault in outcome.faults] == ["unit.strange", "opened.impossible"]


@pytest.mark.parametrize(
    "heading",
    [
        "Identified_Issue",
        "Suggested_solution",
        "Resources_needed",
        "Notes",
        "Status",
        "Feedback",
        "Category",
        "Target_date",
        "Unit",
        "Date_closed",
        "Priority",
    ],
)
def test_a_name_in_any_column_but_the_owners_holds_the_row(heading: str, judged: Judged) -> None:
    outcome = judged(**{heading: "ask Mrs Gonzalez"})
    assert isinstance(outcome, Held)
    assert [(one.why, one.column) for one in outcome.reasons] == [("name", heading.replace("_", " "))]


def test_names_of_owners_and_executives_are_fine_where_they_belong(judged: Judged) -> None:
    row = judged(Owner="Dr Osei / Maria Gonzalez RN", Executive="Dana Cole")
    assert isinstance(row, Row)
    assert (row.owners, row.executive) == (("Dr Osei", "Maria Gonzalez RN"), "Dana Cole")


def test_a_category_of_respect_holds_the_row(judged: Judged) -> None:
    assert isinstance(judged(Category="Respect"), Held)


def test_the_name_of_an_owner_further_down_holds_a_text_further_up(read_bytes: Read) -> None:
    rows = [
        ["Unit", "Issue", "Owner"],
        ["ICU", "alvarez says the lift is broken", "biomed"],
        ["ICU", "Lift broken", "J. Alvarez RN"],
    ]
    first, second = read_bytes(as_csv(rows))
    assert isinstance(first, Held)
    assert isinstance(second, Row)


def test_occurrences_count_and_exact_repeats_are_named(read_bytes: Read) -> None:
    heading = ["Unit", "Issue", "Date opened", "Status"]
    lift, moved = ["ICU", "Lift broken", "2025-01-14", "Open"], ["ICU", " LIFT broken. ", "14-Jan-25", "Done"]
    rows = list(read_bytes(as_csv([heading, lift, moved, lift])))
    assert [(row.occurrence, row.repeat_of) for row in rows if isinstance(row, Row)] == [(1, None), (2, None), (3, 2)]
