"""The log they already have, from the terminal."""

import csv
import json
from contextlib import chdir
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

LOG = Path(__file__).parents[1] / "cases" / "tracking_log_2025.xlsx"
UNITS = ("--unit", "4 West", "--unit", "ICU", "--unit", "Emergency", "--unit", "OR")


@pytest.fixture
def bring(alder: Terminal, tmp_path: Path) -> tuple[str, ...]:
    """The words that import the log, into a hospital that has its units."""
    assert alder("start", *UNITS, "--yes").status == 0
    return ("import", "tracking-log", str(LOG), "--dates", "mdy", "--rejects", str(tmp_path / "rejects.csv"))


def test_a_dry_run_says_what_would_happen_and_does_nothing(alder: Terminal, bring: tuple[str, ...]) -> None:
    before = alder("board", "ICU", "--json").found["as_of"]
    dry = alder(*bring, "--dry-run")
    assert dry.status == 0
    assert "72 would be added" in dry.out
    assert "What this log tells" in dry.out
    assert alder("board", "ICU", "--json").found["as_of"] == before


def test_a_dry_run_leaves_no_file_that_nobody_asked_for(
    alder: Terminal, bring: tuple[str, ...], tmp_path: Path
) -> None:
    with chdir(tmp_path):
        dry = alder(*bring[:-2], "--dry-run")
    assert "row 29, Date opened: '31/02/2025'. There is no such day." in dry.out
    assert list(tmp_path.glob("*.rejects.csv")) == []


def test_it_enters_once_and_bad_rows_come_back(alder: Terminal, bring: tuple[str, ...], tmp_path: Path) -> None:
    report = alder(*bring, "--json").found
    assert (report["added"], report["held"], len(report["rejects"])) == (72, 4, 4)
    with (tmp_path / "rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        rejects = list(csv.DictReader(file))
    assert len(rejects) == 4
    assert all(row["What to do"] for row in rejects)
    again = alder(*bring, "--json").found
    assert (again["added"], again["moved_on"]) == (0, 0)
    assert alder("board", "4-west", "--on", "2025-03-01", "--json").found["counts"]["owed"] > 0
    assert "Nothing was known here yet" in alder("board", "4-west", "--as-of", "2025-03-01").out


def test_the_server_imports_what_the_terminal_hands_it(alder: Terminal, bring: tuple[str, ...]) -> None:
    with alder.serving():
        assert alder(*bring, "--json").found["added"] == 72
        assert alder(*bring, "--json").found["added"] == 0


def test_a_unit_may_be_called_otherwise_in_the_sheet(alder: Terminal, bring: tuple[str, ...]) -> None:
    assert "'5 North' (1 row) is no unit here" in alder(*bring, "--dry-run").out
    assert "'5 North'" not in alder(*bring, "--dry-run", "--unit", "5 North=ICU").out


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["/nowhere.csv"], 2),
        (["/"], 2),
        ([str(LOG), "--dates", "ymd"], 2),
        ([str(LOG), "--unit", "5 North"], 2),
        ([str(LOG), "--unit", "5 North=Moon"], 1),
        ([str(LOG), "--map", "/nowhere.json"], 1),
        ([str(LOG), "--rejects", "/nowhere/rejects.csv", "--dates", "mdy", "--dry-run"], 1),
    ],
)
def test_what_is_said_wrongly_is_told(alder: Terminal, words: list[str], status: int) -> None:
    said = alder("import", "tracking-log", *words)
    assert (said.status, said.out, said.err.count("\n")) == (status, "", 1), said


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"name\nAda\n", b"PK\x03\x04 but no workbook"])
def test_what_is_no_log_is_told(alder: Terminal, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "log.csv"
    file.write_bytes(content)
    said = alder("import", "tracking-log", str(file))
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1), said


@pytest.mark.parametrize(("content", "status"), [("{", 2), ("[]", 2), (json.dumps({"columns": 7}), 1)])
def test_a_map_that_is_none_is_told(alder: Terminal, tmp_path: Path, content: str, status: int) -> None:
    map_ = tmp_path / "map.json"
    map_.write_text(content, encoding="utf-8")
    said = alder("import", "tracking-log", str(LOG), "--map", str(map_))
    assert (said.status, said.out, said.err.count("\n")) == (status, "", 1), said


def test_numbers_of_the_event_system_come_back(alder: Terminal, tmp_path: Path) -> None:
    raised = alder("do", "concern", "raise", "--unit", "4-west", "--what", "x", "--json").found
    file, rejects = tmp_path / "numbers.csv", tmp_path / "rejects.csv"
    file.write_text(f"Our number,Event number\n#{raised['first']},E-1\n#1,E-2\n", encoding="utf-8")
    did = alder("import", "event-numbers", str(file), "--rejects", str(rejects))
    assert did.out == f"1 number noted, 0 known already; 1 row to put right in {rejects}.\n"
    assert "#1,E-2,3," in rejects.read_text(encoding="utf-8")
    assert alder("import", "event-numbers", str(file), "--rejects", str(rejects), "--json").found == {
        "noted": 0,
        "known": 1,
        "wrong": 1,
    }


def test_values_of_a_measure_are_brought_by_its_name(alder: Terminal, tmp_path: Path) -> None:
    told = {"unit": "4-west", "title": "Falls", "kind": "count", "definition": "x", "source": "x", "owner": "Dana Cole"}
    asked = [part for name, value in told.items() for part in (f"--{name}", value)]
    alder("do", "measure", "register", *asked)
    file, rejects = tmp_path / "falls.csv", tmp_path / "rejects.csv"
    file.write_text("For,How many\n2024-11,2\n2024-12,=1+1\n", encoding="utf-8")
    into = ("--measure", "falls", "--rejects", str(rejects))
    did = alder("import", "measure", str(file), *into)
    assert did.out.startswith(
        f"1 value entered, 0 known already; 1 row to put right in {rejects}.\n  line 3: This is no whole"
    )
    assert "'=1+1" in rejects.read_text(encoding="utf-8")
    several = tmp_path / "all.csv"
    several.write_text("Unit,Measure,For,How many\n4 West,Falls,2024-10,4\n,Falls,2024-10,4\n", encoding="utf-8")
    would = alder("import", "measures", str(several), "--dry-run")
    assert would.out.startswith("1 value would be entered, 0 known already; 1 row to put right.\n  line 3: You enter")
    one = alder("import", "measures", str(several), "--rejects", str(rejects), "--json").found
    assert one == {"dry": False, "entered": 1, "known": 0, "wrong": 1}
    again = alder("import", "measure", str(file), *into, "--unit", "4-west", "--json").found
    assert (again["entered"], again["known"], again["wrong"]) == (0, 1, 1)
    nowhere = alder("import", "measure", str(file), "--measure", "Burns")
    assert (nowhere.status, nowhere.err) == (1, "No measure is called 'Burns'. There are: 'Falls' (4 West).\n")
