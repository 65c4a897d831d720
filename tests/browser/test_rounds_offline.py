"""Rounds through a hole in the network: what is typed on the phone is saved once, when it was typed, and leaves the phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.sight import PHONE, axe, reflows_at_320, shot
from tests.web.alder import Alder, alder
from tests.web.standing import Standing, standing
from tests.web.summer import summer
from workflows.kernel.moments import MICRO

pytestmark = pytest.mark.browser

MINUTE = 60 * MICRO
HEARD = (
    "The sharps box by bed 4 is full",
    "Nobody can find the bladder scanner",
    "The night tray comes without spoons",
)


class Walk:
    """Lena on her rounds, with her phone."""

    def __init__(self, here: Alder, rounds: str, stands: Standing, context: BrowserContext) -> None:
        self.here = here
        self.rounds = rounds
        self.address = f"{stands.address}/rounds/{rounds}"
        self.context = context
        self.page: Page = context.new_page()
        self.page.goto(self.address, wait_until="load")

    def hears(self, what: str, then: str = "Only note it") -> None:
        self.page.get_by_label("What did you hear?").fill(what)
        self.page.get_by_role("button", name=then).click()

    def voices(self) -> list[str]:
        ledger = self.here.house.ledger
        states = (self.here.house.clerk.memory.get(one).state for one in ledger.streams("concern"))
        return [state.voice.id for state in states if state.voice.rounds == self.rounds]

    def kept(self) -> str:
        """All that the phone still holds of anybody's words."""
        return str(self.context.storage_state(indexed_db=True)["origins"])


@pytest.fixture
def walk(browser: Browser, tmp_path: Path) -> Iterator[Walk]:
    here = alder(tmp_path / "alder-creek")
    with here.house:
        told = summer(here)
        with standing(here) as stands:
            context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
            context.clock.set_fixed_time("2025-07-03T15:00:00Z")
            stands.let_in(context, "lena")
            yield Walk(here, told["rounds"], stands, context)
            context.close()


def test_three_concerns_typed_without_signal_are_three_and_leave_the_phone(walk: Walk) -> None:
    page = walk.page
    walk.context.set_offline(True)
    for number, what in enumerate(HEARD, start=1):
        walk.hears(what)
        expect(page.get_by_text(f"0 of {number} saved, {number} on this phone.")).to_be_visible()
        expect(page.get_by_label("What did you hear?")).to_have_value("")
    shot(page, "page-rounds-offline")
    assert walk.voices() == []
    assert all(what in walk.kept() for what in HEARD)
    walk.here.clock.moment += 5 * MINUTE
    walk.context.set_offline(False)
    expect(page.get_by_text("3 of 3 saved.")).to_be_visible(timeout=20_000)
    assert len(walk.voices()) == 3
    assert not any(what in walk.kept() for what in HEARD)
    rows = walk.here.house.ledger.rows(0, 10_000)
    heads = [walk.here.house.clerk.mapper.fact(row).head for row in rows]
    raised = [(one.via, one.occurred) for one in heads if one.name == "concern.raised"][-3:]
    assert raised == [("offline", "2025-07-03T10:00:00-05:00")] * 3


def test_an_answer_that_was_lost_on_the_way_is_given_again(walk: Walk) -> None:
    """The hospital saved it, the phone never heard so: sent again, it is still one."""
    page = walk.page
    lost: list[int] = []

    def lose(route: Route) -> None:
        """Fetched and thrown away, the first time."""
        lost.append(route.fetch().status)
        route.abort()

    page.route("**/heard", lose, times=1)
    walk.hears(HEARD[0], "List it")
    expect(page.get_by_text("1 of 1 saved.")).to_be_visible(timeout=20_000)
    assert lost == [200]
    assert len(walk.voices()) == 1


def test_without_signal_the_page_of_rounds_opens_all_the_same(walk: Walk) -> None:
    page = walk.page
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    page.reload()
    walk.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="Rounds without signal")).to_be_visible()
    axe(page)
    reflows_at_320(page)
    walk.hears(HEARD[1])
    expect(page.get_by_text("1 on this phone.")).to_be_visible()
    shot(page, "page-rounds-no-signal")
    walk.context.set_offline(False)
    expect(page.get_by_text("1 of 1 saved.")).to_be_visible(timeout=30_000)
    assert len(walk.voices()) == 1


def test_a_mistake_comes_back_beside_its_question_and_somebody_elses_words_stay_theirs(walk: Walk) -> None:
    page = walk.page
    walk.hears(HEARD[0], "Fixed now")
    expect(page.get_by_text("Say what you did about it.").first).to_be_visible()
    expect(page.get_by_label("What did you hear?")).to_have_value(HEARD[0])
    page.evaluate("""() => localStorage.setItem("heard.rounds", JSON.stringify([{id: crypto.randomUUID(), owner: "another",
      stream: location.pathname.split("/")[2], part: "heard", fields: [["what", "Theirs"]], at: new Date(), waited: true}]))""")
    page.goto(walk.address)
    expect(page.get_by_text("Something that somebody else typed waits")).to_be_visible()
    walk.hears(HEARD[2])
    expect(page.get_by_text("1 of 1 saved.")).to_be_visible(timeout=20_000)
    assert len(walk.voices()) == 1
    assert "Theirs" in walk.kept()
