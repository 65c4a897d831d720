"""What every page keeps: who may enter, what may be sent, what is never said or cached."""

import pytest

from services.ledger.contract import Unavailable
from services.reader.store import ViewsUnavailable
from services.web.guard import POLICY
from services.web.paths import local
from tests.web.alder import PASSWORD, Alder
from tests.web.conftest import Browser, Enter
from workflows.barrier.commands import Log
from workflows.concern.commands import Move as MoveVoice
from workflows.concern.commands import Raise
from workflows.issue.commands import List
from workflows.issue.commands import Move as MoveIssue


def test_nobody_sees_a_page_before_signing_in(nobody: Browser) -> None:
    answer = nobody.get("/raise?unit=icu")
    assert answer.status_code == 303
    assert answer.location == "/sign-in?next=%2Fraise%3Funit%3Dicu"


def test_signing_in_leads_back_and_brings_a_new_session(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    nobody.get("/sign-in")
    before = nobody.client.get_cookie("heard")
    answer = nobody.send("/sign-in", login="nora", password=PASSWORD, next="/raise")
    after = nobody.client.get_cookie("heard")
    assert (answer.status_code, answer.location) == (303, "/raise")
    assert before
    assert after
    assert before.value != after.value
    assert nobody.get("/raise").status_code == 200


def test_signing_out_ends_the_session_on_the_server(enter: Enter) -> None:
    nora = enter("nora")
    kept = nora.client.get_cookie("heard")
    assert kept
    nora.send("/raise", what="x" * 9000)
    page = nora.get("/raise").text
    nora.client.post("/sign-out", data={"csrf_token": page.split('csrf_token" value="')[1].split('"')[0]})
    nora.client.set_cookie("heard", kept.value)
    assert nora.get("/raise").status_code == 303


def test_a_wrong_password_says_so_and_keeps_the_login(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    answer = nobody.send("/sign-in", login="nora", password="mistyped")  # noqa: S106 - a wrong one on purpose
    assert answer.status_code == 422
    assert "Login and password do not go together" in answer.text
    assert 'value="nora"' in answer.text
    assert "mistyped" not in answer.text


def test_the_cookie_is_a_host_cookie_over_https_only(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    plain = nobody.client.get("/sign-in").headers["Set-Cookie"]
    secure = nobody.client.get("/sign-in", base_url="https://heard.example").headers["Set-Cookie"]
    assert plain.startswith("heard=")
    assert "Secure" not in plain
    assert secure.startswith("__Host-heard=")
    for part in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert part in secure
    assert "Domain" not in secure


def test_every_page_carries_the_house_rules(enter: Enter) -> None:
    answer = enter("nora").get("/raise")
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_form_without_its_token_is_refused(enter: Enter, hospital: Alder) -> None:
    answer = enter("nora").client.post("/raise", data={"unit": "4-west", "what": "A fax"})
    assert answer.status_code == 403
    assert "no longer valid" in answer.text
    assert list(hospital.house.ledger.streams("concern")) == []


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "", "http://localhost.evil.example", "http://localhost:81"]
)
def test_a_form_from_elsewhere_is_refused(enter: Enter, origin: str) -> None:
    nora = enter("nora")
    token = nora.get("/raise").text.split('csrf_token" value="')[1].split('"')[0]
    typed = {"csrf_token": token, "unit": "4-west", "what": "A fax"}
    assert nora.client.post("/raise", data=typed, headers={"Origin": origin}).status_code == 403
    assert nora.client.post("/raise", data=typed, headers={"Origin": "http://localhost"}).status_code == 303
    assert nora.client.post("/raise", data=typed, headers={"Origin": "https://localhost"}).status_code == 303


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a\nb", "", None]
)
def test_nobody_is_sent_elsewhere(elsewhere: str | None) -> None:
    assert local(elsewhere, "/desk") == "/desk"


def test_a_body_that_is_too_large_is_told_so(enter: Enter, hospital: Alder) -> None:
    answer = enter("nora").send("/raise", unit="4-west", what="x" * 2_000_000)
    assert answer.status_code == 413
    assert "Nothing was stored" in answer.text
    assert list(hospital.house.ledger.streams("concern")) == []


