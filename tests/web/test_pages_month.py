"""The month on one page: what came about in it, what still waits, the head of the ledger beside it; and what hangs up."""

import re

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.test_wall import opened
from workflows.barrier import commands as b
from workflows.concern import commands as c
from workflows.issue import commands as i
from workflows.story import Publish

SAID = "The lift is locked at night"


@pytest.fixture
def lift(hospital: Alder) -> str:
    """Said in May; its barrier was removed and its issue closed in June; another one still waits."""
    hospital.on("2025-05-05")
    voice = hospital.does("nora", c.Raise(unit="4-west", what=SAID))
    hospital.does("nora", c.Raise(unit="4-west", what="A fax nobody reads"))
    issue = hospital.does("marco", i.List(unit="4-west", title=SAID, from_concern=voice))
    hospital.does("marco", i.List(unit="4-west", title="Slings are missing"))
    mine = hospital.who["dana"]
    barrier = hospital.does("marco", b.Log(unit="4-west", what="It costs too much", issues=(issue,), holder=mine))
    hospital.does("dana", b.Accept(), barrier)
    hospital.on("2025-06-05")
    hospital.does("dana", b.ClaimRemoved(evidence="It is there"), barrier)
    hospital.does("marco", b.Verify(), barrier)
    hospital.does("marco", c.Answer(answer="It opens with the night key", outcome="done"), voice)
    hospital.does("marco", c.Deliver(how="in_person"), voice)
    hospital.does("marco", i.Resolve(evidence="The key hangs at the desk"), issue)
    hospital.does("nora", c.SayHeard(), voice)
    hospital.does("marco", i.Close(), issue)
    hospital.on("2025-06-12")
    return issue


def numbers(page: str) -> dict[str, str]:
    number, words = (
        r'figures__number">(?:<a [^>]*>)?([^<]*)(?:</a>)?</strong>',
        r'<span class="figures__words">([^<]*)<',
    )
    found = re.findall(f"{number} {words}", page)
    return {words: number for number, words in found}


def part(page: str, title: str) -> str:
    return page.split(f"<h3>{title}</h3>")[1].split("<h3>", maxsplit=1)[0]


def test_a_month_holds_what_came_about_in_it(lift: str, enter: Enter) -> None:
    marco = enter("marco")
    june = marco.get("/unit/4-west/month").text
    assert "June 2025, up to 12 Jun" in june
    counted = numbers(june)
    assert (counted["said"], counted["answered"], counted["put right"], counted["barriers removed"]) == (
        "0",
        "1",
        "1",
        "1",
    )
    assert (counted["still owed an answer"], counted["still open"]) == ("1", "1")
    assert SAID in part(june, "Put right")
    assert "Slings are missing" in part(june, "Still waiting, the longest first")
    assert "1 heard" in june
    may = marco.get("/unit/4-west/month?on=2025-05-31").text
    assert numbers(may)["said"] == "2"
    assert numbers(may)["still owed an answer"] == "2"
    assert "Nothing was put right." in may
    assert SAID in part(may, "Still waiting, the longest first"), "as it was on the last day of May"


def test_beside_it_stands_what_fixes_the_log(lift: str, enter: Enter) -> None:
    page = enter("marco").get("/unit/4-west/month").text
    assert "The record behind this page" in page
    assert str(enter("ines").get("/proof").text.split('<samp class="whole">')[1].split("\n")[0]) in page


def test_the_hospital_has_every_unit_on_one_page_and_ranks_none(lift: str, enter: Enter) -> None:
    page = enter("ines").get("/month").text
    assert "/unit/4-west/month" in page
    assert numbers(page)["answered"] == "1"
    assert "Units are not ranked" in page
    assert enter("marco").get("/month").status_code == 404


def test_what_was_opened_again_leaves_its_month(lift: str, hospital: Alder, enter: Enter) -> None:
    hospital.does("marco", i.Reopen(why="Locked again"), lift)
    assert numbers(enter("marco").get("/unit/4-west/month").text)["put right"] == "0"


def test_the_wall_holds_numbers_and_stories_and_nobodys_words(
    lift: str, hospital: Alder, enter: Enter, nobody: Browser
) -> None:
    told = Publish(unit="4-west", about=lift, words="A lift is open at night now.", nobody_named=True)
    hospital.does("ines", told)
    machine = opened(enter, nobody)
    wall = machine.get("/wall/did")
    printed = enter("nora").get("/unit/4-west/did")
    for page in (wall.text, printed.text):
        assert "A lift is open at night now." in page
        assert SAID not in page
        assert "1 person is still owed an answer" in page
        assert "barrier removed" in page
    assert "Set-Cookie" not in wall.headers


def test_green_yellow_and_red_stand_on_one_sheet_that_names_nobody(lift: str, hospital: Alder, enter: Enter) -> None:
    refused = hospital.does("marco", i.List(unit="4-west", title="A second lift"))
    bare = hospital.does("marco", i.List(unit="4-west", title="A pool"))
    hospital.does("marco", i.Decline(reason="The shaft cannot carry one."), refused)
    hospital.does("marco", i.Decline(), bare)
    page = enter("nora").get("/unit/4-west/stoplight").text
    green, yellow, red = page.split('<section class="light')[1:]
    assert SAID in green
    assert "5 Jun" in green, "closed since, and still told"
    assert "Slings are missing" in yellow
    assert "was promised by 4 Jun" in yellow
    assert "A second lift" in red
    assert "The shaft cannot carry one." in red
    assert "the reason is still owed" in red
    assert not any(name in page.split("<article")[1] for name in ("Marco", "Dana", "Nora"))
    may = enter("marco").get("/unit/4-west/stoplight?on=2025-05-31").text
    assert "Nothing was put right" in may
    assert SAID in may


def test_a_machine_without_a_key_sees_no_wall(hospital: Alder, nobody: Browser) -> None:
    assert nobody.get("/wall/did").location == "/wall/open"
