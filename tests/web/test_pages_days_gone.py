"""Where the days of an issue went, and what waited for a barrier: each a picture with its table, as of any day."""

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Enter
from tests.web.test_pages_replay import words
from workflows.barrier import commands as b
from workflows.issue import commands as i


@pytest.fixture
def lift(hospital: Alder) -> tuple[str, str, str]:
    """Listed on 5 May, blocked from the 10th, waiting on a committee from the 12th to the 20th; the ICU waits from the 15th."""
    here = hospital.on("2025-05-05")
    issue = here.does("marco", i.List(unit="4-west", title="The lift is locked"))
    here.on("2025-05-10")
    barrier = here.does(
        "marco", b.Log(unit="4-west", what="It costs too much", issues=(issue,), holder=here.who["dana"])
    )
    here.on("2025-05-12").does("dana", b.Accept(), barrier)
    wait = b.WaitOn(whom=here.who["committee"], until="2025-06-01", reason="They meet on the first")
    here.does("dana", wait, barrier)
    here.on("2025-05-15")
    theirs = here.does("priya", i.List(unit="icu", title="Their lift too"))
    here.does("ines", b.BlockAlso(issue=theirs), barrier)
    here.on("2025-05-20").does("dana", b.Resume(), barrier)
    here.on("2025-05-25")
    return issue, barrier, theirs


def test_the_days_of_an_issue_are_added_up(lift: tuple[str, str, str], enter: Enter) -> None:
    page = enter("marco").get(f"/issue/{lift[0]}").text
    went = words(page).split("Where the days went", 1)[1].split("About it")[0]
    assert "20 days in all; most of them, 8, with Capital committee, waited on." in went
    for line in (
        "Where 4 West What for solving it Days 5 Of all 25%",
        "Where Dana Cole What for saying yes or no Days 2 Of all 10%",
        "Where Capital committee What for waited on Days 8 Of all 40%",
        "Where Dana Cole What for removing the barrier Days 5 Of all 25%",
    ):
        assert line in went
    assert page.count('id="went-wide-title"') == 1
    then = words(enter("marco").get(f"/issue/{lift[0]}?as_of=2025-05-11").text)
    assert "6 days in all" in then


def test_what_waits_for_a_barrier_is_shown_with_its_units(lift: tuple[str, str, str], enter: Enter) -> None:
    page = words(enter("ines").get(f"/barrier/{lift[1]}").text)
    assert "2 issues of 2 units waited for it, 25 days together." in page
    assert "Their lift too Unit ICU On whose list ICU From 15 May To still Days 10" in page
    then = words(enter("ines").get(f"/barrier/{lift[1]}?as_of=2025-05-12").text)
    assert "1 issue of 1 unit waited for it, 2 days together." in then


def test_of_another_unit_the_number_alone_is_told(lift: tuple[str, str, str], enter: Enter) -> None:
    page = words(enter("marco").get(f"/barrier/{lift[1]}").text)
    assert "Their lift too" not in page
    assert "2 issues of 2 units waited for it" in page
