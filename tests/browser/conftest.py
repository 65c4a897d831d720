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


@contextmanager
def opened(browser: Browser, size: ViewportSize, *, scripts: bool = True) -> Iterator[Page]:
    """A blank page with cookies of its own. After it: no console error, no script error, no request to anywhere but one
    server."""
    context = browser.new_context(
        viewport=size,
        locale="en-US",
        timezone_id="America/Chicago",
        reduced_motion="reduce",
        java_script_enabled=scripts,
    )
    complaints: list[str] = []
    servers: set[str] = set()

    def heard(message: ConsoleMessage) -> None:
        refused_page = REFUSED in message.text and "/static/" not in message.location.get("url", "")
        if message.type in {"error", "warning"} and not refused_page and GONE not in message.text:
            complaints.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith(("data:", "about:", "blob:")):
            servers.add("/".join(request.url.split("/")[:3]))

    page = context.new_page()
    page.on("console", heard)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", asked)
    yield page
    context.close()
    assert complaints == []
    assert len(servers) <= 1, f"the page asked several servers: {sorted(servers)}"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """On a phone."""
    with opened(browser, PHONE) as page:
        yield page


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    """At a desk, beside the phone."""
    with opened(browser, DESKTOP) as page:
        yield page


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """At a desk whose browser runs no scripts."""
    with opened(browser, DESKTOP, scripts=False) as page:
        yield page
