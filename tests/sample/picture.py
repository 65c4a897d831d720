"""`python -m tests.sample.picture`: draws the README's first picture anew, a day of a unit's replay in the sample's year."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from services import bootstrap
from services.sample import make
from tests.conftest import QUIET_CHROMIUM
from tests.ensure_browser import chromium
from tests.sample.conftest import TODAY
from tests.web.alder import Alder
from tests.web.standing import standing

PICTURE = Path(__file__).parents[1] / "cases" / "replay.png"
STOP = "Written down late"
"""The stop of Show me at which what was true by then stood in the record only later."""
WIDTH = 1180


def draw(to: Path) -> None:
    with tempfile.TemporaryDirectory() as home:
        make(Path(home) / "sample", TODAY)
        with bootstrap.open_house(Path(home) / "sample") as house, sync_playwright() as playwright:
            house.reader.pull()
            who = {login: person for person, login in house.people.logins().items()}
            here = Alder(house, house.now, who)  # type: ignore[arg-type]  # the sample's clock is the machine's
            with (
                standing(here) as stands,
                playwright.chromium.launch(executable_path=chromium(), args=QUIET_CHROMIUM) as browser,
            ):
                context = browser.new_context(viewport={"width": WIDTH, "height": 900})
                stands.let_in(context, "ines")
                page = context.new_page()
                page.goto(f"{stands.address}/show-me")
                page.get_by_role("link", name=STOP).click()
                page.wait_for_load_state("networkidle")
                below = page.locator(".halves").bounding_box()
                assert below, "what was recorded that day, and what was not known yet"
                height = below["y"] + below["height"]
                page.screenshot(path=to, full_page=True, clip={"x": 0, "y": 0, "width": WIDTH, "height": height})


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE)
