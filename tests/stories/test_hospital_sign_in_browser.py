"""Lena signs in with what she uses everywhere else in the hospital: two processes and a browser, nothing stood in for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sight import DESKTOP, axe
from tests.cli.conftest import alder, heard, started
from tests.cli.terminal import Server, Terminal
from tests.provider.running import CLIENT, PASSWORD, SECRET, free_port, running

pytestmark = pytest.mark.browser

__all__ = ["alder", "heard", "started"]
OWN = "four small wet lamps"


@pytest.fixture
def server(alder: Terminal, tmp_path: Path) -> Iterator[tuple[Server, str]]:
    """Heard with the hospital's provider beside it, and the password Lena was given."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    given = str(alder("password", "Lena Brandt", "--json").found["password"])
    secret = tmp_path / "secret"
    secret.write_text(SECRET + "\n", encoding="utf-8")
    with running(f"{address}/oidc/callback") as provider:
        settings = {
            "HEARD_ADDRESS": address,
            "HEARD_PORT": str(port),
            "HEARD_OIDC_ISSUER": provider.issuer,
            "HEARD_OIDC_CLIENT": CLIENT,
            "HEARD_OIDC_SECRET_FILE": str(secret),
        }
        with Terminal(alder.home, **settings).serving("--port", str(port)) as served:
            yield served, given


def test_what_opens_everything_else_opens_heard(browser: Browser, server: tuple[Server, str]) -> None:
    served, given = server
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    _comes_in_with_a_password(page, served.address, given)
    page.goto(served.address + "/account")
    page.get_by_role("link", name="Link it").click()
    _signs_in_there(page)
    expect(page.get_by_text("From now on you can sign in that way too")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    expect(page.get_by_role("link", name="Sign out of the hospital’s sign-in too")).to_be_visible()
    other = context.new_page()
    for tab, wanted in ((page, "/raise?unit=4-west"), (other, "/answers")):
        tab.goto(f"{served.address}{wanted}")
    for tab, wanted in ((other, "/answers"), (page, "/raise?unit=4-west")):
        tab.get_by_role("link", name="Sign in with the hospital’s sign-in").click()
        tab.wait_for_url(f"{served.address}{wanted}")
    expect(page.get_by_label("What did you see or hear?")).to_be_visible()
    context.close()


def _comes_in_with_a_password(page: Page, address: str, given: str) -> None:
    page.goto(address + "/sign-in")
    page.get_by_label("Login").fill("lena.brandt")
    page.get_by_label("Password").fill(given)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Your new password", exact=True).fill(OWN)
    page.get_by_role("button", name="Keep this password").click()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()


def _signs_in_there(page: Page) -> None:
    page.locator("input[name=login]").fill("nora")
    page.locator("[type=submit]").first.click()
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("[type=submit]").first.click()
