"""Those who guard privacy, each at a screen of their own, and whoever else comes by."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.web.alder import Alder, alder
from tests.web.standing import Standing, standing


class Guarded:
    """A hospital whose guards sit at their own screens."""

    def __init__(self, stands: Standing, screens: dict[str, Page]) -> None:
        self.here: Alder = stands.here
        self._stands = stands
        self._screens = screens

    def goes(self, login: str, path: str) -> Page:
        """A guard, at their screen."""
        return self.borrows(login, login, path)

    def borrows(self, owner: str, login: str, path: str) -> Page:
        """Somebody else, signed in at that screen instead of whoever sits there."""
        page = self._screens[owner]
        page.context.clear_cookies()
        self._stands.let_in(page.context, login)
        page.goto(self._stands.address + path)
        return page

    def status(self, login: str, path: str) -> int:
        """What a guard is told who asks for a page."""
        self.goes(login, "/privacy")
        return self._screens[login].request.get(self._stands.address + path).status

    def id_on(self, page: Page) -> str:
        """The id of a record, read off its page."""
        pair = page.locator(".facts__pair", has=page.get_by_text("Its id, for privacy and counsel", exact=True))
        expect(pair).to_be_visible()
        return pair.locator("dd").inner_text()


@contextmanager
def guarding(directory: Path, **screens: Page) -> Iterator[Guarded]:
    """Alder Creek, served, with a screen for each login."""
    here = alder(directory / "alder-creek")
    with here.house, standing(here) as stands:
        yield Guarded(stands, screens)
