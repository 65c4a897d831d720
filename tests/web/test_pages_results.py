"""The results of a unit as pages: measures, run charts, values typed and from a sheet, reviews, goals that are measured."""

import html
import io
import re

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.measure import commands as m
from workflows.standard.commands import Add
from workflows.unit.commands import AdoptPractice

RESULTS = "/unit/4-west/results"
WORDS = "Falls <script>alert(1)</script>"
COUNTS = (5, 4, 5, 6, 4, 5, 2, 1, 2, 1, 2, 1)


@pytest.fixture
def falls(hospital: Alder) -> str:
    """A rate of 4 West with a year of values behind it, on 7 January."""
    hospital.on("2025-01-07")
    measure = hospital.does(
        "marco",
        m.Register(
            unit="4-west",
            title=WORDS,
            kind="rate",
            per=1000,
            per_what="patient days",
            definition="Anybody on the floor",
            source="Event system",
            owner=hospital.who["lena"],
            goal="2",
        ),
    )
    for month, count in enumerate(COUNTS, start=1):
        hospital.does("lena", m.Record(period=f"2024-{month:02}", count=count, of=1000), measure)
    return measure


def words(browser: Browser, path: str = RESULTS) -> str:
    """A page as it is read: without its markup, and with single blanks."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", browser.get(path).text)).split())


def test_a_measure_is_added_by_its_form_and_its_values_are_typed(hospital: Alder, enter: Enter) -> None:
    marco = enter("marco")
    assert "Nothing is measured here yet" in words(marco)
    form = f"/do/measure/register?unit=4-west&next={RESULTS}"
    typed = {
        "unit": "4-west",
        "title": "Falls",
        "kind": "count",
        "definition": "Anybody on the floor",
        "source": "Event system",
        "owner": hospital.who["lena"],
        "every": "month",
    }
    wrong = marco.send(form, **typed, goal="two")
    assert (wrong.status_code, "Give a number such as 60 or 2.5." in wrong.text) == (422, True)
    assert marco.send(form, **typed, goal="2").location == RESULTS
    (measure,) = hospital.house.ledger.streams("measure")

    lena, enters = enter("lena"), f"/do/measure/record?to={measure}&period=2024-12&next={RESULTS}"
    form_shown = lena.get(enters).text
    assert 'value="2024-12"' in form_shown
    assert "Out of how many" not in form_shown, "a count has none"
    assert "Falls" in form_shown
    assert "Give a month as 2025-03" in lena.send(enters, period="December", count="3").text
    assert lena.send(enters, period="2024-12", count="3").status_code == 303
    assert "has a value already" in lena.send(enters, period="2024-12", count="4").text
    lena.send(f"/do/measure/correct_value?to={measure}&period=2024-12", period="2024-12", count="4")
    shown = words(lena)
    assert "4 in December 2024 · aimed for: 2 or fewer, not reached yet" in shown
    assert "until 6 Jan: December 2024, 3" in shown


def test_a_run_chart_says_what_is_more_than_chance(falls: str, enter: Enter) -> None:
    nora = enter("nora")
    page, shown = nora.get(RESULTS).text, words(nora)
    assert "<script>alert" not in page
    below = "6 values in a row lie below the median, from 16 Jul 2024 to 16 Dec 2024"
    assert f"{below}: more than chance, and a change for the better." in shown
    assert "1 per 1,000 patient days, December 2024" in shown
    assert page.count('class="run__dot"') == 2 * len(COUNTS), "once for a desktop, once for a phone"
    assert f"/do/measure/retire?to={falls}" not in page, "for whoever looks after it"


def test_on_a_past_day_there_are_the_values_of_then(hospital: Alder, falls: str, enter: Enter) -> None:
    ines = enter("ines")
    assert ines.get(f"/measure/{falls}").location == f"{RESULTS}#{falls}"
    hospital.on("2025-02-10").does("lena", m.Record(period="2025-01", count=9, of=1000), falls)
    ines = enter("ines")
    assert "9 per 1,000 patient days, January 2025" in words(ines)
    then = words(ines, f"{RESULTS}?as_of=2025-01-20")
    assert "1 per 1,000 patient days, December 2024" in then
    assert "Enter a value" not in then


def test_values_come_from_a_sheet(hospital: Alder, falls: str, enter: Enter) -> None:
    lena = enter("lena")
    page = f"/measure/{falls}/sheet"
    token = re.findall(r'name="csrf_token" value="([^"]*)"', lena.get(page).text)[0]

    def bring(content: bytes) -> str:
        sent = {"csrf_token": token, "file": (io.BytesIO(content), "falls.csv")}
        return lena.client.post(page, data=sent, content_type="multipart/form-data").text

    sheet = b"For,How many,Out of\n2023-12,3,990\nlater,1,1\n2024-12,8,1000\n"
    first, again = bring(sheet), bring(sheet)
    assert ("no day, week or month" in first, "has a value already" in first) == (True, True)
    assert [re.findall(r'figures__number">(\d+)', one) for one in (first, again)] == [["1", "0", "2"], ["0", "1", "2"]]
    assert "Choose a file first." in lena.client.post(page, data={"csrf_token": token}).text
    assert "The first row names the columns" in bring(b"a,b\n")
    hospital.does("marco", m.Retire(why="Nobody looks at it"), falls)
    assert lena.get(page).status_code == 404
    assert "Given up: Nobody looks at it" in words(lena)


def test_one_sheet_brings_values_of_several_measures_first_as_a_rehearsal(
    hospital: Alder, falls: str, enter: Enter
) -> None:
    lena, page = enter("lena"), "/measures/sheet"
    assert page in lena.get(RESULTS).text
    token = re.findall(r'name="csrf_token" value="([^"]*)"', lena.get(page).text)[0]
    title = lena.get("/measures/sheet.csv").text.splitlines()[1].split(",")[1]

    def bring(then: str) -> str:
        sheet = f"Unit,Measure,For,How many,Out of\n4 West,{title},2023-12,3,990\nICU,{title},2023-12,1,1\n"
        sent = {"csrf_token": token, "then": then, "file": (io.BytesIO(sheet.encode()), "all.csv")}
        return lena.client.post(page, data=sent, content_type="multipart/form-data").text

    told = [re.findall(r'figures__number">(\d+)', bring(then)) for then in ("rehearse", "enter", "enter", "rehearse")]
    assert told == [["1", "0", "1"], ["1", "0", "1"], ["0", "1", "1"], ["0", "1", "1"]]
    assert bring("rejects").splitlines()[1].startswith(f"ICU,{title},2023-12,1,1,3,You enter values of no measure")
    assert "Choose a file first." in lena.client.post(page, data={"csrf_token": token}).text
    assert enter("otis").get(page).status_code == 404


def test_a_leader_and_the_team_look_together_and_see_it_again_as_it_was(
    hospital: Alder, falls: str, enter: Enter
) -> None:
    marco = enter("marco")
    assert "has not taken up measuring yet" in words(marco)
    hospital.does("ines", AdoptPractice(practice="measures", since="2025-01-07"), "unit-4-west")
    hospital.house.policies.pull()
    address = re.findall(r'href="(/do/panel/review[^"]*)"', marco.get(RESULTS).text)[0].replace("&amp;", "&")
    form = marco.get(address).text
    assert "Which figures" not in form
    assert "Dana Cole" in form
    assert "Amir" not in form, "nobody of another unit"
    alone = marco.send(address, unit="4-west", who=[hospital.who["dana"]], found="Fewer")
    assert "somebody of the team beside them" in alone.text
    both = [hospital.who["dana"], hospital.who["lena"]]
    assert marco.send(address, unit="4-west", who=both, found="Fewer since July", follows="Keep it").status_code == 303
    hospital.on("2025-02-07").does("lena", m.CorrectValue(period="2024-12", count=7, of=1000), falls)

    marco = enter("marco")
    shown = words(marco)
    assert "31 days since the figures were looked at together" in shown
    assert "9 Apr they are looked at again by then" in shown
    assert "Fewer since July" in shown
    (seen,) = re.findall(rf'href="({RESULTS}\?as_of=\d+)"', marco.get(RESULTS).text)
    assert "7 per 1,000 patient days" in shown
    assert "1 per 1,000 patient days" in words(marco, seen)
    marco.send(f"/do/panel/correct?to={_panel(hospital)}", part="found", text="Fewer since the lift")
    assert "Fewer since the lift" in words(marco)

    hospital.on("2025-04-12")
    hospital.house.policies.tick()
    marco = enter("marco")
    assert "they were to be looked at again: 3 days over" in words(marco)
    assert "The figures of 4 West" in words(marco, "/desk")


def _panel(hospital: Alder) -> str:
    (panel,) = hospital.house.ledger.streams("panel")
    return panel


def test_goals_say_whether_they_are_recorded_and_verified(hospital: Alder, falls: str, enter: Enter) -> None:
    goal = hospital.does(
        "marco", Add(item="goal", unit="4-west", words="Nobody falls", more="Falls", marks=("near",), day="2025-12-01")
    )
    marco = enter("marco")
    assert "Nothing is recorded Verified Not verified" in words(marco)
    address = f"/do/measure/serve?to={falls}&goal={goal}&next={RESULTS}"
    assert address.replace("&", "&amp;") in marco.get(RESULTS).text
    assert marco.send(address).status_code == 303
    assert "Values come in Verified Not verified" in words(marco)
    assert f"{RESULTS}#goals" in marco.get("/unit/4-west/charter").text


def test_the_hospital_measures_too_and_who_may_not_read_it_finds_nothing(hospital: Alder, enter: Enter) -> None:
    hospital.does(
        "ines",
        m.Register(title="Harm", kind="count", definition="x", source="x", owner=hospital.who["ines"], every="week"),
    )
    (measure,) = hospital.house.ledger.streams("measure")
    hospital.does("ines", m.Record(period="2024-W52", count=2), measure)
    assert "2 in week of 23 Dec 2024" in words(enter("ines"), "/results")
    assert enter("nora").get("/results").status_code == 404
    assert enter("nora").get(f"/measure/{measure}").status_code == 404
