"""What the executive reads before coming: who, where, what changed, what to ask."""

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.summer import summer
from workflows.concern import commands as concern
from workflows.rounds import commands as rounds


@pytest.fixture
def told(hospital: Alder) -> dict[str, str]:
    return summer(hospital)


@pytest.fixture
def dana(told: dict[str, str], enter: Enter) -> Browser:
    """The executive, on the day of her rounds."""
    return enter("dana")


def test_it_says_what_changed_since_the_executive_was_here(dana: Browser, told: dict[str, str]) -> None:
    page = dana.get(f"/rounds/{told['rounds']}/briefing").text
    assert "since you rounded here on 9 May" in page
    moved = page.split("Still waiting, and the promise moved")[1].split("</section>")[0]
    assert "No money for a second bariatric lift" in moved
    assert "12 May → 30 Jun, moved 2 times" in moved
    assert "$9,800" in page
    for words in ("Three things to ask", "What you may not promise", "Lena Ortiz", "Your badge", "of 5 things ready"):
        assert words in page
    first = page.split("What came first last time")[1].split("</section>")[0]
    assert "One bariatric lift" in first


def test_what_was_told_to_the_visitor_comes_before_what_is_told_to_everybody(
    dana: Browser, hospital: Alder, told: dict[str, str]
) -> None:
    orient = rounds.Orient(where="Door 5, third floor", wear="A mask, please")
    hospital.does("lena", orient, told["rounds"])
    page = dana.get(f"/rounds/{told['rounds']}/briefing").text
    assert "Door 5, third floor" in page
    assert "A mask, please" in page
    assert "Your badge" not in page


def test_who_spoke_beforehand_stands_nowhere(dana: Browser, hospital: Alder, told: dict[str, str]) -> None:
    hospital.does("nora", concern.Raise(unit="4-west", what="We skip breaks", rounds=told["rounds"]))
    part = (
        dana.get(f"/rounds/{told['rounds']}/briefing").text.split("Brought up for this visit")[1].split("</section>")[0]
    )
    assert "We skip breaks" in part
    assert "Nora" not in part


def test_a_unit_leads_to_its_next_rounds_and_has_a_book_without_any(
    dana: Browser, hospital: Alder, told: dict[str, str]
) -> None:
    assert dana.get("/unit/4-west/briefing").location == f"/rounds/{told['rounds']}/briefing"
    hospital.does("lena", rounds.Hold(attendees=(hospital.who["dana"],), colour="executive"), told["rounds"])
    assert "since you rounded here on 3 Jul" in dana.get("/unit/4-west/briefing").text
    assert "As it was known on 1 May" in dana.get("/unit/4-west/briefing?as_of=2025-05-01").text
