"""A culture wave of 4 West and a sleep lab of six, which could never be shown alone: from the plan to what follows from it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessments.campaign import Campaign
from assessments.instrument import published
from services import balloting, carding, code
from tests.browser.sight import axe, reflows_at_320, shot
from tests.web.alder import Alder, alder
from tests.web.standing import Standing, standing
from workflows.unit import commands as unit

pytestmark = pytest.mark.browser

CLOSES = "2025-07-17"
LAB = [f"lab{number}" for number in range(6)]
WARD = ["nora", "sam", "lena", "marco"]
KEPT = "Whoever is new asks first"


@pytest.fixture
def hospital(tmp_path: Path) -> Iterator[tuple[Standing, Alder]]:
    here = alder(tmp_path / "alder-creek")
    with here.house:
        here.does("operator", unit.Open(slug="sleep-lab", name="Sleep Lab"))
        for login in LAB:
            here.joins(login, "sleep-lab")
        here.on("2025-07-03")
        with standing(here) as stands:
            yield stands, here


def test_a_wave_in_which_a_small_unit_answers_with_another(
    page: Page, desktop: Page, hospital: tuple[Standing, Alder]
) -> None:
    stands, here = hospital
    stands.let_in(desktop.context, "ines")
    _plan(desktop, stands.address)
    stands.let_in(page.context, LAB[0])
    _answer(page, stands.address)
    _others_answer(here)
    here.on(CLOSES)
    balloting.count(here.house)
    desktop.context.clear_cookies()
    stands.let_in(desktop.context, "marco")
    _debrief(desktop, stands.address)
    stands.let_in(page.context, LAB[1])
    page.goto(f"{stands.address}/unit/sleep-lab/surveys")
    expect(page.get_by_text(f"We keep: {KEPT}")).to_be_visible()


def _plan(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}/do/campaign/open?unit=4-west")
    expect(desktop.get_by_text("only all together can be reminded")).to_be_visible()
    desktop.get_by_role("radio", name="4 West").check()
    desktop.get_by_role("checkbox", name="Sleep Lab").check()
    desktop.get_by_label("What is asked?").fill("unit-safety")
    desktop.get_by_role("radio", name="Anonymous, with a card").check()
    desktop.get_by_label("When does it close?").fill(CLOSES)
    desktop.get_by_role("button", name="Ask them").click()
    desktop.goto(f"{address}/unit/4-west/surveys")
    expect(desktop.get_by_text("About 10 more answers are needed")).to_be_visible()


def _answer(page: Page, address: str) -> None:
    """Somebody of the lab, on a phone."""
    page.goto(f"{address}/unit/sleep-lab/surveys")
    page.get_by_role("link", name="Draw a card to answer with").click()
    expect(page.get_by_text("4 West and Sleep Lab are counted as one and never shown apart")).to_be_visible()
    page.get_by_role("button", name="Draw a card").click()
    expect(page.get_by_text("This is your card")).to_be_visible()
    shot(page, "wave-card-drawn")
    axe(page)
    reflows_at_320(page)
    page.get_by_role("link", name="Answer with this card").click()
    expect(page.get_by_label("Your card")).to_have_value(re.compile(r"^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$"))
    assert "#" not in page.url, "the card stands in no address"
    expect(page.get_by_text("4 West + Sleep Lab are counted as one")).to_be_visible()
    for option in page.get_by_role("radio", name="Agree", exact=True).all():
        option.check()
    page.get_by_role("button", name="Send my answers").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def _others_answer(here: Alder) -> None:
    (stream,) = here.house.ledger.streams("campaign")
    campaign = here.house.clerk.memory.get(stream).state
    assert isinstance(campaign, Campaign)
    (box,) = carding.boxes(stream, campaign)
    items = [item.id for item in published()[campaign.instrument].items]
    for login in (*LAB[1:], *WARD):
        card = carding.draw(here.house, stream, campaign, here.who[login], code.mint())
        assert here.house.ballots.put(box, card, dict.fromkeys(items, 2 if login in WARD else 4))


def _debrief(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}/unit/4-west/surveys")
    expect(desktop.get_by_text("10 answered.")).to_be_visible()
    expect(desktop.get_by_text("That is about 100 % of those who worked there when it opened.")).to_be_visible()
    desktop.get_by_text("How it is asked and counted").first.click()
    expect(desktop.get_by_text("20 made, 10 drawn, 10 used: as many as ballots")).to_be_visible()
    shot(desktop, "wave-counted")
    axe(desktop)
    desktop.get_by_role("link", name="What follows from it").click()
    desktop.get_by_label("What do we keep doing?").fill(KEPT)
    desktop.get_by_role("button", name="Say what follows").click()
    expect(desktop.get_by_text(f"We keep: {KEPT}")).to_be_visible()
