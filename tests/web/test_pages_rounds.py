"""Rounds on a phone: each part is saved by itself, and a mistake loses nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.web.app import create_app
from services.web.signing_in import session
from tests.web.alder import TODAY, Alder, alder, summer
from tests.web.conftest import Browser


class Walking:
    """Lena on her rounds."""

    def __init__(self, here: Alder, told: dict[str, str]) -> None:
        self.here, self.told = here, told
        client = create_app(here.house).test_client()
        with client.session_transaction() as kept:
            kept[session.TOKEN] = here.house.sessions.begin(here.who["lena"], here.clock())
        self.browser = Browser(client)
        self.page = f"/rounds/{told['rounds']}"

    def saves(self, part: str, **typed: str | list[str]) -> tuple[int, str]:
        """Status and page of what comes after."""
        token = self.browser.get(self.page).text.split('name="csrf_token" value="')[1].split('"', 1)[0]
        answer = self.browser.client.post(f"{self.page}/{part}", data={"csrf_token": token, "command": "key", **typed})
        return answer.status_code, answer.text

    def state(self) -> str:
        return type(self.here.house.clerk.memory.get(self.told["rounds"]).state).__name__


@pytest.fixture
def walking(tmp_path: Path) -> Iterator[Walking]:
    here = alder(tmp_path / "alder-creek")
    with here.house:
        yield Walking(here, summer(here))


def test_what_was_found_stands_beside_its_issue(walking: Walking) -> None:
    lift = walking.told["lift"]
    assert walking.saves("seen", issue=lift, finding="better")[0] == 303
    visit = walking.here.house.clerk.memory.get(walking.told["rounds"]).state.visit
    assert [(seen.issue, seen.finding) for seen in visit.seen] == [(lift, "better")]
    assert 'value="better" aria-pressed="true"' in walking.browser.get(walking.page).text


@pytest.mark.parametrize(("then", "issues", "barriers"), [("keep", 0, 0), ("list", 1, 0), ("partner", 1, 1)])
def test_something_new_is_noted_listed_or_handed_over_once(
    walking: Walking, then: str, issues: int, barriers: int
) -> None:
    ledger = walking.here.house.ledger
    before = [len(list(ledger.streams(noun))) for noun in ("concern", "issue", "barrier")]
    for _ in range(2):
        assert walking.saves("heard", what="The sharps box is always full", then=then)[0] == 303
    after = [len(list(ledger.streams(noun))) for noun in ("concern", "issue", "barrier")]
    assert [new - old for old, new in zip(before, after, strict=True)] == [1, issues, barriers]


def test_a_mistake_keeps_what_was_typed(walking: Walking) -> None:
    status, page = walking.saves("heard", what="The sharps box is full", then="fixed")
    assert status == 422
    assert "Say what you did about it." in page
    assert "The sharps box is full" in page
    assert walking.saves("heard", what="", then="list")[0] == 422
    assert walking.saves("seen", issue=walking.told["lift"], finding="gone")[0] == 422
    assert walking.saves("nothing")[0] == 404


def test_the_summary_closes_the_rounds(walking: Walking) -> None:
    lift = walking.told["lift"]
    assert walking.saves("close", colour="executive", summary="")[0] == 422
    assert walking.saves("close", colour="everybody", summary="We walked.")[0] == 422
    assert walking.saves("close", colour="team", summary="We walked.", priorities=[lift, "a", "b", "c"])[0] == 422
    assert walking.state() == "Scheduled"
    status, _ = walking.saves("close", colour="executive", summary="We walked.", priorities=[lift], attendees=[])
    assert (status, walking.state()) == (303, "Summarised")
    page = walking.browser.get(walking.page).text
    assert "We walked." in page
    assert "One bariatric lift" in page.split("What comes first")[1]


def test_rounds_are_scheduled_for_days_to_come(walking: Walking) -> None:
    path = "/do/rounds/schedule?unit=4-west&next=/unit/4-west/rounds"
    late = walking.browser.send(path, unit="4-west", day="2025-07-02")
    assert late.status_code == 409
    assert "is already past" in late.text
    assert walking.browser.send(path, unit="4-west", day=TODAY).location == "/unit/4-west/rounds"
