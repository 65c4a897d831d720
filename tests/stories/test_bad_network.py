"""The answer to a ballot is lost on its way, once: loaded again it is sent again and counts once, with scripts and without."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Route, expect

from assessments.campaign.commands import Open
from tests.browser.sight import PHONE
from tests.stories.phones import OnTheirPhones, on_their_phones

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def phones(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[OnTheirPhones]:
    context = browser.new_context(java_script_enabled=request.param, viewport=PHONE)
    with on_their_phones(context.new_page(), tmp_path / "alder-creek") as phones:
        yield phones
    context.close()


def test_a_time_out_loses_nothing_and_counts_nothing_twice(phones: OnTheirPhones) -> None:
    phones.on("2025-03-04")
    here, page = phones.here, phones.page
    campaign = here.does("marco", Open(unit="4-west", closes="2025-03-11"))
    phones.opens("nora", f"/answer/{campaign}")
    for question in page.get_by_role("group").all():
        question.get_by_role("radio").nth(1).check()
    loses_one_answer(page)
    with suppress(Error):
        page.get_by_role("button", name="Send my answers").click()
    expect(page.get_by_role("heading", name="Thank you")).to_have_count(0)
    assert here.house.ballots.count(campaign) == 1, "it came in, and nobody was told"
    page.reload()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert here.house.ballots.count(campaign) == 1


def loses_one_answer(page: Page) -> None:
    """The server hears the form, its page never comes."""
    lost: list[str] = []

    def drop(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.request.url)
            route.fetch()
            route.abort("timedout")
        else:
            route.continue_()

    page.route("**/answer/**", drop)
