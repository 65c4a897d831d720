"""The log given back at the terminal, as the spreadsheet it came in."""

import csv
import json
from contextlib import chdir
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.printing.reading import Read
from tests.printing.reading import read as read_paper

LOG = Path(__file__).parents[1] / "cases" / "tracking_log_2025.csv"
UNITS = ("--unit", "4 West", "--unit", "ICU", "--unit", "Emergency", "--unit", "OR")


@pytest.fixture
def alder_with_log(alder: Terminal, tmp_path: Path) -> Terminal:
    assert alder("start", *UNITS, "--yes").status == 0
    rejects = str(tmp_path / "rejects.csv")
    assert alder("import", "tracking-log", str(LOG), "--dates", "mdy", "--rejects", rejects).status == 0
    return alder


def read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def printed(file: Path) -> Read:
    return read_paper(file.read_bytes())


def test_the_log_of_a_unit_and_of_the_hospital(alder_with_log: Terminal, tmp_path: Path) -> None:
    with chdir(tmp_path):
        one = alder_with_log("export", "tracking-log", "ICU")
        every = alder_with_log("export", "tracking-log", "--out", "all.csv")
    assert (one.status, every.status) == (0, 0)
    icu, hospital = read(tmp_path / "tracking-log-ICU.csv"), read(tmp_path / "all.csv")
    assert {row["Unit"] for row in icu} == {"ICU"}
    assert len(hospital) == 72
    assert [row for row in hospital if row["Unit"] == "ICU"] == icu
    assert "72 rows in " in every.out


def test_brought_back_it_adds_nothing(alder_with_log: Terminal, tmp_path: Path) -> None:
    with chdir(tmp_path):
        alder_with_log("export", "tracking-log", "--out", "all.csv")
        again = alder_with_log("import", "tracking-log", "all.csv")
    assert "0 were added, 0 of 72 known before moved on; 0 steps in all." in again.out


def test_the_timeline_of_a_unit_for_process_mining(alder_with_log: Terminal, tmp_path: Path) -> None:
    with chdir(tmp_path):
        mined = alder_with_log("export", "timeline", "ICU")
        sheet = alder_with_log("export", "timeline", "ICU", "--csv", "--json")
    assert (mined.status, sheet.status) == (0, 0)
    assert "some may be left out" in mined.out
    log = json.loads((tmp_path / "timeline-ICU.json").read_text(encoding="utf-8"))
    assert len(log["events"]) == json.loads(sheet.out)["entries"] == len(read(tmp_path / "timeline-ICU.csv"))


def test_what_cannot_be_written_is_said(alder_with_log: Terminal, tmp_path: Path) -> None:
    nowhere = alder_with_log("export", "tracking-log", "Cath Lab", "--out", str(tmp_path / "x.csv"))
    assert nowhere.status == 1
    assert not (tmp_path / "x.csv").exists()
    lost = alder_with_log("export", "tracking-log", "ICU", "--out", str(tmp_path / "no" / "x.csv"))
    assert (lost.status, "Traceback" in lost.err) == (1, False)


def test_nothing_is_written_over_that_nobody_named(alder_with_log: Terminal, tmp_path: Path) -> None:
    there = tmp_path / "tracking-log-ICU.csv"
    there.write_text("mine", encoding="utf-8")
    with chdir(tmp_path):
        said = alder_with_log("export", "tracking-log", "ICU")
    assert said.status != 0
    assert "--out" in said.err
    assert there.read_text(encoding="utf-8") == "mine"


def test_figures_are_handed_on_and_put_beside_those_of_others(alder_with_log: Terminal, tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    assert alder_with_log("export", "figures", "--out", str(own)).status == 0
    written = own.read_text(encoding="utf-8")
    assert set(json.loads(written)) == {"hospital", "day", "figures"}
    assert "ICU" not in written
    assert "responded" not in written
    others = [tmp_path / f"{number}.json" for number in range(5)]
    for number, file in enumerate(others):
        figures = {"answered": {"part": 80 + number, "whole": 100}}
        file.write_text(
            json.dumps({"hospital": f"h{number}", "day": "2025-12-31", "figures": figures}), encoding="utf-8"
        )
    put = alder_with_log("peers", *map(str, others), "--own", str(own), "--json")
    rows = {row["figure"]: row for row in put.found["tables"]["Over four quarters"]}
    assert rows["Voices that heard back in time"]["hospitals"] == 5
    assert {row["hospitals"] for name, row in rows.items() if "Voices" not in name} == {"fewer than 5"}
    wrong = alder_with_log("peers", str(LOG))
    assert (wrong.status, wrong.err.count("\n")) == (2, 1)


def test_a_survey_is_named_by_its_id_and_told_once_it_is_counted(alder_with_log: Terminal, tmp_path: Path) -> None:
    ask = ("do", "campaign", "open", "--unit", "ICU", "--closes", "2199-01-01", "--json")
    campaign = alder_with_log(*ask).found["stream"]
    to = str(tmp_path / "x.zip")
    early = alder_with_log("export", "survey", campaign, "--out", to)
    assert (early.status, "It was not counted" in early.err) == (1, True)
    assert "There is no campaign" in alder_with_log("export", "survey", "today", "--out", to).err
    assert not Path(to).exists()


def test_papers_are_written_beside_you(alder_with_log: Terminal, tmp_path: Path) -> None:
    with chdir(tmp_path):
        assert alder_with_log("export", "board-pack").status == 0
        assert alder_with_log("export", "month", "ICU", "--on", "2025-03-31").status == 0
        again = alder_with_log("export", "board-pack")
        wrong = alder_with_log("export", "month", "--on", "someday")
    assert "Voices that heard back in time" in printed(next(tmp_path.glob("board-pack-????-??-??.pdf"))).text
    assert printed(tmp_path / "month-ICU-2025-03-31.pdf").title == "ICU, March 2025"
    assert ("is there already" in again.err, wrong.status) == (True, 2)
