"""An executive who must not learn who spoke, and somebody with an account of another hospital: both try every way in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.alder import Alder, alder
from tests.web.standing import Standing, standing
from workflows.concern.commands import Raise
from workflows.issue.commands import List

pytestmark = pytest.mark.browser

SAID = "The second pump alarm is silenced at night"
API = "/api/v1"


class Ward:
    """4 West, where one nurse said one thing in confidence."""

    def __init__(self, stands: Standing, page: Page) -> None:
        self.here: Alder = stands.here
        self.page = page
        self._stands = stands
        self.address = stands.address
        self.voice = self.here.does("nora", Raise(unit="4-west", what=SAID, speaker="confidential"))
        self.issue = self.here.does("marco", List(unit="4-west", title="Silenced alarms", from_concern=self.voice))
        self.here.clock.to("2025-01-08")

    def opens(self, login: str, path: str) -> str:
        """What somebody sees there."""
        self.page.context.clear_cookies()
        self._stands.let_in(self.page.context, login)
        return self.goes(path)

    def goes(self, path: str) -> str:
        answer = self.page.goto(self._stands.address + path)
        assert answer is not None
        self.status = answer.status
        return self.page.content()


@pytest.fixture
def ward(page: Page, tmp_path: Path) -> Iterator[Ward]:
    here = alder(tmp_path / "alder-creek")
    with here.house, standing(here) as stands:
        yield Ward(stands, page)


def test_an_executive_reads_what_was_said_and_never_by_whom(ward: Ward) -> None:
    nora = ward.here.who["nora"]
    for login in ("dana", "ruth"):
        board = ward.opens(login, "/unit/4-west")
        assert "Silenced alarms" in board, "what was said is theirs to read"
        ward.page.get_by_role("link", name="Silenced alarms").first.click()
        expect(ward.page.get_by_text(SAID).first).to_be_visible()
        expect(ward.page.get_by_text("name not shown").first).to_be_visible()
        tried = [
            f"/issue/{ward.issue}",
            f"/voice/{ward.voice}",
            f"/issue/{ward.issue}?reading=as_of&day=2025-01-06",
            f"/voice/{ward.voice}?reading=on&day=2025-01-06",
            "/unit/4-west?reading=as_of&day=2025-01-06",
            "/unit/4-west?show=mine",
            f"{API}/issues/{ward.issue}/timeline",
            f"{API}/issues/{ward.issue}/accountability",
            f"{API}/concerns/{ward.voice}",
            f"{API}/desks/voice-{ward.voice.partition('-')[2]}",
        ]
        for path in tried:
            seen = ward.goes(path)
            assert ward.status in (200, 404), path
            assert nora not in seen, path
            assert "Nora Bell" not in seen, path


def test_the_one_voice_of_a_unit_is_no_name(ward: Ward) -> None:
    """Where one voice is counted, the facts of it name nobody either."""
    assert '"owed":1' in ward.opens("dana", f"{API}/units/4-west/board")
    for moment in ("", "?as_of=2025-01-06", "?on=2025-01-06"):
        told = ward.page.request.get(f"{ward.address}{API}/units/4-west/timeline{moment}").json()["facts"]
        (raised,) = (fact for fact in told if fact["name"] == "concern.raised")
        assert raised["by"] == {"kind": "voice", "id": None, "as": None}
        spoken = [fact for fact in told if not fact["stream"].startswith("unit-")]
        assert ward.here.who["nora"] not in str(spoken)


def test_an_executive_finds_no_way_round(ward: Ward) -> None:
    for path in (
        f"/setup/people/{ward.here.who['nora']}",
        "/setup/people",
        "/setup/roles",
        "/import/held",
        f"/do/concern/correct?to={ward.voice}",
        f"/do/concern/wall?to={ward.voice}",
    ):
        ward.opens("dana", path)
        assert ward.status == 404, path


def test_an_account_of_another_hospital_opens_nothing_here(ward: Ward, tmp_path: Path) -> None:
    """Its ids are worth nothing next door, and a sign-in of next door is none here."""
    ward.here.account("ines")
    other = alder(tmp_path / "birch")
    browser = ward.page.context.browser
    assert browser
    with other.house, standing(other) as next_door, browser.new_context() as attacker:
        page = attacker.new_page()
        next_door.let_in(attacker, "ines")
        for path in (f"/issue/{ward.issue}", f"/voice/{ward.voice}", f"{API}/issues/{ward.issue}"):
            answer = page.goto(next_door.address + path)
            assert answer is not None
            assert answer.status == 404, path
            assert SAID not in page.content()
        token = other.house.tokens.issue(other.who["ines"], "a script", ("read.*",), "2999-01-01")
        for path in (f"{API}/issues/{ward.issue}/timeline", f"{API}/units/4-west/board"):
            here_too = attacker.request.get(ward.address + path, headers={"Authorization": f"Bearer {token}"})
            assert here_too.status == 401, path
            assert SAID not in here_too.text()
        (cookie,) = (one for one in attacker.cookies() if one["name"] == "heard")
        attacker.clear_cookies()
        attacker.add_cookies([{"name": "heard", "value": cookie["value"], "url": ward.address}])
        page.goto(f"{ward.address}/issue/{ward.issue}")
        expect(page.get_by_label("Password")).to_be_visible()
        assert SAID not in page.content()
