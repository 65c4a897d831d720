"""A privacy officer on her phone opens the name behind a voice, with counsel at her desk. Through the browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.sight import axe
from tests.stories.guards import Guarded, guarding
from workflows.concern.commands import Raise

pytestmark = pytest.mark.browser

SAID = "The narcotics count was off twice this week."
MUST_BE_KNOWN = "A diversion must be reported by law."


@pytest.fixture
def guarded(page: Page, desktop: Page, tmp_path: Path) -> Iterator[Guarded]:
    with guarding(tmp_path, pia=page, clara=desktop) as story:
        yield story


def test_a_name_is_opened_by_two_and_whoever_spoke_sees_it(guarded: Guarded) -> None:
    voice = guarded.here.does("nora", Raise(unit="4-west", what=SAID))
    guarded.here.does("sam", Raise(unit="4-west", what="Somebody else said this."))
    told = the_id_a_leader_passes_on(guarded)
    assert told == voice
    nobody_opens_it_alone(guarded, told)
    counsel_agrees(guarded)
    it_is_shown_once(guarded)
    both_steps_are_on_record(guarded)
    the_one_who_spoke_sees_it(guarded)


def test_counsel_declines_and_nobody_learns_who_spoke(guarded: Guarded) -> None:
    asked_by_the_officer(guarded, guarded.here.does("nora", Raise(unit="4-west", what=SAID)))
    page = guarded.goes("clara", "/privacy/voices")
    page.get_by_role("link", name="Decline").click()
    page.get_by_role("button", name="I do not agree").click()
    expect(page.get_by_text("Declined. Nobody learns who spoke.")).to_be_visible()
    page = guarded.goes("pia", "/privacy/voices")
    expect(page.get_by_text("Declined.", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Show me who spoke, once")).to_have_count(0)
    page = guarded.borrows("pia", "nora", "/answers")
    expect(page.get_by_text(SAID)).to_be_visible()
    expect(page.get_by_text("opened by two people")).to_have_count(0)


def the_id_a_leader_passes_on(guarded: Guarded) -> str:
    """Whoever answers reads what was said and not by whom; whoever guards the name cannot read what was said."""
    page = guarded.borrows("pia", "marco", "/unit/4-west")
    page.get_by_role("link", name=SAID).click()
    expect(page.get_by_text("name not shown").first).to_be_visible()
    told = guarded.id_on(page)
    for login in ("pia", "clara"):
        assert guarded.status(login, f"/voice/{told}") == 404
    return told


def asked_by_the_officer(guarded: Guarded, voice: str) -> Page:
    page = guarded.goes("pia", "/privacy/voices")
    page.get_by_role("link", name="Ask who spoke").click()
    page.get_by_label("Whose voice?").fill(voice)
    page.get_by_label("Why must it be known?").fill(MUST_BE_KNOWN)
    page.get_by_role("button", name="Ask for it").click()
    expect(page.get_by_text("Asked. Somebody in another role must agree within seven days.")).to_be_visible()
    return page


def nobody_opens_it_alone(guarded: Guarded, voice: str) -> None:
    page = asked_by_the_officer(guarded, voice)
    axe(page)
    expect(page.get_by_text("Waits for somebody in another role to agree.")).to_be_visible()
    expect(page.get_by_role("link", name="Agree")).to_have_count(0)
    expect(page.get_by_role("button", name="Show me who spoke, once")).to_have_count(0)
    assert "Nora Bell" not in page.content()


def counsel_agrees(guarded: Guarded) -> None:
    page = guarded.goes("clara", "/privacy/voices")
    expect(page.get_by_text(MUST_BE_KNOWN)).to_be_visible()
    page.get_by_role("link", name="Agree").click()
    page.get_by_role("button", name="I agree").click()
    expect(page.get_by_text("Agreed. It is shown to whoever asked, once, within the hour.")).to_be_visible()
    expect(page.get_by_role("button", name="Show me who spoke, once")).to_have_count(0)
    axe(page)


def it_is_shown_once(guarded: Guarded) -> None:
    page = guarded.goes("pia", "/privacy/voices")
    page.get_by_role("button", name="Show me who spoke, once").click()
    expect(page.get_by_text("Nora Bell")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Close this page").click()
    expect(page.get_by_text("was shown")).to_be_visible()
    expect(page.get_by_role("button", name="Show me who spoke, once")).to_have_count(0)
    with pytest.raises(Error, match="ERR_CACHE_MISS"):  # the browser has kept nothing to go back to
        page.go_back()


def both_steps_are_on_record(guarded: Guarded) -> None:
    page = guarded.goes("clara", "/privacy/voices")
    expect(page.get_by_text("Pia Lund, privacy officer")).to_be_visible()
    expect(page.get_by_text("Agreed to by Clara Voss, counsel; was shown.")).to_be_visible()
    assert "Nora Bell" not in page.content()
    page.get_by_role("link", name="Read log").click()
    for looked in ("Pia Lund, privacy officer", "Clara Voss, counsel"):
        expect(page.get_by_role("cell", name=looked).first).to_be_visible()


def the_one_who_spoke_sees_it(guarded: Guarded) -> None:
    page = guarded.borrows("pia", "nora", "/answers")
    expect(page.get_by_text("Who you are was opened by two people, privacy officer and counsel")).to_be_visible()
    page = guarded.borrows("pia", "marco", "/unit/4-west")
    page.get_by_role("link", name=SAID).click()
    expect(page.get_by_text("name not shown").first).to_be_visible()
    page = guarded.borrows("pia", "sam", "/answers")
    expect(page.get_by_text("opened by two people")).to_have_count(0)
