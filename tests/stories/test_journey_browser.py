"""The journey, through the browser: a nurse speaks up on her phone, a barrier goes through several hands, everybody is
answered, and the pages show who held the ball: now, and as it was on a past day."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.stories.phones import OnTheirPhones, on_their_phones

pytestmark = pytest.mark.browser

LIFT = "The ceiling lift stands still"


@pytest.fixture
def phones(page: Page, tmp_path: Path) -> Iterator[OnTheirPhones]:
    with on_their_phones(page, tmp_path / "alder-creek") as phones:
        yield phones


def test_the_journey(phones: OnTheirPhones) -> None:
    page = phones.page
    rounds_are_planned(phones)
    somebody_speaks_up(phones)
    rounds_are_held(phones)
    the_same_is_said_again(phones)
    a_barrier_goes_through_hands(phones)
    it_is_resolved_and_answered(phones)
    one_was_heard_and_one_disputes(phones)

    phones.opens("marco", "/unit/4-west")
    expect(page.get_by_text("2 heard", exact=True)).to_be_visible()
    silence_ends_by_the_clock_alone(phones)
    the_pages_keep_account(phones)


def rounds_are_planned(phones: OnTheirPhones) -> None:
    phones.on("2025-01-08")
    phones.opens("lena", "/unit/4-west/rounds")
    phones.does("Schedule rounds", "Schedule the rounds", "Scheduled.", day="2025-01-17")


def somebody_speaks_up(phones: OnTheirPhones) -> None:
    """Three taps, and an idea."""
    phones.on("2025-01-10")
    page = phones.opens("nora", "/")
    phones.follows("+ Raise")
    page.get_by_label("What did you see or hear?").fill(f"{LIFT}, we turn people by hand.")
    page.get_by_text("I have an idea").click()
    page.get_by_label("What would help?").fill("A second lift")
    phones.presses("Send it", "an answer is owed to you")
    expect(page.get_by_text("Answer owed")).to_be_visible()


def rounds_are_held(phones: OnTheirPhones) -> None:
    """On a phone: the concern is listed, something is fixed on the spot, the unit is told."""
    phones.on("2025-01-17")
    page = phones.opens("lena", "/unit/4-west")
    phones.follows(LIFT, "List it as an issue")
    expect(page.locator("#title")).to_have_value(f"{LIFT}, we turn people by hand")
    expect(page.locator("#suggestion")).to_have_value("A second lift")
    phones.presses("List it", "It stands on the log.")
    phones.opens("lena", "/unit/4-west/rounds")
    phones.follows("Friday 17 January")
    page.get_by_role("button", name="Tick").first.click()
    phones.presses("Still so", "Saved.")
    page.get_by_label("What did you hear?").fill("The fax list is out of date")
    page.get_by_label("Fixed right now? What did you do?").fill("Printed the new one and hung it up")
    phones.presses("Fixed now", "Fixed on the spot")
    page.get_by_label("First", exact=True).select_option(index=1)
    phones.presses("We agree on these", "Agreed.")
    page.get_by_label("What came of the rounds?").fill("The lift comes first.")
    page.get_by_label("Whom do you thank").fill("Whoever found the spare sling")
    phones.presses("Close and send the summary", "Summarised.")
    phones.opens("nora", "/unit/4-west/rounds")
    phones.follows("Friday 17 January")
    expect(page.get_by_text("The lift comes first.").first).to_be_visible()


def the_same_is_said_again(phones: OnTheirPhones) -> None:
    page = phones.opens("sam", "/raise")
    page.get_by_label("What did you see or hear?").fill("Nobody repairs the lift.")
    phones.presses("Send it", "an answer is owed to you")
    phones.opens("lena", "/unit/4-west")
    phones.follows("Nobody repairs the lift.")
    page.get_by_text("More", exact=True).click()
    phones.follows("Same as an issue")
    page.get_by_label(LIFT).check()
    phones.presses("It is the same issue", "Put together.")


def a_barrier_goes_through_hands(phones: OnTheirPhones) -> None:
    """Given back with a reason, accepted by another, waiting on a committee, rejected once, verified."""
    page = phones.opens("marco", "/unit/4-west")
    phones.follows(LIFT)
    page.get_by_text("More", exact=True).first.click()
    phones.follows("Log a barrier")
    page.get_by_label("What stands in the way?").fill("No money for a lift motor")
    page.get_by_label("Who can remove it?").select_option(label="Dana Cole")
    page.get_by_label("What does it cost, in dollars?").fill("$9,800")
    phones.presses("Log the barrier", "The holder says yes, or gives it back")

    phones.on("2025-01-18")
    phones.opens("dana", "/desk")
    phones.does("Give it back", "Give it back", "Given back", reason="Money of this size is the chief nurse's.")
    phones.opens("marco", "/desk")
    phones.follows("Find another holder")
    page.get_by_label("Who can remove it?").select_option(label="Ruth Adeyemi")
    phones.presses("Hand it on", "Handed on.")

    phones.on("2025-01-20")
    phones.opens("ruth", "/desk")
    phones.does("It is mine", "It is mine", "The barrier is on your desk")
    phones.on("2025-01-24")
    phones.opens("ruth", "/desk")
    phones.follows("I wait on")
    page.get_by_label("On whom do you wait?").select_option(label="Capital committee")
    page.get_by_label("Until when?").fill("2025-02-07")
    page.get_by_label("What do you wait for?").fill("They decide on Friday.")
    phones.presses("I wait on them", "You stay answerable")
    phones.on("2025-02-07")
    phones.opens("ruth", "/desk")
    phones.does("The waiting is over", "The waiting is over", "The waiting is over; the clock runs on.")
    phones.does("Say it is removed", "It is removed", "The unit checks it now", evidence="A motor was bought.")
    phones.opens("lena", "/desk")
    phones.does("It is still there", "It is still there", "goes back to its holder", why="It lies in the basement.")
    phones.on("2025-02-12")
    phones.opens("ruth", "/desk")
    phones.does("Say it is removed", "It is removed", "The unit checks it now", evidence="The motor is mounted.")
    phones.opens("lena", "/desk")
    phones.does("It is gone", "The barrier is gone", "Verified.")


def it_is_resolved_and_answered(phones: OnTheirPhones) -> None:
    phones.on("2025-02-13")
    page = phones.opens("marco", "/unit/4-west")
    phones.follows(LIFT)
    phones.does("It is resolved", "It is resolved", "must hear of it", evidence="Lifted twice today.")
    page.get_by_role("link", name="Answer", exact=True).first.click()
    page.get_by_label("What is your answer?").fill("The lift works again; a second one is in the budget of July.")
    page.get_by_label("It is done", exact=True).check()
    phones.presses("Give this answer", "Now each of them is to be told.")
    expect(page.get_by_text("The answer is to be told to 2 people, by Marco Bell.")).to_be_visible()
    expect(page.get_by_role("link", name="Answer", exact=True)).to_have_count(0)
    for _ in range(2):
        phones.opens("marco", "/unit/4-west")
        phones.follows(LIFT)
        page.get_by_role("link", name="It reached them").first.click()
        page.get_by_label("In person").check()
        phones.presses("The answer reached them", "Now they say whether they were heard")


def one_was_heard_and_one_disputes(phones: OnTheirPhones) -> None:
    page = phones.opens("nora", "/answers")
    phones.does("I was heard", "I was heard", "Thank you for saying so.")
    phones.opens("sam", "/answers")
    phones.does("It does not hold", "It does not hold", "It is open again", why="It stood still again last night.")
    phones.opens("marco", "/unit/4-west")
    expect(page.get_by_text("Reopened")).to_be_visible()
    phones.follows(LIFT)
    page.get_by_role("link", name="Answer", exact=True).first.click()
    page.get_by_label("What is your answer?").fill("The fuse was wrong; it is the right one now.")
    page.get_by_label("It is done", exact=True).check()
    phones.presses("Give this answer", "told")
    phones.opens("marco", "/unit/4-west")
    phones.follows(LIFT)
    page.get_by_role("link", name="It reached them").first.click()
    page.get_by_label("In person").check()
    phones.presses("The answer reached them", "Now they say whether they were heard")
    phones.opens("sam", "/answers")
    phones.does("I was heard", "I was heard", "Thank you for saying so.")


def silence_ends_by_the_clock_alone(phones: OnTheirPhones) -> None:
    """What was fixed on the spot got no reply: two notices, fourteen days, and it is never called heard."""
    for day in ("2025-02-14", "2025-02-20", "2025-02-26"):
        phones.on(day)
    page = phones.opens("lena", "/unit/4-west")
    expect(page.get_by_text("1 no reply", exact=True)).to_be_visible()
    expect(page.get_by_text("2 heard", exact=True)).to_be_visible()


def the_pages_keep_account(phones: OnTheirPhones) -> None:
    """Who held it, then and now."""
    (lift, *_) = phones.here.house.ledger.streams("issue")
    page = phones.opens("lena", f"/issue/{lift}")
    page.get_by_text("The same as a table").first.click()
    for holder in ("Dana Cole", "Ruth Adeyemi", "Capital committee", "4 West"):
        expect(page.locator("table").get_by_text(holder).first).to_be_visible()
    phones.opens("lena", "/unit/4-west?as_of=2025-01-30")
    expect(page.get_by_text("waiting on Capital committee to 7 Feb")).to_be_visible()
    phones.opens("lena", "/unit/4-west?as_of=2024-12-24")
    expect(page.get_by_text("the record begins on 6 January 2025")).to_be_visible()
