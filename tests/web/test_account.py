"""One's own sign-ins: seen, ended with the password, nobody else's. How one is told: said by oneself."""

from werkzeug.test import TestResponse

from services.people import Preference, Quiet
from tests.web.alder import PASSWORD, Alder
from tests.web.conftest import Browser, Enter


def ends(browser: Browser, session: str = "", password: str = PASSWORD) -> None:
    token = browser.get("/account").text.split('csrf_token" value="')[1].split('"')[0]
    browser.client.post("/account/end", data={"csrf_token": token, "session": session, "current": password})


def test_one_sees_where_one_is_signed_in_and_ends_it(hospital: Alder, enter: Enter) -> None:
    hospital.account("nora")
    here, phone, other = enter("nora"), enter("nora"), enter("sam")
    page = here.get("/account").text
    assert page.count("A machine that others use too") == 2
    assert "this one" in page
    there = [one.id for one in hospital.house.sessions.of(hospital.who["nora"], hospital.clock())]
    ended = next(one for one in there if f'value="{one}"' in page)
    ends(here, ended, "a guess at it")
    assert "do not go together" in here.get("/account").text
    assert phone.get("/raise").status_code == 200
    ends(here, ended)
    assert phone.get("/raise").status_code == 303
    assert here.get("/raise").status_code == 200
    foreign = hospital.house.sessions.of(hospital.who["sam"], hospital.clock())[0].id
    ends(here, foreign)
    assert other.get("/raise").status_code == 200


def test_one_signs_out_everywhere(hospital: Alder, enter: Enter) -> None:
    hospital.account("nora")
    here, phone = enter("nora"), enter("nora")
    ends(here)
    assert here.get("/raise").status_code == 303
    assert phone.get("/raise").status_code == 303


def test_one_says_how_one_wants_to_be_told(hospital: Alder, enter: Enter) -> None:
    nora = enter("nora")
    page = _told(nora, digest="mondays", quiet_begins="22:00", quiet_ends="07:00")
    assert page.status_code == 303
    assert hospital.house.preferences.of(hospital.who["nora"]) == Preference("mondays", Quiet("22:00", "07:00"))
    shown = nora.get("/account").text
    assert 'value="22:00"' in shown
    assert "You are told so from now on" in shown
    assert hospital.house.preferences.of(hospital.who["sam"]) == Preference()
    _told(nora, digest="never", quiet_begins="", quiet_ends="")
    assert hospital.house.preferences.of(hospital.who["nora"]) == Preference("never")


def test_what_is_no_stretch_of_time_is_asked_for_again(hospital: Alder, enter: Enter) -> None:
    nora = enter("nora")
    for begins, ends in (("22:00", ""), ("", "07:00"), ("25:00", "07:00"), ("22:00", "22:00"), ("ten", "seven")):
        page = _told(nora, digest="daily", quiet_begins=begins, quiet_ends=ends)
        assert page.status_code == 422
        assert "uiet hours" in page.text
    page = _told(nora, digest="hourly", quiet_begins="", quiet_ends="")
    assert (page.status_code, "Choose how often" in page.text) == (422, True)
    assert hospital.house.preferences.of(hospital.who["nora"]) == Preference()


def _told(browser: Browser, **typed: str) -> TestResponse:
    token = browser.get("/account").text.split('csrf_token" value="')[1].split('"')[0]
    return browser.client.post("/account/preferences", data={"csrf_token": token, **typed})
