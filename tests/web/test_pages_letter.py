"""The letter back to the unit: since when, what was answered, what waits on whom, and where to say that it is wrong."""

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.summer import summer
from workflows.rounds import commands as rounds


@pytest.fixture
def told(hospital: Alder) -> dict[str, str]:
    return summer(hospital)


@pytest.fixture
def lena(told: dict[str, str], enter: Enter) -> Browser:
    return enter("lena")


def test_it_says_what_was_answered_and_on_whom_the_rest_waits(
    lena: Browser, hospital: Alder, told: dict[str, str]
) -> None:
    hospital.does("lena", rounds.Hold(attendees=(hospital.who["dana"],), colour="executive"), told["rounds"])
    hospital.does("lena", rounds.Summarise(summary="We spoke of the lift.", thanks="To nights."), told["rounds"])
    page = lena.get(f"/rounds/{told['rounds']}/letter").text
    for words in ("Dana Cole walked with us", "We spoke of the lift.", "Thank you: To nights.", "Since Friday 9 May"):
        assert words in page
    answered = page.split("this is the answer")[1].split("</ul>")[0]
    assert "The bladder scanner is never charged. <strong>There are two chargers now" in answered
    waiting = page.split("Still waiting")[1].split("</ul>")[0]
    assert "One bariatric lift for three units: <strong>waits on Dana Cole" in waiting
    assert "LiftCare (vendor)" in waiting
    assert "/speak/4-west" in page


def test_nobody_who_spoke_is_named(lena: Browser, told: dict[str, str]) -> None:
    page = lena.get("/unit/4-west/letter").text
    for name in ("Nora", "Sam", "Kim"):
        assert name not in page.split("<article")[1]


def test_a_unit_that_was_never_rounded_on_has_its_letter_too(lena: Browser, enter: Enter) -> None:
    page = enter("priya").get("/unit/icu/letter").text
    assert "So far" in page
    assert "walked with us" not in page
