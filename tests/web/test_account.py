"""One's own sign-ins: seen, ended, nobody else's."""

from tests.web.alder import Alder
from tests.web.conftest import Enter


def test_one_sees_where_one_is_signed_in_and_ends_it(hospital: Alder, enter: Enter) -> None:
    here, phone, other = enter("nora"), enter("nora"), enter("sam")
    assert here.get("/account").text.count("A machine that others use too") == 2
    there = [one.id for one in hospital.house.sessions.of(hospital.who["nora"], hospital.clock())]
    page = here.get("/account").text
    assert "this one" in page
    ended = next(one for one in there if f'value="{one}"' in page)
    token = page.split('csrf_token" value="')[1].split('"')[0]
    here.client.post("/account/end", data={"csrf_token": token, "session": ended})
    assert phone.get("/raise").status_code == 303
    assert here.get("/raise").status_code == 200
    foreign = hospital.house.sessions.of(hospital.who["sam"], hospital.clock())[0].id
    here.client.post("/account/end", data={"csrf_token": token, "session": foreign})
    assert other.get("/raise").status_code == 200


def test_one_signs_out_everywhere(enter: Enter) -> None:
    here, phone = enter("nora"), enter("nora")
    token = here.get("/account").text.split('csrf_token" value="')[1].split('"')[0]
    here.client.post("/account/end", data={"csrf_token": token})
    assert here.get("/raise").status_code == 303
    assert phone.get("/raise").status_code == 303
