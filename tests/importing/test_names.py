"""Words of a sheet are sealed, names of a sheet are in the directory; neither lies open anywhere else."""

import pytest

from services.house import House
from tests.importing.ward import imports, log
from tests.laws.tree import TOP

SAMPLE = TOP / "tests" / "cases" / "tracking_log_2025.csv"
NAMES = ("Osei", "Alvarez", "Tran", "Novak", "López", "Lopez", "nurse mgr", "biomed", "Champion")
WORDS = ("heparin", "bariatric", "shouted", "interpreter", "budget", "huddle")


def test_no_name_and_no_word_of_the_sheet_lies_open_in_a_file(
    house: House, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    report = imports(house, SAMPLE)
    house.reader.pull()
    files = [path for path in house.directory.rglob("*") if path.is_file() and not path.name.startswith("people.")]
    stored = b"".join(path.read_bytes() for path in files)
    assert len(stored) > 100_000
    said = "".join([*capfd.readouterr(), caplog.text])
    for word in (*NAMES, *WORDS):
        assert word.encode() not in stored, word
        assert word not in said, word
    assert "shouted" not in repr(report)
    assert "López" not in repr(report)


def test_no_view_holds_a_name(house: House) -> None:
    imports(house, SAMPLE)
    house.reader.pull()
    with house.views.look() as look:
        shown = repr([look.board(unit) for unit in ("4-west", "icu", "emergency")])
    assert "person-" in shown
    assert not [name for name in (*NAMES, *WORDS) if name in shown]


def test_held_rows_can_be_read_by_who_decides_and_by_nobody_else(house: House) -> None:
    imports(house, SAMPLE)
    held = house.intake.rows.undecided()
    assert sorted({one.reason for one in held}) == ["name", "respect"]
    assert any("López".encode() in one.body for one in held)
    assert not [fact for fact in house.ledger.rows(0, 1_000) if b"respect" in fact[7]]


def test_a_committee_or_a_department_of_the_directory_is_nobodys_name(house: House) -> None:
    house.people.add("Capital committee", kind="party")
    house.people.add("Pharmacy", kind="party")
    house.people.add("Rosa Delgado")
    rows = log(
        {
            "Identified Issue": "The pharmacy closes at six; the hospital committee knows",
            "Recommended Solution": "Capital",
        },
        {"Identified Issue": "Delgado has no key"},
    )
    report = imports(house, rows)
    assert (report.added, report.held) == (1, 1)
