"""The key of a machine: the board of one unit without a name on it, speaking up, and nothing else."""

import re

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.summer import summer
from workflows.concern.commands import Hide, Raise
from workflows.kernel.moments import DAY
from workflows.respect.commands import Report


def key_made(leader: Browser, unit: str = "4-west") -> str:
    page = leader.send(f"/unit/{unit}/keys", name="Nurses’ station", days="180").text
    found = re.search(r'class="typed">([0-9a-z-]{64})<', page)
    assert found, page
    return found[1]


def opened(enter: Enter, nobody: Browser, unit: str = "4-west", leader: str = "marco") -> Browser:
    """A machine with the key of a unit."""
    assert nobody.send("/wall/open", key=key_made(enter(leader), unit)).headers["Location"] == "/wall"
    nobody.client.delete_cookie("heard")
    return nobody


def test_the_board_is_shown_without_a_name_and_without_a_session(
    hospital: Alder, enter: Enter, nobody: Browser
) -> None:
    summer(hospital)
    machine = opened(enter, nobody)
    answer = machine.get("/wall")
    assert "bariatric lift" in answer.text
    for login in ("dana", "lena", "marco", "nora", "sam"):
        name = hospital.house.people.person(hospital.who[login])
        assert name
        assert name.name not in answer.text
    assert "Capital committee" not in answer.text
    assert "Set-Cookie" not in answer.headers
    assert 'hx-trigger="every 60s"' in answer.text


def test_a_huddle_goes_through_five_lists_without_a_name(hospital: Alder, enter: Enter, nobody: Browser) -> None:
    summer(hospital)
    page = opened(enter, nobody).get("/wall/huddle").text
    for title in ("New since yesterday", "Late, or due today", "What comes first", "Fixed this week", "Next rounds"):
        assert title in page
    assert "Call light in bed 12 rings at the wrong desk" in page.split("Late, or due")[0]
    assert "One bariatric lift" in page.split("What comes first")[1].split("</li>")[0]
    assert "Today: 2 of 5 things ready" in page
    for login in ("dana", "lena", "marco", "nora", "sam"):
        name = hospital.house.people.person(hospital.who[login])
        assert name
        assert name.name not in page


def test_a_machine_without_a_key_sees_no_huddle(hospital: Alder, nobody: Browser) -> None:
    assert nobody.get("/wall/huddle").location == "/wall/open"


def test_speaking_up_at_the_machine_is_nobody_s_word(hospital: Alder, enter: Enter, nobody: Browser) -> None:
    machine = opened(enter, nobody)
    empty = machine.send("/wall/raise", what=" ")
    assert empty.status_code == 422
    assert machine.send("/wall/raise", what="The ramp is dark").headers["Location"] == "/wall?thanks=1"
    assert "The ramp is dark" in machine.get("/wall").text
    row = hospital.house.ledger.rows(hospital.house.ledger.head()[0] - 1, 1)[0]
    assert row[4] == "concern.raised"
    voice = next(iter(hospital.house.ledger.streams("concern")))
    assert hospital.house.people.speaker_of(voice) is None
    assert b'"device"' in bytes(row[6])
    assert hospital.who["marco"].encode() not in bytes(row[6])
    assert machine.client.get_cookie("heard") is None


def test_the_same_form_sent_twice_is_one_voice(hospital: Alder, enter: Enter, nobody: Browser) -> None:
    machine = opened(enter, nobody)
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', machine.get("/wall/raise").text))
    for _ in range(2):
        machine.client.post("/wall/raise", data=hidden | {"what": "The ramp is dark"})
    assert len(list(hospital.house.ledger.streams("concern"))) == 1


@pytest.mark.parametrize(
    "path", ["/unit/4-west", "/unit/icu", "/desk", "/units", "/answers", "/raise", "/account", "/setup"]
)
def test_the_key_opens_nothing_else(enter: Enter, nobody: Browser, path: str) -> None:
    machine = opened(enter, nobody)
    assert machine.get(path).status_code == 303
    assert machine.get(path).headers["Location"].startswith("/sign-in")


