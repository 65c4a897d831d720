"""Who may what: nobody without a sign-in, nothing outside one's units, no command on a cookie."""

import pytest

from services import api
from services.web.app import create_app
from services.web.signing_in import session as pages
from tests.api.ward import ROOT, Ward
from tests.web.authenticator import code_shown

SECRET = "the wing on the third floor"  # noqa: S105 - words, not a password
"""Words that must not leave their unit."""


@pytest.fixture
def told(ward: Ward) -> dict[str, str]:
    """4 West has a voice, an issue, a barrier and rounds, all with the same words."""
    voice = ward.begins("nora", "/concern/raise", unit="4-west", what=SECRET)
    issue = ward.begins("marco", "/issue/list", unit="4-west", title=SECRET, from_concern=voice)
    barrier = ward.begins("marco", "/barrier/log", unit="4-west", what=SECRET, issues=[issue])
    rounds = ward.begins("marco", "/rounds/schedule", unit="4-west", day="2099-01-01")
    return {"concern": voice, "issue": issue, "barrier": barrier, "rounds": rounds}


def reads_of(told: dict[str, str]) -> list[str]:
    unit = [f"/units/4-west/{what}" for what in ("board", "due", "answers", "rounds", "timeline")]
    issue = [f"/issues/{told['issue']}{what}" for what in ("", "/timeline", "/accountability")]
    barrier = [f"/barriers/{told['barrier']}{what}" for what in ("", "/accountability")]
    return [*unit, *issue, *barrier, f"/rounds/{told['rounds']}", f"/concerns/{told['concern']}"]


def test_what_has_moved_on_is_left_out_of_the_board_it_was_on(ward: Ward, told: dict[str, str]) -> None:
    before = ward.house.ledger.head()[0]
    ward.does("ines", f"/barrier/{told['barrier']}/withdraw", why="None after all")
    ward.does("ines", f"/issue/{told['issue']}/move", unit="icu")
    ward.does("ines", f"/concern/{told['concern']}/move", unit="icu")
    for moment in (f"as_of={before}", "on=2025-01-01"):
        assert SECRET not in ward.get("marco", f"/units/4-west/board?{moment}").text
    assert SECRET in ward.get("ines", f"/units/4-west/board?as_of={before}").text


def test_another_unit_is_not_there_and_not_a_byte_of_it(ward: Ward, told: dict[str, str]) -> None:
    for path in reads_of(told):
        assert ward.get("marco", path).status_code == 200, path
        foreign = ward.get("priya", path)
        assert foreign.status_code == 404, path
        elsewhere = path.replace("4-west", "5-west")
        for stream in told.values():
            elsewhere = elsewhere.replace(stream, f"{stream.partition('-')[0]}-{'0' * 26}")
        assert foreign.json == ward.get("priya", elsewhere).json, "what is foreign and what is not there look the same"
        assert foreign.headers.get("ETag") is None


def test_lists_leave_out_what_is_not_ones_own(ward: Ward, told: dict[str, str]) -> None:
    assert [unit["slug"] for unit in ward.reads("priya", "/units")["units"]] == ["icu"]
    assert [unit["slug"] for unit in ward.reads("ines", "/units")["units"]] == ["4-west", "icu"]
    for path in ("/answers", "/desks/me", f"/desks/{ward.who['dana']}", "/desks/unit-4-west", "/desks/role-cno"):
        assert SECRET not in ward.get("priya", path).text, path
    assert SECRET in ward.get("dana", "/desks/me").text
    assert SECRET in ward.get("nora", "/answers").text


def test_a_command_on_what_one_may_not_see_finds_nothing(ward: Ward, told: dict[str, str]) -> None:
    before = ward.house.ledger.head()
    assert ward.post("priya", f"/issue/{told['issue']}/close").status_code == 404
    assert ward.post("priya", f"/concern/{told['concern']}/acknowledge").status_code == 404
    assert ward.post("priya", "/unit/4-west/rename", {"name": "Mine"}).status_code == 404
    assert ward.house.ledger.head() == before


def test_a_command_on_what_one_may_see_is_forbidden(ward: Ward, told: dict[str, str]) -> None:
    for path in (f"/issue/{told['issue']}/close", f"/barrier/{told['barrier']}/verify"):
        response = ward.post("nora", path)
        assert response.status_code == 403
        assert response.json["key"] == "forbidden"  # type: ignore[index]  # a problem
    assert ward.post("priya", "/issue/list", {"unit": "4-west", "title": "Not mine"}).status_code == 403
    assert ward.post("marco", "/hospital/rename", {"name": "Mine"}).status_code == 403


def test_ones_own_voice_is_there_wherever_it_was_raised(ward: Ward) -> None:
    voice = ward.begins("priya", "/concern/raise", unit="4-west", what="Seen while helping out")
    assert ward.get("priya", f"/concerns/{voice}").status_code == 200
    assert ward.post("priya", f"/concern/{voice}/acknowledge").status_code == 403
    assert ward.post("priya", f"/concern/{voice}/withdraw").status_code == 200


