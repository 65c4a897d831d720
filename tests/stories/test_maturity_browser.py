"""Through the browser: seven leaders say how far the house has come, sealed, with one dissent; and a goal is missed, aimed for
anew, and met."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessments.maturity import anchors
from tests.stories.phones import OnTheirPhones, on_their_phones
from tests.web.assessed import RATERS
from workflows.concern.commands import Answer, Deliver, Raise

pytestmark = pytest.mark.browser

NAMES = ("Ines Moreau", "Ruth Adeyemi", "Marco Bell", "Priya Nair", "Lena Ortiz", "Dana Cole", "Rosa Vega")


@pytest.fixture
def phones(page: Page, tmp_path: Path) -> Iterator[OnTheirPhones]:
    with on_their_phones(page, tmp_path / "alder-creek") as phones:
        yield phones


def test_seven_leaders_rate_sealed_and_one_dissents(phones: OnTheirPhones) -> None:
    assessment = asked(phones)
    for login in RATERS[:-1]:
        rates(phones, login, assessment)
        expect(phones.page.get_by_text("Nobody, whoever leads the meeting included")).to_be_visible()
        expect(phones.page.get_by_text("Those who rated")).to_have_count(0)
    rates(phones, RATERS[-1], assessment)
    expect(phones.page.get_by_text("Those who rated: 1 beginning, 6 developing").first).to_be_visible()

    page = phones.opens("ruth", assessment)
    for key, component in anchors().components.items():
        page.goto(page.url.partition("/assessment")[0] + f"{assessment}/agree/{key}")
        for criterion in component.criteria("developing"):
            page.locator(f"input[name='met'][value='{criterion}']").check()
        phones.presses("This is what we agreed", "On record.")
    phones.opens("lena", assessment)
    page.locator("#trust").get_by_role("link", name="I see it otherwise").click()
    page.locator("input[name='rating'][value='beginning']").check()
    page.locator("#why").fill("Ask who works at night")
    phones.presses("I see it otherwise", "On record, beside what was agreed.")
    phones.opens("ruth", assessment)
    phones.does("Show it to everybody here", "Show it to everybody here", "Published.")

    phones.opens("ines", "/maturity")
    expect(page.get_by_role("heading", name="Trust: Developing")).to_be_visible()
    expect(page.get_by_text("Lena Ortiz says beginning")).to_be_visible()
    expect(page.get_by_text("In the middle: developing").first).to_be_visible()


def asked(phones: OnTheirPhones) -> str:
    """By Ines; its page."""
    phones.on("2025-01-08")
    page = phones.opens("ines", "/maturity")
    phones.follows("Ask how far we have come")
    for name in NAMES:
        page.get_by_role("checkbox", name=name).check()
    page.locator("#facilitator").select_option(label="Ruth Adeyemi")
    page.locator("#closes").fill("2025-01-31")
    phones.presses("Ask them", "nobody sees anything before all are in")
    page.get_by_role("link", name="Asked 8 Jan").click()
    page.wait_for_url("**/assessment/**")
    return "/assessment" + page.url.partition("/assessment")[2]


def rates(phones: OnTheirPhones, login: str, assessment: str) -> None:
    """From the desk: all developing; Lena sees one beginning."""
    page = phones.opens(login, "/desk")
    expect(page.get_by_text("Rate how far we have come").first).to_be_visible()
    phones.opens(login, assessment)
    phones.follows("Rate")
    for key in anchors().components:
        stage = "beginning" if login == "lena" else "developing"
        page.locator(f"input[name='{key}.rating'][value='{stage}']").check()
    phones.presses("Keep all and hand it in", "Handed in.")


def test_a_goal_is_missed_aimed_for_anew_and_met(phones: OnTheirPhones) -> None:
    page, marco = phones.page, phones.here.who["marco"]
    phones.on("2025-01-13")
    phones.opens("marco", "/scorecard?unit=4-west")
    phones.follows("Agree on a goal")
    page.locator("#figure").select_option("answered")
    page.get_by_label("Near", exact=True).check()
    page.locator("#target").fill("80")
    page.locator("#due").fill("2025-03-31")
    page.locator("#owner").select_option(marco)
    page.locator("#why").fill("Everybody hears back")
    phones.presses("We want to reach this", "Agreed.")
    speak(phones)

    phones.on("2025-04-02")
    phones.opens("marco", "/scorecard?unit=4-west")
    expect(page.locator("article", has_text="80 % by 31 Mar").get_by_text("Missed", exact=True)).to_be_visible()
    phones.does(
        "Aim for something else",
        "Aim for this",
        "stays beside it",
        target="60",
        due="2025-06-30",
        why="One lift for all",
    )
    phones.on("2025-04-07")
    voices = speak(phones)
    phones.on("2025-04-09")
    for voice in voices:
        phones.here.does("marco", Answer(answer="It is gone", outcome="done"), voice)
        phones.here.does("marco", Deliver(how="in_person"), voice)
    phones.on("2025-06-30")
    phones.opens("lena", "/scorecard?unit=4-west")
    goal = page.locator("article", has_text="60 % by 30 Jun")
    expect(goal.get_by_text("Met, not certain", exact=True).first).to_be_visible()
    expect(goal.get_by_text("80 % by 31 Mar")).to_be_visible()
    expect(goal.get_by_text("One lift for all")).to_be_visible()

    for voice in speak(phones, 20):
        phones.here.does("marco", Answer(answer="It is gone", outcome="done"), voice)
        phones.here.does("marco", Deliver(how="in_person"), voice)
    phones.opens("lena", "/scorecard?unit=4-west")
    expect(goal.get_by_text("Met, certain", exact=True).first).to_be_visible()


def speak(phones: OnTheirPhones, people: int = 5) -> list[str]:
    """So many say what worries them."""
    said = (f"The fax {number} is read by nobody" for number in range(people))
    return [phones.here.does("nora", Raise(unit="4-west", what=words)) for words in said]