def test_it_shows_its_own_unit_alone(hospital: Alder, enter: Enter, nobody: Browser) -> None:
    hospital.does("sam", Raise(unit="4-west", what="The canary sings"))
    hospital.does("kim", Raise(unit="icu", what="The parrot talks"))
    board = opened(enter, nobody, "icu", "priya").get("/wall").text
    assert "parrot" in board
    assert "canary" not in board


def test_a_form_that_is_not_the_machine_s_is_refused(hospital: Alder, enter: Enter, nobody: Browser) -> None:
    machine = opened(enter, nobody)
    assert machine.client.post("/wall/raise", data={"what": "x"}).status_code == 403
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', machine.get("/wall/raise").text))
    sent = hidden | {"what": "x"}
    elsewhere = machine.client.post("/wall/raise", data=sent, headers={"Origin": "https://evil.example"})
    assert elsewhere.status_code == 403
    assert list(hospital.house.ledger.streams("concern")) == []


def test_a_key_that_is_wrong_over_or_taken_back_opens_nothing(hospital: Alder, enter: Enter, nobody: Browser) -> None:
    wrong = nobody.send("/wall/open", key="0000-" * 12 + "0000")
    assert wrong.status_code == 422
    machine = opened(enter, nobody)
    assert machine.get("/wall").status_code == 200
    hospital.clock.moment += 181 * DAY
    assert machine.get("/wall").headers["Location"] == "/wall/open"
    assert machine.get("/wall/raise").status_code == 404
    hospital.clock.moment -= 181 * DAY
    key = hospital.house.unit_keys.of("4-west")[0].id
    marco = enter("marco")
    token = marco.get("/unit/4-west/keys").text.split('csrf_token" value="')[1].split('"')[0]
    marco.client.post("/unit/4-west/keys/revoke", data={"csrf_token": token, "key": key})
    assert machine.get("/wall").headers["Location"] == "/wall/open"


def test_leaders_make_keys_for_their_own_unit_and_nobody_else_does(hospital: Alder, enter: Enter) -> None:
    assert "Wall screens" in enter("marco").get("/unit/4-west/team").text
    for login in ("nora", "lena", "dana", "priya", "ruth"):
        assert enter(login).get("/unit/4-west/keys").status_code == 404
    assert enter("ines").get("/unit/4-west/keys").status_code == 200
    for name, days in (("", "30"), ("x" * 61, "30"), ("Wall", "99999"), ("Wall\x00", "30")):
        assert enter("marco").send("/unit/4-west/keys", name=name, days=days).status_code == 422
    assert hospital.house.unit_keys.of("4-west") == []


def test_keys_lie_nowhere_in_clear(hospital: Alder, enter: Enter) -> None:
    key = key_made(enter("marco"))
    hospital.house.people.file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = (hospital.house.directory / "people.sqlite").read_bytes()
    assert key.encode() not in kept
    assert key.replace("-", "").encode() not in kept
    assert key not in enter("marco").get("/unit/4-west/keys").text


def test_what_a_moderator_took_off_the_boards_is_not_on_the_wall(
    hospital: Alder, enter: Enter, nobody: Browser
) -> None:
    voice = hospital.does("sam", Raise(unit="4-west", what="The canary sings"))
    machine = opened(enter, nobody)
    assert "canary" in machine.get("/wall").text
    hospital.does("marco", Hide(why="Abuse, and nothing else."), voice)
    assert "canary" not in machine.get("/wall").text


def test_respect_never_reaches_the_wall(hospital: Alder, enter: Enter, nobody: Browser) -> None:
    hospital.does("sam", Report(unit="4-west", kind="colleague", what="The canary was shouted at"))
    assert "canary" not in opened(enter, nobody).get("/wall").text