def test_nobody_without_a_sign_in(ward: Ward, told: dict[str, str]) -> None:
    knocking: tuple[dict[str, str], ...] = (
        {},
        {"Authorization": "Bearer nobody"},
        {"Authorization": "Basic bm9yYTpub3Jh"},
        {"Authorization": "Bearer"},
    )
    for headers in knocking:
        for path in reads_of(told):
            response = ward.client.get(ROOT + path, headers=headers)
            assert response.status_code == 401, path
            assert response.headers["WWW-Authenticate"].startswith("Bearer")
        assert ward.client.post(f"{ROOT}/concern/raise", json={}, headers=headers).status_code == 401


def test_a_sign_in_gives_a_token_until_it_is_ended(ward: Ward) -> None:
    ward.house.accounts.open(ward.who["nora"], "nora", "a long walk home", told=False)
    for login, password in (("nora", "a short one"), ("nobody", "a long walk home")):
        wrong = ward.client.post(f"{ROOT}/session", json={"login": login, "password": password})
        assert wrong.status_code == 401
    opened = ward.client.post(f"{ROOT}/session", json={"login": "nora", "password": "a long walk home"})
    assert opened.status_code == 201
    assert opened.json["person"] == ward.who["nora"]  # type: ignore[index]  # a sign-in
    signed = {"Authorization": f"Bearer {opened.json['token']}"}  # type: ignore[index]  # it is one
    assert ward.client.get(f"{ROOT}/answers", headers=signed).status_code == 200
    assert ward.client.delete(f"{ROOT}/session", headers=signed).status_code == 204
    assert ward.client.get(f"{ROOT}/answers", headers=signed).status_code == 401
    assert ward.client.delete(f"{ROOT}/session", headers=signed).status_code == 401


def test_the_api_lets_nobody_in_who_owes_something(ward: Ward) -> None:
    """A password somebody else knows, a second step the role asks for, its code."""
    house, moment = ward.house, ward.house.now()
    typed = {"login": "ines", "password": "a long walk home"}
    house.accounts.open(ward.who["ines"], "ines", "a long walk home")
    told = ward.client.post(f"{ROOT}/session", json=typed)
    assert (told.status_code, "password of your own" in told.text) == (403, True)
    house.accounts.open(ward.who["ines"], "ines", "a long walk home", told=False)
    lacking = ward.client.post(f"{ROOT}/session", json=typed)
    assert (lacking.status_code, "second step" in lacking.text) == (403, True)
    sealed = house.second_factors.draw(ward.who["ines"])
    offer = house.second_factors.offer(ward.who["ines"], sealed, "ines", "Alder Creek")
    assert offer
    codes = house.second_factors.enrol(ward.who["ines"], sealed, code_shown(offer.typed, moment), moment)
    assert codes
    assert ward.client.post(f"{ROOT}/session", json=typed).status_code == 401
    assert ward.client.post(f"{ROOT}/session", json=typed | {"code": "000000"}).status_code == 401
    assert ward.client.post(f"{ROOT}/session", json=typed | {"code": codes[0]}).status_code == 201
    assert ward.client.post(f"{ROOT}/session", json=typed | {"code": codes[0]}).status_code == 401


def test_the_api_is_not_guessed_at(ward: Ward) -> None:
    ward.house.accounts.open(ward.who["nora"], "nora", "a long walk home", told=False)
    for login in ("nora", "nobody"):
        tried = [ward.client.post(f"{ROOT}/session", json={"login": login, "password": f"{n}"}) for n in range(7)]
        assert [one.status_code for one in tried] == [401] * 5 + [429] * 2
        assert int(tried[-1].headers["Retry-After"]) > 60


def test_beside_the_pages(ward: Ward) -> None:
    """One application: its cookie reads and never commands, and errors keep their manners on both sides."""
    app = create_app(ward.house)
    api.install(app, ward.house)
    client = app.test_client()
    with client.session_transaction() as kept:
        kept[pages.TOKEN] = ward.house.sessions.begin(ward.who["nora"], ward.house.now())
    assert client.get(f"{ROOT}/answers").status_code == 200
    sent = {"unit": "4-west", "what": SECRET}
    assert client.post(f"{ROOT}/concern/raise", json=sent).status_code == 401
    assert client.delete(f"{ROOT}/session").status_code == 401
    for path, kind in ((f"{ROOT}/nothing", "application/problem+json"), ("/nothing", "text/html")):
        lost = client.get(path)
        assert (lost.status_code, lost.mimetype) == (404, kind)
    wrong = client.post(f"{ROOT}/units")
    assert (wrong.status_code, wrong.mimetype) == (405, "application/problem+json")


def test_a_refusal_calls_people_by_name(ward: Ward) -> None:
    issue = ward.begins("marco", "/issue/list", unit="4-west", title="Lift")
    barrier = ward.begins(
        "marco", "/barrier/log", unit="4-west", what="No money", issues=[issue], holder=ward.who["dana"]
    )
    refused = ward.post("marco", f"/barrier/{barrier}/accept")
    assert refused.status_code == 409
    assert refused.json["detail"].startswith("Only Dana can say this")  # type: ignore[index]  # a problem
    assert refused.json["fields"] == {"holder": ward.who["dana"]}  # type: ignore[index]  # it is one
