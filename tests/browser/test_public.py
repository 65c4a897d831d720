"""The pages anybody may open: for every eye, hand and screen, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessments.campaign.commands import Open
from services import carding
from services import code as codes
from tests.browser.sight import axe, reflows_at_320, shot, targets_are_large, walks_by_keyboard
from tests.web.alder import alder
from tests.web.standing import Standing, standing

pytestmark = pytest.mark.browser


@pytest.fixture
def stands(tmp_path: Path) -> Iterator[Standing]:
    here = alder(tmp_path / "alder-creek")
    with here.house, standing(here) as standing_:
        yield standing_


def _holds(page: Page, name: str) -> None:
    axe(page)
    reflows_at_320(page)
    targets_are_large(page)
    walks_by_keyboard(page)
    shot(page, name)


@pytest.mark.parametrize("language", ["en", "es"])
def test_speaking_up_and_looking_for_the_answer(page: Page, stands: Standing, language: str) -> None:
    page.goto(f"{stands.address}/speak/4-west?lang={language}")
    page.locator("details > summary").click()
    _holds(page, f"speak-{language}")
    page.locator("form .nhsuk-button").click()
    expect(page.locator(".nhsuk-error-summary")).to_be_visible()
    _holds(page, f"speak-wrong-{language}")
    page.locator("#what").fill("Nobody answers pages between two and five.")
    page.locator("form .nhsuk-button").click()
    expect(page.locator("[data-code]")).to_be_visible()
    _holds(page, f"receipt-{language}")
    code = page.locator("[data-code]").get_attribute("data-code") or ""
    page.goto(f"{stands.address}/heard?lang={language}#{code}")
    expect(page.locator("#code")).to_have_value(code)
    assert code not in page.url
    page.locator("form button").click()
    expect(page.locator(".next")).to_be_visible()
    _holds(page, f"heard-{language}")


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_card_says_that_its_holder_is_in(page: Page, stands: Standing, language: str) -> None:
    card = codes.mint()
    stands.here.house.intake.cards.deal("4-west", [card])
    page.goto(f"{stands.address}/commit?lang={language}#{codes.spelled(card)}")
    _holds(page, f"commit-{language}")
    page.locator("form button").click()
    page.locator("form button").click()
    expect(page.locator(".notice--done")).to_be_visible()
    _holds(page, f"commit-in-{language}")
    assert stands.here.house.intake.cards.counts() == {"4-west": (1, 1)}


def test_the_poster_and_the_card(page: Page, stands: Standing) -> None:
    page.goto(f"{stands.address}/heard")
    stands.let_in(page.context, "marco")
    for paper in ("poster", "card"):
        page.goto(f"{stands.address}/unit/4-west/{paper}")
        _holds(page, paper)


def test_the_code_is_copied_with_one_press(page: Page, stands: Standing) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{stands.address}/speak/4-west")
    page.locator("#what").fill("Nobody answers pages between two and five.")
    page.locator("form .nhsuk-button").click()
    page.get_by_role("button", name="Copy the code").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("[data-code]").get_attribute("data-code")


def test_in_a_flood_the_page_does_its_work_by_itself(
    page: Page, stands: Standing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.web.public.flood.FROM_ONE", 0)
    page.goto(f"{stands.address}/speak/4-west")
    page.locator("#what").fill("Nobody answers pages between two and five.")
    page.locator("form .nhsuk-button").click()
    expect(page.get_by_text("Very many things are being sent").first).to_be_visible()
    page.locator("form .nhsuk-button").click()
    expect(page.get_by_role("heading", name="Thank you. We have it.")).to_be_visible()


def test_in_a_flood_what_is_kept_is_not_sent(page: Page, stands: Standing, monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is done by a script, which remembers the button that was pressed."""
    monkeypatch.setattr("services.web.public.flood.FROM_ONE", 0)
    here = stands.here
    here.joins("vera", "4-west")
    asked = Open(unit="4-west", mode="confidential", closes="2025-01-13", least="5")
    campaign = here.does("marco", asked)
    state = here.house.clerk.memory.get(campaign).state
    carding.stock(here.house, campaign, state)
    page.goto(f"{stands.address}/answer/{campaign}#{carding.own(here.house, campaign, here.who['nora'])}")
    page.get_by_role("radio", name="Agree", exact=True).first.check()
    page.get_by_role("button", name="Keep it, I come back").click()
    expect(page.get_by_text("Very many things are being sent").first).to_be_visible()
    page.get_by_role("button", name="Keep it, I come back").click()
    expect(page.get_by_role("heading", name="Kept, and not sent yet")).to_be_visible()
    _holds(page, "ballot-kept")
    (box,) = carding.boxes(campaign, state)
    assert here.house.ballots.count(box) == 0
