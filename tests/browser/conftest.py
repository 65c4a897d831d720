"""A page per test, on a phone unless told otherwise, that fails when the browser complains or leaves the server."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize

from tests.browser.sight import DESKTOP, PHONE

REFUSED = "the server responded with a status of 4"
"""What a browser notes when a page itself says no, as a form with a mistake does; a missing file is a fault."""
GONE = "net::ERR_CONNECTION_REFUSED"
"""What a browser notes of the last page's pictures when its story is told and the server has left. One that stands refuses no
connection, and any other server is a fault of its own."""


class Window:
    """A page, what the browser complained about on it, and the servers it asked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._complaints: list[str] = []
        self._servers: set[str] = set()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self._complaints.append(str(error)))
        page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        refused_page = REFUSED in message.text and "/static/" not in message.location.get("url", "")
        if message.type in {"error", "warning"} and not refused_page and GONE not in message.text:
            self._complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("data:", "about:", "blob:")):
            self._servers.add("/".join(request.url.split("/")[:3]))

    def holds(self) -> None:
        """Until now: no console error, no script error, no request to anywhere but one server."""
        complaints, self._complaints = self._complaints, []
        assert complaints == []
        assert len(self._servers) <= 1, f"the page asked several servers: {sorted(self._servers)}"


@contextmanager
def opened(browser: Browser, size: ViewportSize, *, scripts: bool = True) -> Iterator[Window]:
    """A blank page with cookies of its own."""
    context = browser.new_context(
        viewport=size,
        locale="en-US",
        timezone_id="America/Chicago",
        reduced_motion="reduce",
        java_script_enabled=scripts,
    )
    yield Window(context.new_page())
    context.close()


def _once(browser: Browser, size: ViewportSize, *, scripts: bool = True) -> Iterator[Page]:
    with opened(browser, size, scripts=scripts) as window:
        yield window.page
    window.holds()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """On a phone."""
    yield from _once(browser, PHONE)


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    """At a desk, beside the phone."""
    yield from _once(browser, DESKTOP)


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """At a desk whose browser runs no scripts."""
    yield from _once(browser, DESKTOP, scripts=False)


@pytest.fixture(scope="module")
def _window(browser: Browser) -> Iterator[Window]:
    with opened(browser, PHONE) as window:
        yield window


@pytest.fixture
def passing(_window: Window) -> Iterator[Page]:
    """On a phone that goes from page to page, for those that are looked at and left: letters, styles and axe are loaded once.
    It keeps nothing of the page before."""
    yield _window.page
    _window.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    _window.page.context.clear_cookies()
    _window.holds()
