"""Past surveys enter whole or not at all, once, sealed; they stand beside what was asked here, marked, by the same
limits, and are compared only as far as they carry."""

import csv
import html
import io
import re
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from assessments.campaign.commands import Open
from assessments.instrument import published
from services import balloting
from services.errands.carrying import carry_out
from services.errands.errand import Answer, ImportSurvey
from services.ledger.contract import Commit
from services.past_surveys import result
from tests.api.ward import over
from tests.web.alder import Alder
from tests.web.conftest import Enter, app, enter, hospital
from workflows.unit.commands import TakeBackSurvey

__all__ = ["app", "enter", "hospital"]

PULSE = published()["unit-safety"]
ITEMS = [item.id for item in PULSE.items]
SPREAD = (1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5)
"""Twelve people; each says the same of each item."""
HEAD = ",".join(("Unit", "Closed", *ITEMS))
FIGURES = "Unit,Closed,About,N,Percent,Mean,SD"


def person(value: int, closed: str = "2024-06-30", unit: str = "4 West") -> str:
    said = (6 - value if item.reverse else value for item in PULSE.items)
    return ",".join((unit, closed, *map(str, said)))


WAVE = "\n".join((HEAD, *(person(value) for value in SPREAD)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "past.csv"


def brought(here: Alder, file: Path, text: str, *, dry: bool = False, instrument: str = "unit-safety") -> Answer:
    file.write_text(text, encoding="utf-8")
    errand = ImportSurvey(file=str(file), instrument=instrument, rejects=str(file.with_suffix(".rejects")), dry=dry)
    return carry_out(here.house, errand, lambda _: None)


def booked(file: Path, rows: list[tuple[object, ...]], *, percent: bool = False) -> Path:
    """As a workbook, behind a sheet that nobody sees."""
    book = Workbook()
    hidden, sheet = book.active, book.create_sheet("Wave")
    assert hidden is not None
    hidden.append(("Notes",))
    hidden.sheet_state = "hidden"
    for row in rows:
        sheet.append(row)
    if percent:
        for cell in sheet["E"][1:]:
            cell.number_format = "0%"
    book.save(file)
    return file


def carried(here: Alder, file: Path) -> Answer:
    return carry_out(here.house, ImportSurvey(file=str(file), instrument="unit-safety", rejects=None), lambda _: None)


def test_a_workbook_brings_what_its_csv_would_and_a_share_as_it_is_seen(
    hospital: Alder, tmp_path: Path, file: Path, enter: Enter
) -> None:
    people = [row.split(",") for row in WAVE.splitlines()[1:]]
    rows = [("4 West", date(2024, 6, 30), *map(int, row[2:])) for row in people]
    wave = booked(tmp_path / "wave.xlsx", [tuple(HEAD.split(",")), *rows])
    assert carried(hospital, wave).said == ("4-west, closed 2024-06-30: 12 people, entered.",)
    assert "known already" in brought(hospital, file, WAVE).said[0], "to the digit what the CSV holds"
    share = ("4 West", date(2023, 6, 30), "harm", 31, 0.52)
    figures = booked(tmp_path / "figures.xlsx", [tuple(FIGURES.split(",")), share], percent=True)
    assert carried(hospital, figures).status == 0
    assert "30 Jun 2023, imported: 31 answered: 52" in words(enter)


def test_a_formula_is_not_reckoned(hospital: Alder, tmp_path: Path) -> None:
    row = ("4 West", "2023-06-30", "harm", "=30+1", 52)
    answer = carried(hospital, booked(tmp_path / "figures.xlsx", [tuple(FIGURES.split(",")), row]))
    assert answer.status != 0
    assert "Row 2 holds a formula" in " ".join(answer.said)


def test_all_waves_of_a_file_are_told_in_one_transaction(
    hospital: Alder, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (f"{unit},202{year}-06-30,harm,31,52,," for year in (2, 3) for unit in ("4 West", "ICU"))
    appended: list[int] = []
    append = hospital.house.ledger.append

    def noted(commits: list[Commit]) -> object:
        appended.append(len(commits))
        return append(commits)

    monkeypatch.setattr(hospital.house.ledger, "append", noted)
    brought(hospital, file, "\n".join((FIGURES, *rows)))
    assert appended == [4], "a machine that stops in between leaves all of it or nothing"
    for unit in ("4-west", "icu"):
        entered = hospital.house.clerk.memory.get(f"unit-{unit}").state.past_surveys
        assert [one.closed for one in entered] == ["2022-06-30", "2023-06-30"]


def words(enter: Enter) -> str:
    page = enter("marco").get("/unit/4-west/surveys").text
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_the_same_file_twice_adds_nothing_and_a_dry_run_says_what_would(hospital: Alder, file: Path) -> None:
    before = hospital.house.ledger.head()
    assert "4-west, closed 2024-06-30: 12 people, would be entered." in brought(hospital, file, WAVE, dry=True).said
    assert hospital.house.ledger.head() == before
    assert "4-west, closed 2024-06-30: 12 people, entered." in brought(hospital, file, WAVE).said
    after = hospital.house.ledger.head()
    turned = "\n".join((HEAD, *(person(value) for value in reversed(SPREAD))))
    assert "4-west, closed 2024-06-30: 12 people, known already." in brought(hospital, file, turned).said
    assert hospital.house.ledger.head() == after
    ledger = b"".join(bytes(str(row), "utf-8") for row in hospital.house.ledger.rows(0, after[0]))
    assert b"not-knowing" not in ledger, "what people answered stands in no fact"


def test_other_numbers_enter_only_once_those_that_stand_are_taken_back(hospital: Alder, file: Path) -> None:
    brought(hospital, file, WAVE)
    other = f"{WAVE}\n{person(5)}"
    refused = brought(hospital, file, other)
    assert refused.status == 1
    assert "Take those back first" in " ".join(refused.said)
    back = TakeBackSurvey(instrument="unit-safety", closed="2024-06-30", reason="One sheet was missing")
    hospital.does("marco", back, "unit-4-west")
    assert "4-west, closed 2024-06-30: 13 people, entered." in brought(hospital, file, other).said


@pytest.mark.parametrize(
    ("rows", "todo"),
    [
        ((HEAD, person(4), person(4).replace(",4,", ",7,", 1)), "harm is 7, and can be 1, 2, 3, 4, 5, 9"),
        ((HEAD, person(4), person(4, unit="4 Wst")), "No unit is called '4 Wst' here"),
        ((HEAD, person(4), person(4, closed="30.6.2024")), "This is no day that has passed"),
        ((HEAD, person(4), person(4, closed="2031-01-01")), "This is no day that has passed"),
        ((FIGURES, "4 West,2024-06-30,unit-safety,31,,6.1,"), "give the mean, from 1 to 5"),
        ((FIGURES, "4 West,2024-06-30,unit-safety,31,,3.1,9"), "SD is how far people lie apart, here no more than"),
        ((FIGURES, "4 West,2024-06-30,harm,31,101,,"), "give the percent that answered positively, from 0 to 100"),
        ((FIGURES, "4 West,2024-06-30,harm,few,50,,"), "N is how many answered"),
        ((FIGURES, "4 West,2024-06-30,trust,31,50,,"), "'trust' is neither an item nor a scale"),
        ((FIGURES, "4 West,2024-06-30,harm,31,50,,", "4 West,2024-06-30,harm,31,51,,"), "stands twice"),
    ],
)
def test_a_row_that_cannot_be_taken_says_what_to_do_and_nothing_enters(
    hospital: Alder, file: Path, rows: tuple[str, ...], todo: str
) -> None:
    before = hospital.house.clerk.memory.get("unit-4-west").state
    answer = brought(hospital, file, "\n".join(rows))
    assert answer.status == 1
    assert "Nothing entered" in answer.said[0]
    assert todo in " ".join(answer.said)
    assert hospital.house.clerk.memory.get("unit-4-west").state == before
    with file.with_suffix(".rejects").open(encoding="utf-8-sig", newline="") as stream:
        head, first = list(csv.reader(io.StringIO(stream.read())))
    assert head[:4] == ["Line", "What to do", "Unit", "Closed"]
    assert todo in first[1]


def test_a_column_that_says_who_answered_is_not_brought(hospital: Alder, file: Path) -> None:
    answer = brought(hospital, file, f"Name,{HEAD}\nNora,{person(4)}")
    assert answer.status == 1
    assert "no item 'Name'. Take such columns out" in " ".join(answer.said)


def test_it_stands_beside_what_was_asked_here_marked_and_compared(hospital: Alder, file: Path, enter: Enter) -> None:
    brought(hospital, file, WAVE)
    hospital.on("2025-07-03")
    campaign = hospital.does("marco", Open(unit="4-west", instrument="unit-safety", closes="2025-07-10"))
    for number in range(20):
        value = 5 if number % 3 else 4
        said = {item.id: 6 - value if item.reverse else value for item in PULSE.items}
        hospital.house.ballots.put(campaign, f"NOW{number}", said)
    hospital.on("2025-07-10")
    balloting.count(hospital.house)
    page = words(enter)
    assert "30 Jun 2024, imported: 12 answered: 58" in page
    assert re.search(r"Rose by 33 since 30 Jun 2024, by \d+ to \d+: more than chance, and enough to matter", page)
    assert "unit-safety, version 1, closed on 30 Jun 2024: what each person answered" in page
    told = over(hospital.house, hospital.who).reads("marco", "/units/4-west/surveys")
    course, before = told["courses"][0], {"unit": "4-west", "instrument": "unit-safety", "version": 1}
    assert (course["about"], course["of"], course["least"], course["most"]) == ("unit-safety", "scale", 0, 100)
    first, last = course["points"]
    assert (first["closed"], first["imported"], first["n"], first["value"]) == ("2024-06-30", True, 12, 58)
    change = last["change"]
    assert (change["since"], change["by"], change["verdict"]) == ("2024-06-30", 33, "rose")
    assert told["past"] == [{**before, "closed": "2024-06-30", "told": "answers"}]


def test_figures_without_a_spread_are_shown_and_not_compared_and_few_are_not_shown(
    hospital: Alder, file: Path, enter: Enter
) -> None:
    figures = (
        "4 West,2023-06-30,unit-safety,31,,3.4,0.9",
        "4 West,2023-12-31,unit-safety,9,,2.9,0.9",
        "4 West,2024-06-30,unit-safety,28,,2.2,",
        "4 West,2023-06-30,harm,31,52,,",
        "4 West,2024-06-30,harm,28,100%,,",
    )
    answer = brought(hospital, file, "\n".join((FIGURES, *figures)))
    assert "4-west, closed 2023-12-31: 9 people, entered; never shown, for fewer than 10 answered." in answer.said
    page = words(enter)
    assert "30 Jun 2023, imported Told 60 Sure within 52–68 Answers 31" in page
    assert "31 Dec 2023, imported Told too few answered" in page
    assert "30 Jun 2024, imported Told 30 Sure within Answers 28" in page
    assert "How far people lay apart is not known, so nothing can be said of a change." in page
    assert "at least 96 %" in page, "that all agreed would say of each of 28 what they answered"


def test_of_respect_twenty_must_have_answered(hospital: Alder, file: Path, enter: Enter) -> None:
    rows = (f"4 West,202{year}-06-30,respect,{people},,3.4,0.9" for year, people in ((2, 19), (3, 20)))
    brought(hospital, file, "\n".join((FIGURES, *rows)), instrument="respect-pulse")
    page = words(enter)
    assert "30 Jun 2022, imported Told too few answered" in page
    assert "30 Jun 2023, imported Told 60" in page


def test_what_was_brought_opens_as_that_of_no_other_unit(hospital: Alder, file: Path) -> None:
    brought(hospital, file, WAVE)
    (past,) = hospital.house.clerk.memory.get("unit-4-west").state.past_surveys
    assert result(hospital.house, "4-west", past) is not None
    assert result(hospital.house, "icu", past) is None
