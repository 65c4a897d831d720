"""One's own sign-ins: seen, ended with the password, nobody else's."""

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
