"""What came in goes out: the same columns, the same rows where nobody changed anything, and imported again it adds nothing."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from services.clerk.access import OPERATOR
from services.exporting import log
from services.house import House
from services.importing.words import vocabulary
from services.tracking_sheet.read import read
from services.tracking_sheet.row import Held, Reject, Row
from tests.importing.test_sample_log import ALIASES, CASES
from tests.importing.ward import UNITS, imports, operates, pairs
from tests.importing.ward import log as sheet
from workflows.barrier.commands import Log
from workflows.concern.commands import Answer, Deliver, Note
from workflows.issue.commands import Assign, Decline, Prioritise, Resolve

HEADINGS = (
    "Date of Safety Rounds,Unit,Identified Issue,Potential / Recommended Solution,Resources Needed,Owner,Senior Exec,"
    "Category,Priority,Date opened,Target date,Status,Date closed,Feedback given?,Notes"
)


def exported(house: House, *units: str) -> str:
    written = io.StringIO(newline="")
    house.reader.pull()
    with house.views.look() as look:
        log.write(written, house, look, OPERATOR, units or tuple(UNITS))
    return written.getvalue()


def rows(house: House, *units: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported(house, *units).removeprefix("\ufeff"))))


def judged(source: Any) -> list[Row | Held | Reject]:
    units = {name: slug for slug, name in UNITS.items()} | dict(ALIASES.units)
    words = vocabulary()
    with read(source, units=units, names=[], vocabulary=words, dates="mdy", today="2026-03-02") as reading:
        return list(reading)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_nobody_changed_goes_out_as_it_came_column_by_column(house: House, kind: str) -> None:
    source = str(CASES / f"tracking_log_2025.{kind}")
    imports(house, source, ALIASES)
    came = [row for row in judged(source) if isinstance(row, Row)]
    went = judged(io.BytesIO(exported(house).encode()))
    assert len(went) == len(came) == 72
    for before, after in zip(came, went, strict=True):
        assert isinstance(after, Row), after
        alike = replace(after, number=before.number, repeat_of=before.repeat_of, left_out=before.left_out)
        assert alike == before


def test_it_has_the_columns_that_came_in_and_only_those(house: House) -> None:
    imports(house, CASES / "tracking_log_2025.csv", ALIASES)
    assert exported(house).removeprefix("\ufeff").splitlines()[0] == HEADINGS
    assert len(exported(house, "icu").splitlines()) < len(exported(house).splitlines())


def test_imported_again_it_adds_nothing(house: House) -> None:
    imports(house, CASES / "tracking_log_2025.csv", ALIASES)
    head = house.ledger.head()[0]
    report = imports(house, io.BytesIO(exported(house).encode()))
    assert (report.added, report.moved_on, report.commands, report.rejects) == (0, 0, 0, ())
    assert house.ledger.head()[0] == head + 1, "that it was exported is on record"


def test_what_has_become_of_a_row_is_said_in_its_columns(house: House) -> None:
    imports(house, sheet({"Owner": "Dr Osei", "Priority": "2", "Target date": "2025-02-01", "Status": "in progress"}))
    ((issue, voice),) = pairs(house)
    line, said = _streams(house)
    dana = house.people.add("Dana Cole").id
    operates(house, Assign(owner=dana, due="2026-04-01"), line)
    operates(house, Prioritise(rank=1), line)
    (row,) = rows(house)
    assert (row["Owner"], row["Target date"], row["Priority"], row["Status"]) == (
        "Dana Cole",
        "2026-04-01",
        "1",
        "In progress",
    )
    operates(house, Resolve(evidence="It runs."), line)
    operates(house, Answer(answer="It runs again.", outcome="done"), said)
    operates(house, Deliver(how="in_person"), said)
    (row,) = rows(house)
    assert (row["Status"], row["Date closed"], row["Feedback"]) == ("Closed", "2026-03-02", "2026-03-02")
    assert issue.matter.owner != dana
    assert voice.voice.source == "import"


def test_a_refusal_and_a_barrier_are_statuses_of_a_sheet(house: House) -> None:
    imports(house, sheet({}, {"Identified Issue": "No ramp"}))
    first, second = house.ledger.streams("issue")
    operates(house, Decline(reason="There is no money."), first)
    operates(house, Log(unit="icu", what="The owner of the yard", issues=(second,)), None)
    assert [row["Status"] for row in rows(house)] == ["Declined", "Waiting"]


def test_what_came_from_no_sheet_stands_in_our_own_columns(house: House) -> None:
    dana = house.people.add("Dana Cole").id
    operates(
        house, Note(unit="icu", what="The ramp is dark", idea="A lamp", needs="$40", category="environment", owner=dana)
    )
    (row,) = rows(house)
    assert row["Identified issue"] == "The ramp is dark"
    assert (row["Unit"], row["Recommended solution"], row["Resources needed"]) == ("ICU", "A lamp", "$40")
    assert (row["Owner"], row["Category"], row["Status"]) == ("Dana Cole", "Environment", "Open")
    assert (row["Date opened"], row["Feedback given"]) == ("2026-03-02", "No")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "|", "%"])
def test_nothing_in_it_runs_as_a_formula(house: House, start: str) -> None:
    words = f"{start}HYPERLINK(1)"
    operates(house, Note(unit="icu", what=words, idea=words, needs=words))
    (row,) = rows(house)
    assert row["Identified issue"] == f"'{words}"
    (back,) = judged(io.BytesIO(exported(house).encode()))
    assert isinstance(back, Row)
    assert back.what == back.idea == words


def test_a_sheet_without_a_column_of_units_has_one_when_it_goes_out(house: House, tmp_path: Path) -> None:
    body = "Identified Issue,Date opened\nLift broken,2025-01-14\n"
    answers = replace(ALIASES, map={"unit": "icu"})
    imports(house, io.BytesIO(body.encode()), answers)
    (row,) = rows(house)
    assert row == {"Unit": "ICU", "Identified Issue": "Lift broken", "Date opened": "2025-01-14"}


def test_what_a_sheet_said_holds_no_name_in_any_fact(house: House) -> None:
    imports(house, sheet({"Owner": "Tom Hale / J. Alvarez", "Senior Exec": "Ruth Adeyemi"}))
    (row,) = rows(house)
    assert (row["Owner"], row["Senior Exec"]) == ("Tom Hale / J. Alvarez", "Ruth Adeyemi")
    house.people.rename(house.people.named("Tom Hale")[0].id, "Thomas Hale", None)
    assert rows(house)[0]["Owner"] == "Thomas Hale / J. Alvarez"


def _streams(house: House) -> tuple[str, str]:
    (line,), (said,) = house.ledger.streams("issue"), house.ledger.streams("concern")
    return line, said
