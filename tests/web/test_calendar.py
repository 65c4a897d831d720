"""The address of one's calendar: made, renewed, taken back; whoever guesses at it soon waits."""

import re

from services.handover.leaving import shut
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.rounds.commands import Schedule


def made(browser: Browser) -> str:
    """The path of a new address."""
    token = browser.get("/account").text.split('csrf_token" value="')[1].split('"')[0]
    page = browser.client.post("/account/calendar", data={"csrf_token": token}).text
    found: list[str] = re.findall(r"(/calendar/[^<]+\.ics)", page)
    return found[0]


def test_an_address_opens_ones_own_calendar_to_nobody_signed_in(hospital: Alder, enter: Enter, nobody: Browser) -> None:
    hospital.does("marco", Schedule(unit="4-west", day="2025-01-09", time="14:00"))
    path = made(enter("dana"))
    answer = nobody.get(path)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert r"SUMMARY:Safety rounds\, 4 West" in answer.text
    assert not re.search("Dana|Marco|mailto", answer.text)
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


def test_whoever_has_no_mail_address_has_a_calendar_too(hospital: Alder, enter: Enter, nobody: Browser) -> None:
    hospital.does("marco", Schedule(unit="4-west", day="2025-01-09", time="14:00"))
    hospital.house.people.rename(hospital.who["dana"], "Dana Cole", None)
    assert "SUMMARY:Safety rounds" in nobody.get(made(enter("dana"))).text


def test_a_new_address_shuts_the_old_one_and_it_can_be_taken_back(
    hospital: Alder, enter: Enter, nobody: Browser
) -> None:
    dana = enter("dana")
    old = made(dana)
    new = made(dana)
    assert (nobody.get(old).status_code, nobody.get(new).status_code) == (404, 200)
    token = dana.get("/account").text.split('csrf_token" value="')[1].split('"')[0]
    dana.client.post("/account/calendar/end", data={"csrf_token": token})
    assert nobody.get(new).status_code == 404
    assert not hospital.house.calendars.has(hospital.who["dana"])


def test_only_a_hash_of_it_is_kept(hospital: Alder, enter: Enter) -> None:
    secret = made(enter("dana")).removeprefix("/calendar/").removesuffix(".ics")
    for file in hospital.house.directory.glob("*"):
        assert secret.encode() not in file.read_bytes(), file


def test_whoever_guesses_waits_and_nobody_else_does(hospital: Alder, enter: Enter, nobody: Browser) -> None:
    path = made(enter("dana"))
    answers = [nobody.get(f"/calendar/{number}.ics") for number in range(8)]
    assert [one.status_code for one in answers] == [404] * 5 + [429] * 3
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert len({one.text for one in answers}) == 1
    assert nobody.get(path).status_code == 200


def test_whoever_leaves_leaves_no_address_behind(hospital: Alder, enter: Enter, nobody: Browser) -> None:
    path = made(enter("dana"))
    shut(hospital.house, hospital.who["dana"])
    assert nobody.get(path).status_code == 404
