"""Figures as pages: what they come to, what each counts, and what is behind it; who finds them."""

import re

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.barrier import commands as b
from workflows.concern import commands as c
from workflows.issue import commands as i
from workflows.rounds import commands as r

WORDS = "One lift for three units <script>alert(1)</script>"


@pytest.fixture
def lift(hospital: Alder) -> str:
    """A barrier that took eleven days, and an answer that was brought."""
    hospital.on("2025-05-05")
    voice = hospital.does("nora", c.Raise(unit="4-west", what=WORDS, idea="A pool"))
    hospital.does("nora", c.Raise(unit="4-west", what="A fax nobody reads"))
    issue = hospital.does("marco", i.List(unit="4-west", title=WORDS, from_concern=voice))
    mine = hospital.who["dana"]
    barrier = hospital.does("marco", b.Log(unit="4-west", what="It costs too much", issues=(issue,), holder=mine))
    hospital.does("dana", b.Accept(), barrier)
    hospital.on("2025-05-16")
    hospital.does("dana", b.ClaimRemoved(evidence="It is there"), barrier)
    hospital.does("marco", b.Verify(), barrier)
    hospital.does("marco", c.Answer(answer="Two lifts", outcome="done"), voice)
    hospital.does("marco", c.Deliver(how="in_person"), voice)
    hospital.on("2025-06-02")
    return barrier


def test_a_unit_shows_its_figures_and_the_duties_of_its_partner(lift: str, enter: Enter) -> None:
    page = enter("marco").get("/figures?unit=4-west").text
    assert "half within 11 days" in page
    assert "Supports the task and the people side" in page
    assert "1 of 2 so far" in page
    assert "too few to say" in page
    assert "12 months" in page


def test_the_hospital_shows_its_own_without_ranking_units(lift: str, enter: Enter) -> None:
    ines = enter("ines")
    assert "Units are not ranked" in ines.get("/figures").text
    behind = ines.get("/figures/removed").text
    assert "/figures/removed?unit=4-west" in behind
    assert "Supports the task" not in ines.get("/figures").text


def test_behind_a_figure_is_what_it_counts_its_curve_and_the_things(lift: str, enter: Enter) -> None:
    marco = enter("marco")
    page = marco.get("/figures/removed?unit=4-west").text
    assert "the unit verified that it is gone" in page
    assert "<title" in page
    assert f"/barrier/{lift}" in page
    waits = marco.get("/figures/answered?unit=4-west").text
    assert waits.index(">still waits<") < waits.index(">11 days<")
    assert "<script>alert" not in waits
    assert "May 2025" in marco.get("/figures/solution?unit=4-west").text


def test_a_past_day_shows_what_was_known_then(lift: str, enter: Enter) -> None:
    page = enter("marco").get("/figures?unit=4-west&day=2025-05-10&reading=as_of").text
    assert "more than half still wait after 5 days" in page


def test_what_there_is_no_figure_of_is_not_there(lift: str, enter: Enter) -> None:
    marco = enter("marco")
    assert marco.get("/figures/nothing?unit=4-west").status_code == 404
    assert marco.get("/figures?unit=nowhere").status_code == 404
    assert marco.get("/figures").status_code == 404, "figures of the hospital are for those who answer for it"
    assert marco.get("/figures/met").status_code == 404


def test_who_is_silent_is_told_by_unit_and_by_shift_of_rounds(lift: str, hospital: Alder, enter: Enter) -> None:
    """A unit is asked once it has had voices for as long."""
    visit = hospital.does("lena", r.Schedule(unit="4-west", day="2025-06-02", shift="night"))
    hospital.does("lena", r.Hold(attendees=(hospital.who["dana"],), colour="executive"), visit)
    quiet = re.findall(r"Nobody from </span><span>([^<]*)<", enter("ines").get("/figures").text)
    assert "At night" in quiet[2]
    hospital.does("nora", c.Raise(unit="4-west", what="The hall is dark", rounds=visit))
    quiet = re.findall(r"Nobody from </span><span>([^<]*)<", enter("ines").get("/figures").text)
    assert "4 West" not in quiet[0]
    assert "At night" not in quiet[2]
    assert "By day" in quiet[2]
