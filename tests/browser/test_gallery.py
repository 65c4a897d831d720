"""Every part of the web face, as a browser shows it under the house's content policy."""

import mimetypes
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from services.web.guard import POLICY
from services.web.layout.assets import STATIC
from tests.browser.sight import DESKTOP, SHOTS, at, axe, reflows_at_320, shot, targets_are_large, walks_by_keyboard
from tests.web.gallery import NAMES, pages

pytestmark = pytest.mark.browser

SITE = "http://heard.test"


def answer(route: Route) -> None:
    """A page of the gallery or a file beside it, from memory, with the headers of the house."""
    path = urlsplit(route.request.url).path
    headers = {"Content-Security-Policy": POLICY}
    if path.startswith("/static/"):
        kind = mimetypes.guess_type(path)[0] or "text/plain"
        body = STATIC.joinpath(path.removeprefix("/static/")).read_bytes()
        route.fulfill(body=body, headers=headers | {"Content-Type": kind})
    else:
        route.fulfill(body=pages()[path.strip("/")], headers=headers | {"Content-Type": "text/html; charset=utf-8"})


@pytest.fixture
def gallery(page: Page) -> Page:
    page.route(f"{SITE}/**", answer)
    return page


@pytest.mark.parametrize("name", NAMES)
def test_a_page_holds_for_everyone(gallery: Page, name: str) -> None:
    gallery.goto(f"{SITE}/{name}")
    expect(gallery.locator("body.js-enabled")).to_be_visible()
    shot(gallery, f"gallery-{name}")
    axe(gallery)
    reflows_at_320(gallery)
    targets_are_large(gallery)
    walks_by_keyboard(gallery)


def test_opened_parts_hold_as_well(gallery: Page) -> None:
    gallery.goto(f"{SITE}/issue")
    for summary in gallery.locator("summary").all():
        summary.click()
    shot(gallery, "gallery-opened")
    axe(gallery)
    reflows_at_320(gallery)


def test_the_page_is_whole_without_script(gallery: Page) -> None:
    gallery.route("**/*.js*", lambda route: route.fulfill(body="", headers={"Content-Type": "text/javascript"}))
    gallery.goto(f"{SITE}/form")
    gallery.get_by_label("What would help? (optional)").fill("A second lift")
    gallery.get_by_label("My name may be shown").check()
    expect(gallery.get_by_role("button", name="Send it")).to_be_visible()


def test_an_error_leads_to_its_question(gallery: Page) -> None:
    gallery.goto(f"{SITE}/form")
    gallery.get_by_role("link", name="Choose who answers for it").click()
    expect(gallery.get_by_label("Whose desk?")).to_be_focused()


def test_the_current_place_is_in_view_on_a_phone(gallery: Page) -> None:
    gallery.goto(f"{SITE}/board")
    expect(gallery.get_by_role("link", name="Unit", exact=True)).to_be_in_viewport(ratio=1)


def test_a_picture_is_drawn_for_the_screen_it_is_on(gallery: Page) -> None:
    gallery.goto(f"{SITE}/issue")
    narrow, wide = gallery.locator(".lanes__narrow"), gallery.locator(".lanes__wide")
    expect(narrow).to_be_visible()
    expect(wide).to_be_hidden()
    with at(gallery, DESKTOP):
        expect(wide).to_be_visible()
        expect(narrow).to_be_hidden()


def test_words_in_the_phone_picture_can_be_read(gallery: Page) -> None:
    gallery.goto(f"{SITE}/issue")
    heights = gallery.evaluate(
        "() => [...document.querySelectorAll('.lanes__narrow text')].map(t => t.getBoundingClientRect().height)"
    )
    assert min(heights) >= 12


def test_the_board_prints_on_one_sheet(gallery: Page) -> None:
    gallery.goto(f"{SITE}/board")
    SHOTS.mkdir(exist_ok=True)
    paper = gallery.pdf(path=SHOTS / "gallery-board.pdf", prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") == 1
