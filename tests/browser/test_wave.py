"""A full culture wave of three units and a sleep lab of six, which could never be shown alone: from the draft to what each unit
takes from it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from services import balloting
from tests.browser.sight import axe, reflows_at_320, shot
from tests.web import waved
from tests.web.alder import Alder, alder
from tests.web.standing import Standing, standing

pytestmark = pytest.mark.browser

KEPT = "Whoever is new asks first"
OTHERS = {"4-west": (24, 12), "icu": (11, 4), "emergency": (15, 3), "sleep-lab": (5, 2)}
"""With the one who answers in the browser six of the laboratory."""


@pytest.fixture
def hospital(tmp_path: Path) -> Iterator[tuple[Standing, Alder]]:
    here = alder(tmp_path / "alder-creek")
    with here.house:
        waved.staffed(here)
        here.on("2025-07-03")
        with standing(here) as stands:
            yield stands, here


def test_a_wave_from_its_draft_to_what_follows(page: Page, desktop: Page, hospital: tuple[Standing, Alder]) -> None:
    stands, here = hospital
    stands.let_in(desktop.context, "ines")
    stream = _plan(desktop, stands.address)
    _begin(desktop)
    stands.let_in(page.context, waved.LAB[0])
    _answer(page, stands.address)
    waved.answers(here, stream, OTHERS)
    here.on(waved.CLOSES)
    balloting.count(here.house)
    for one, login in ((page, waved.LAB[1]), (desktop, "ines")):
        one.context.clear_cookies()
        stands.let_in(one.context, login)
    page.goto(f"{stands.address}/unit/sleep-lab/surveys")
    expect(page.get_by_text("Nobody was asked yet")).to_be_visible()
    desktop.goto(f"{stands.address}/desk")
    desktop.locator(f"a[href*='/campaign/{stream}']").first.click()
    _review(desktop)
    desktop.context.clear_cookies()
    stands.let_in(desktop.context, "priya")
    _debrief(desktop, stands.address)
    page.goto(f"{stands.address}/unit/sleep-lab/surveys")
    expect(page.get_by_text(f"We keep: {KEPT}")).to_be_visible()
    expect(page.get_by_text("17 answered.")).to_be_visible()
    desktop.context.clear_cookies()
    stands.let_in(desktop.context, "ines")
    desktop.goto(f"{stands.address}/wave/{stream}")
    expect(desktop.get_by_text("1 of 3 have said what follows")).to_be_visible()


def _plan(desktop: Page, address: str) -> str:
    desktop.goto(f"{address}/surveys")
    desktop.get_by_role("link", name="Plan a wave").click()
    expect(desktop.get_by_text("only all together can be reminded")).to_be_visible()
    for unit in ("4 West", "ICU", "Emergency", "Sleep Lab"):
        desktop.get_by_role("checkbox", name=unit).check()
    desktop.get_by_role("radio", name="Anonymous, with a card").check()
    desktop.get_by_label("When does it close?").fill(waved.CLOSES)
    desktop.get_by_role("button", name="Draw it up").click()
    desktop.get_by_role("link", name="Safe to speak in this unit").click()
    expect(desktop.get_by_role("cell", name="with ICU")).to_be_visible()
    return desktop.url.rpartition("/")[2]


def _begin(desktop: Page) -> None:
    """What is asked and who can answer are locked first."""
    desktop.get_by_role("link", name="Lock words and people").click()
    desktop.get_by_role("button", name="Lock words and people").click()
    expect(desktop.get_by_text("version 1, 68 people")).to_be_visible()
    desktop.get_by_role("link", name="Begin", exact=True).click()
    desktop.get_by_role("button", name="Begin").click()
    expect(desktop.get_by_text("too few yet").first).to_be_visible()


def _answer(page: Page, address: str) -> None:
    """Somebody of the lab, on a phone."""
    page.goto(f"{address}/unit/sleep-lab/surveys")
    page.get_by_role("link", name="Draw a card to answer with").click()
    expect(page.get_by_text("ICU and Sleep Lab are counted as one and never shown apart")).to_be_visible()
    page.get_by_role("button", name="Draw a card").click()
    expect(page.get_by_text("This is your card")).to_be_visible()
    shot(page, "wave-card-drawn")
    axe(page)
    reflows_at_320(page)
    page.get_by_role("link", name="Answer with this card").click()
    expect(page.get_by_label("Your card")).to_have_value(re.compile(r"^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$"))
    assert "#" not in page.url, "the card stands in no address"
    expect(page.get_by_text("ICU + Sleep Lab are counted as one")).to_be_visible()
    for option in page.get_by_role("radio", name="Agree", exact=True).all():
        option.check()
    page.get_by_role("button", name="Send my answers").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def _review(desktop: Page) -> None:
    expect(desktop.get_by_text("nobody else sees it yet")).to_be_visible()
    expect(desktop.get_by_text("56 used: as many as ballots")).to_be_visible()
    expect(desktop.get_by_text("also where it is not told how many")).to_be_visible()
    desktop.get_by_text("The same as a table").first.click()
    expect(desktop.get_by_role("cell", name="20 %").first).to_be_visible()
    shot(desktop, "wave-review")
    axe(desktop)
    desktop.get_by_role("link", name="Publish it").click()
    desktop.get_by_role("button", name="Publish it").click()
    expect(desktop.get_by_text("0 of 3 have said what follows")).to_be_visible()


def _debrief(desktop: Page, address: str) -> None:
    """The ICU talks about it, for the laboratory with it."""
    desktop.goto(f"{address}/unit/icu/surveys")
    expect(desktop.get_by_text("17 answered.")).to_be_visible()
    expect(desktop.get_by_text("That is about 95 % of those who worked there when it opened.")).to_be_visible()
    shot(desktop, "wave-counted")
    axe(desktop)
    desktop.get_by_role("link", name="What follows from it").click()
    desktop.get_by_label("What do we keep doing?").fill(KEPT)
    desktop.get_by_role("button", name="Say what follows").click()
    expect(desktop.get_by_text(f"We keep: {KEPT}")).to_be_visible()
