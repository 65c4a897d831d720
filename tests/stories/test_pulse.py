"""After rounds people are asked three sentences from a poster, on their phones: what was said is told on the first fixed day on
which enough have answered, and the next time they are asked begins from nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from services import balloting
from tests.stories.phones import OnTheirPhones, on_their_phones
from workflows.rounds.commands import Hold, Schedule, Summarise

pytestmark = pytest.mark.browser

SURVEYS = "/unit/4-west/surveys"
WORDS_A_MINUTE, SECONDS_A_TAP = 200, 2
"""Of somebody who reads slower than most, on a phone."""


@pytest.fixture
def phones(page: Page, tmp_path: Path) -> Iterator[OnTheirPhones]:
    with on_their_phones(page, tmp_path / "alder-creek") as phones:
        yield phones


def test_a_pulse_after_rounds(phones: OnTheirPhones) -> None:
    phones.on("2025-03-04")
    rounds = phones.here.does("lena", Schedule(unit="4-west", day="2025-03-04"))
    phones.here.does("lena", Hold(attendees=(phones.here.who["dana"],), colour="executive"), rounds)
    phones.here.does("lena", Summarise(summary="The lift comes first."), rounds)
    poster = asks(phones, rounds, "2025-03-07")
    opens_no_other(phones, rounds)
    for said in range(7):
        answers(phones.page, poster, said)
        told(phones, f"About {5 if said > 3 else 10} more answers are needed")

    closes(phones, "2025-03-07")
    told(phones, "About 5 more answers are needed", "It closes on 14 Mar")
    for said in range(7, 11):
        answers(phones.page, poster, said)
    told(phones, "Enough have answered")
    expect(phones.page.locator("svg.shares")).to_have_count(0)

    closes(phones, "2025-03-14")
    told(phones, "11 answered.")
    expect(phones.page.locator("svg.shares")).to_have_count(1)
    phones.page.goto(poster)
    expect(phones.page.get_by_role("button", name="Send my answers")).to_have_count(0)
    again = asks(phones, rounds, "2025-03-21")
    assert again != poster
    told(phones, "About 10 more answers are needed")


def opens_no_other(phones: OnTheirPhones, rounds: str) -> None:
    """While one is open there is no other: no two windows overlap, so that none can be taken from another."""
    page = phones.opens("marco", f"/rounds/{rounds}")
    phones.follows("Ask the unit three sentences")
    page.locator("#closes").fill("2025-03-11")
    phones.presses("Ask them", "The same is being asked there until")


def asks(phones: OnTheirPhones, rounds: str, closes: str) -> str:
    """Marco, from the page of the rounds; the address on the poster."""
    phones.opens("marco", f"/rounds/{rounds}")
    page = phones.follows("Ask the unit three sentences")
    page.locator("#closes").fill(closes)
    phones.presses("Ask them", "People answer at")
    return str(page.get_by_role("link", name="/answer/").first.get_attribute("href"))


def answers(page: Page, poster: str, number: int) -> None:
    """Somebody without an account: all said, in less than a minute."""
    page.context.clear_cookies()
    page.goto(poster)
    questions = page.get_by_role("group").all()
    words = len(page.locator("main").inner_text().split())
    assert 60 * words / WORDS_A_MINUTE + SECONDS_A_TAP * (len(questions) + 1) < 60
    for question in questions:
        question.get_by_role("radio").nth(number % 5).check()
    page.get_by_role("button", name="Send my answers").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert page.context.cookies() == []


def closes(phones: OnTheirPhones, day: str) -> None:
    phones.on(day)
    balloting.count(phones.here.house)


def told(phones: OnTheirPhones, *words: str) -> None:
    phones.opens("marco", SURVEYS)
    for one in words:
        expect(phones.page.get_by_text(one).first).to_be_visible()
