"""Grievances by days left, one with its letter in the family's language, and what the committee is given."""

import csv
import io

import pytest

from services.web.phrases.letterhead import letterhead
from tests.web.alder import Alder
from tests.web.behind import guard
from tests.web.conftest import Browser, Enter
from workflows.concern.commands import Raise, Triage
from workflows.grievance import commands as g
from workflows.unit import commands as unit

WORDS = "Nobody explained the drain <script>alert(1)</script>"


@pytest.fixture
def grievance(hospital: Alder) -> str:
    """A complaint on 4 West, opened on 30 June."""
    hospital.on("2025-06-30")
    voice = hospital.does("marco", Raise(unit="4-west", what="My mother's drain", who="family"))
    hospital.does("marco", Triage(route="complaint"), voice)
    return hospital.does("rosa", g.Open(unit="4-west", concern=voice, complaint=WORDS, language="es"))


def write(hospital: Alder, grievance: str, **more: str) -> None:
    said = {
        "contact": "Rosa Vega, patient advocate, 555 0100",
        "steps": "We spoke with both shifts.",
        "results": "=Every drain is explained.",
        "completed": "2025-06-30",
        **more,
    }
    hospital.does("rosa", g.WriteLetter(outcome="done", **said), grievance)


def test_the_one_with_the_fewest_days_left_stands_first(hospital: Alder, grievance: str, enter: Enter) -> None:
    rosa = enter("rosa")
    assert "due in 7 days" in rosa.get("/grievances").text
    hospital.on("2025-07-09")
    page = enter("rosa").get("/grievances").text
    assert "2 days over" in page
    assert "<script>alert" not in page


def test_it_is_written_sent_and_closed_from_its_page(hospital: Alder, grievance: str, enter: Enter) -> None:
    rosa, page = enter("rosa"), f"/grievance/{grievance}"
    assert rosa.get(f"{page}/letter").location == page
    form = f"/do/grievance/write_letter?to={grievance}"
    typed = {"contact": "Rosa Vega", "steps": "We asked.", "results": "It is done.", "outcome": "done"}
    assert rosa.send(form, **typed, completed="2025-07-30").status_code == 409
    assert rosa.send(form, **typed, completed="soon").status_code == 422
    assert rosa.send(form, **typed, completed="2025-06-30").location == page
    assert "It is done." in rosa.get(page).text
    assert rosa.send(f"/do/grievance/close?to={grievance}").status_code == 409
    sent = rosa.send(f"/do/grievance/send_letter?to={grievance}", how="letter", to="Ana Ruiz, 12 Mill Road")
    assert sent.location == page
    assert "Ana Ruiz, 12 Mill Road" in rosa.get(page).text
    rosa.send(f"/do/grievance/close?to={grievance}")
    assert "Nothing: it is over." in rosa.get(page).text


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_letter_speaks_the_familys_language(
    hospital: Alder, grievance: str, enter: Enter, language: g.Language
) -> None:
    if language == "en":
        hospital.does("rosa", g.Correct(field="language", now="en"), grievance)
    write(hospital, grievance)
    page = enter("rosa").get(f"/grievance/{grievance}/letter").text
    head = letterhead(language)
    assert f'lang="{language}"' in page
    for words in (head.title, head.greeting, head.steps, head.results, head.contact, head.more, head.closing):
        assert words in page
    assert {"en": "June 30, 2025", "es": "30 de junio de 2025"}[language] in page
    for said in ("Rosa Vega, patient advocate, 555 0100", "We spoke with both shifts.", "=Every drain is explained."):
        assert said in page
    assert "<script>alert" not in page


def test_who_may_not_read_it_finds_nothing(grievance: str, enter: Enter) -> None:
    for login in ("nora", "priya", "dana", "ruth"):
        for path in (f"/grievance/{grievance}", f"/grievance/{grievance}/letter"):
            assert enter(login).get(path).status_code == 404, login
    for path in ("/grievances", "/grievances/committee"):
        assert enter("nora").get(path).status_code == 404
    assert enter("marco").get(f"/grievance/{grievance}").status_code == 200
    assert enter("rosa").get("/grievance/grievance-00000000000000000000000000").status_code == 404


def test_a_leader_of_the_unit_notes_steps_and_writes_no_letter(grievance: str, enter: Enter) -> None:
    marco = enter("marco")
    assert marco.send(f"/do/grievance/note_step?to={grievance}", what="Asked the night shift").status_code == 303
    assert "Asked the night shift" in marco.get(f"/grievance/{grievance}").text
    assert marco.get(f"/do/grievance/write_letter?to={grievance}").status_code == 404
    assert "Write the letter" not in marco.get(f"/grievance/{grievance}").text


REASON = "The committee meets on Thursday."


def rows(browser: Browser, query: str = "") -> list[list[str]]:
    sheet = browser.send(f"/grievances/committee{query}", to="committee", reason=REASON)
    assert sheet.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(sheet.data.decode("utf-8-sig"))))


def test_the_committee_is_given_days_and_numbers_and_nobodys_words(
    hospital: Alder, grievance: str, enter: Enter
) -> None:
    hospital.on("2025-07-03")
    write(hospital, grievance)
    hospital.does("rosa", g.SendLetter(how="letter", to="Ana Ruiz"), grievance)
    rosa = enter("rosa")
    head, one = rows(rosa)
    assert dict(zip(head, one, strict=True)) == {
        "Reference": grievance.removeprefix("grievance-")[:8],
        "Unit": "4 West",
        "Opened": "2025-06-30",
        "Letter due": "2025-07-07",
        "Letter sent": "2025-07-03",
        "Days": "3",
        "In time": "yes",
        "Extended": "0",
        "Outcome": "It is done",
        "State": "Sent",
    }
    page = rosa.get("/grievances/committee").text
    assert "1 of 1" in page
    for hidden in ("Ana", "Rosa Vega, patient", "drain", "Every drain"):
        assert hidden not in "".join(one) + page
    assert len(rows(rosa, "?since=2025-07-01")) == 1
    assert len(rows(rosa, "?since=<b>&until=%00")) == 2


def test_a_unit_called_like_a_formula_runs_in_no_spreadsheet(hospital: Alder, grievance: str, enter: Enter) -> None:
    hospital.does("operator", unit.Rename(name="=cmd|' /C calc'!A1"), "unit-4-west")
    assert rows(enter("rosa"))[1][1] == "'=cmd|' /C calc'!A1"


def test_the_sheet_leaves_once_it_is_on_record_why(hospital: Alder, grievance: str, enter: Enter) -> None:
    guard(hospital)
    rosa, iris = enter("rosa"), enter("iris")
    unsaid = rosa.send("/grievances/committee", to="committee", reason=" ", since="2025-06-01", until="2025-07-03")
    assert unsaid.status_code == 422
    assert grievance.removeprefix("grievance-")[:8] in unsaid.text
    assert "Nothing has left the building" in iris.get("/privacy/disclosures").text
    assert len(rows(rosa)) == 2
    page = iris.get("/privacy/disclosures").text
    for told in ("Grievances, 1 record", "A committee of this hospital", REASON, "patient advocate"):
        assert told in page


def test_leaders_see_what_their_committee_gets_and_let_nothing_leave(grievance: str, enter: Enter) -> None:
    marco = enter("marco")
    page = marco.get("/grievances/committee").text
    assert grievance.removeprefix("grievance-")[:8] in page
    assert "Take it along" not in page
    assert marco.send("/grievances/committee", to="committee", reason=REASON).status_code == 403
