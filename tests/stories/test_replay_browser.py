"""A review replays a unit's months: with the keyboard alone, without script, and on two machines with the same address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sight import DESKTOP, PHONE
from tests.web.alder import alder
from tests.web.standing import Standing, standing
from tests.web.summer import summer
from workflows.concern.commands import Raise
from workflows.privilege.commands import Designate

pytestmark = pytest.mark.browser

REPLAY = "/unit/4-west/replay"
SECRET = "The wrong syringe was within reach"  # noqa: S105 - words, not a password


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    here = alder(Path(tmp_path_factory.mktemp("replay")) / "alder-creek")
    with here.house:
        summer(here)
        apart = here.does("nora", Raise(unit="4-west", what=SECRET), None, "2025-05-20")
        here.does("ines", Designate(about=apart, reason="Counsel asks."))
        with standing(here) as stands:
            yield stands


def test_a_review_goes_through_the_months_by_keyboard_alone(page: Page, house: Standing) -> None:
    house.let_in(page.context, "dana")
    page.goto(f"{house.address}{REPLAY}?on=2025-05-12", wait_until="load")
    page.evaluate("window.stayed = true")
    slider = page.get_by_role("slider", name="Move to a day")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("heading", name="Sunday 11 May 2025")).to_be_visible()
    expect(page).to_have_url(f"{house.address}{REPLAY}?on=2025-05-11")
    expect(slider).to_be_focused()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("heading", name="Friday 9 May 2025")).to_be_visible()
    expect(page.locator("#said")).to_contain_text("9 May 2025: 2 owed an answer, 1 open")
    expect(page.locator("#stop")).to_contain_text("Held")
    page.keyboard.press("Home")
    expect(page.get_by_role("heading", name="Monday 6 January 2025")).to_be_visible()
    page.get_by_role("link", name="Step on").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Step on")).to_be_focused()
    expect(page.get_by_role("heading", name="Monday 6 January 2025")).to_have_count(0)
    assert page.evaluate("window.stayed") is True, "the page was never left"


def test_play_goes_on_by_itself_until_it_is_stopped(page: Page, house: Standing) -> None:
    house.let_in(page.context, "dana")
    page.goto(f"{house.address}{REPLAY}?on=2025-06-27", wait_until="load")
    page.get_by_role("button", name="Play").press("Enter")
    expect(page.get_by_role("heading", name="Saturday 28 June 2025")).to_be_visible()
    expect(page.get_by_role("heading", name="Sunday 29 June 2025")).to_be_visible()
    page.get_by_role("button", name="Stop playing").press("Enter")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_focused()


def test_without_script_it_is_links_and_a_form(browser: Browser, house: Standing) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    house.let_in(context, "dana")
    page = context.new_page()
    page.goto(f"{house.address}{REPLAY}?on=2025-05-12")
    page.get_by_role("link", name="Step back").click()
    expect(page.get_by_role("heading", name="Saturday 10 May 2025")).to_be_visible()
    page.get_by_role("link", name="What was true then").click()
    expect(page.get_by_role("heading", name="Happened that day")).to_be_visible()
    page.get_by_text("Go to a day, or compare two").click()
    page.get_by_label("To a day", exact=True).fill("2025-06-29")
    page.get_by_label("Beside another day").fill("2025-05-09")
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("heading", name="9 May 2025 beside 29 June 2025")).to_be_visible()
    page.get_by_role("slider", name="Move to a day").press("End")
    page.get_by_role("button", name="Show that day").click()
    expect(page.get_by_role("heading", name="Thursday 3 July 2025")).to_be_visible()
    context.close()


def test_two_people_on_two_machines_see_the_same(browser: Browser, house: Standing) -> None:
    """One reads what is privileged, the other said it, and neither finds it behind the address that one gives the other."""
    seen = []
    address = ""
    for login, size in (("ines", DESKTOP), ("nora", PHONE)):
        context = browser.new_context(viewport=size)
        house.let_in(context, login)
        page = context.new_page()
        page.goto(address or f"{house.address}{REPLAY}?on=2025-05-20&reading=on")
        page.get_by_role("link", name="A link that always shows this").click()
        page.wait_for_url("**as_of=**")
        address = page.url
        seen.append(" ".join((page.locator("#stop").text_content() or "").split()))
        context.close()
    assert "as_of=" in address
    assert seen[0] == seen[1]
    assert SECRET not in seen[0]
    assert "some may be left out" in seen[0]
    assert "One bariatric lift for three units" in seen[0]
