"""People of a hospital, one after the other, each on their own page of one browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.web.alder import Alder, alder
from tests.web.standing import Standing, standing


class OnTheirPhones:
    """Who is at the page changes with `opens`."""

    def __init__(self, stands: Standing, page: Page) -> None:
        self.here: Alder = stands.here
        self._stands = stands
        self.page = page

    def on(self, day: str) -> None:
        """The morning of a day: the clock has come by in the night."""
        self.here.clock.to(day)
        self.here.house.policies.tick()
        self.here.house.policies.pull()

    def opens(self, login: str, path: str) -> Page:
        self.page.context.clear_cookies()
        self._stands.let_in(self.page.context, login)
        self.page.goto(self._stands.address + path)
        return self.page

    def follows(self, *links: str) -> Page:
        for link in links:
            self.page.get_by_role("link", name=link).first.click()
        return self.page

    def presses(self, button: str, then: str) -> None:
        """Sends a form, and reads what is said to it."""
        self.page.get_by_role("button", name=button, exact=True).click()
        expect(self.page.get_by_text(then).first).to_be_visible()

    def does(self, link: str, button: str, then: str, **typed: str) -> None:
        """Follows an action, fills in what it asks, sends it."""
        more = self.page.locator(".deeds__more > summary").first
        if not self.page.get_by_role("link", name=link, exact=True).first.is_visible() and more.is_visible():
            more.click()
        self.page.get_by_role("link", name=link, exact=True).first.click()
        for question, said in typed.items():
            self.page.locator(f"#{question}").fill(said)
        self.presses(button, then)


@contextmanager
def on_their_phones(page: Page, directory: Path) -> Iterator[OnTheirPhones]:
    """Alder Creek, served to this browser."""
    here = alder(directory)
    with here.house, standing(here) as stands:
        yield OnTheirPhones(stands, page)