def test_what_is_not_there_and_what_is_not_yours_look_alike(enter: Enter, hospital: Alder) -> None:
    foreign = hospital.does("kim", Raise(unit="icu", what="The lift again"))
    nora = enter("nora")
    shut = nora.get(f"/do/concern/answer?to={foreign}")
    absent = nora.get("/do/concern/answer?to=concern-00000000000000000000000000")
    assert (shut.status_code, absent.status_code) == (404, 404)
    assert shut.text == absent.text


def test_what_has_moved_on_is_read_where_it_is_now(enter: Enter, hospital: Alder) -> None:
    """Also on a page of the day before: rights are those of today."""
    voice = hospital.does("sam", Raise(unit="4-west", what="The canary sings"))
    issue = hospital.does("marco", List(unit="4-west", title="Canary", from_concern=voice))
    hospital.on("2025-01-09").does("ines", MoveIssue(unit="icu"), issue)
    hospital.does("ines", MoveVoice(unit="icu"), voice)
    hospital.on("2025-01-12")
    for page in (f"/issue/{issue}", f"/voice/{voice}"):
        for moment in ("", "?as_of=2025-01-07", "?on=2025-01-07"):
            assert enter("nora").get(page + moment).status_code == 404, page + moment
            assert "canary" in enter("kim").get(page + moment).text.lower(), page + moment
    for moment in ("?as_of=2025-01-07", "?on=2025-01-07"):
        board = enter("nora").get(f"/unit/4-west{moment}").text
        assert "anary" not in board
        assert "has moved to where you may not look" in board
        assert "anary" in enter("ines").get(f"/unit/4-west{moment}").text


def test_what_lies_with_a_role_lies_with_those_who_have_it_there(enter: Enter, hospital: Alder) -> None:
    hospital.does("marco", Log(unit="4-west", what="The canary sings", holder="role-team-leader"))
    assert "canary" in enter("marco").get("/desk").text
    assert "canary" not in enter("priya").get("/desk").text


def test_when_the_ledger_cannot_write_the_words_are_shown_again(
    enter: Enter, hospital: Alder, monkeypatch: pytest.MonkeyPatch
) -> None:
    nora = enter("nora")

    def full(_: object) -> None:
        raise Unavailable("the disk is full")

    monkeypatch.setattr(hospital.house.ledger, "append", full)
    answer = nora.send("/raise", unit="4-west", what="The fax nobody reads")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "10"
    assert "The fax nobody reads" in answer.text
    assert "nothing was stored" in answer.text
    monkeypatch.undo()
    assert list(hospital.house.ledger.streams("concern")) == []


def test_a_view_that_cannot_be_read_is_said_so(enter: Enter, hospital: Alder, monkeypatch: pytest.MonkeyPatch) -> None:
    nora = enter("nora")

    def gone(*_: object) -> None:
        raise ViewsUnavailable("the file is not there")

    monkeypatch.setattr(hospital.house.views, "look", gone)
    answer = nora.get("/unit/4-west")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "10"
    assert "Heard is out of breath" in answer.text


def test_views_that_lag_behind_say_so(enter: Enter, hospital: Alder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hospital.house.reader, "fresh", lambda _: False)
    assert "Still catching up" in enter("nora").get("/unit/4-west").text


def test_an_empty_hospital_is_started_from_its_own_machine_alone(nobody: Browser) -> None:
    assert nobody.get("/sign-in").location == "/start"
    assert nobody.get("/start").status_code == 200
    assert nobody.client.get("/start", environ_base={"REMOTE_ADDR": "10.0.0.7"}).status_code == 404


def test_a_started_hospital_is_added_to_by_whoever_may(enter: Enter, hospital: Alder, nobody: Browser) -> None:
    hospital.account("ines")
    assert nobody.get("/start").location == "/sign-in?next=/start"
    assert enter("nora").get("/start").status_code == 404
    answer = enter("ines").send("/start", units="Sleep lab", partners="Sleep lab = Nobody Known")
    assert answer.status_code == 422
    assert "Nobody Known" in answer.text
    assert enter("ines").send("/start", units="Sleep lab").status_code == 200
    assert "unit-sleep-lab" in list(hospital.house.ledger.streams("unit"))
