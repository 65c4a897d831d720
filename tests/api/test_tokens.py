"""Tokens of programs: part of what their person may, until a day, and no trace of when they are used but the day."""

import re

import pytest

from services import api
from services.people.tokens import BEGINS
from services.web.app import create_app
from services.web.signing_in import session as pages
from tests.api.ward import ROOT, Ward

SPOKEN = {"unit": "4-west", "what": "The ramp is dark."}


def status(ward: Ward, token: str, path: str, sent: dict[str, str] | None = None) -> int:
    signed = {"Authorization": f"Bearer {token}", "Idempotency-Key": "11111111-2222-4333-8444-555555555555"}
    asked = (
        ward.client.get(ROOT + path, headers=signed)
        if sent is None
        else ward.client.post(ROOT + path, json=sent, headers=signed)
    )
    return asked.status_code


def made(ward: Ward, *scopes: str, name: str = "nora", ends: str = "2999-01-01") -> str:
    return ward.house.tokens.issue(ward.who[name], "a script", scopes, ends)


def test_a_token_may_what_it_is_for(ward: Ward) -> None:
    reading, speaking = made(ward, "read.*"), made(ward, "concern.*")
    assert status(ward, reading, "/answers") == 200
    assert status(ward, reading, "/concern/raise", SPOKEN) == 403
    assert status(ward, speaking, "/concern/raise", SPOKEN) == 201
    assert status(ward, speaking, "/units/4-west/board") in (403, 404)


def test_a_token_never_may_more_than_its_person(ward: Ward) -> None:
    everything = made(ward, "*.*")
    assert status(ward, everything, "/issue/list", {"unit": "4-west", "title": "Lift"}) == 403
    assert status(ward, made(ward, "*.*", name="lena"), "/issue/list", {"unit": "4-west", "title": "Lift"}) == 201


@pytest.mark.parametrize("token", [BEGINS + "x" * 43, BEGINS, "heard", ""])
def test_what_is_no_token_opens_nothing(ward: Ward, token: str) -> None:
    assert status(ward, token, "/answers") == 401


def test_a_token_ends_with_its_day_and_when_it_is_taken_back(ward: Ward) -> None:
    assert status(ward, made(ward, "read.*", ends="2020-01-01"), "/answers") == 401
    token = made(ward, "read.*")
    kept = ward.house.tokens.of(ward.who["nora"])
    for one in kept:
        ward.house.tokens.revoke(ward.who["sam"], one.id)
    assert status(ward, token, "/answers") == 200
    for one in kept:
        ward.house.tokens.revoke(ward.who["nora"], one.id)
    assert status(ward, token, "/answers") == 401


def test_its_last_use_is_known_to_the_day_alone(ward: Ward) -> None:
    token = made(ward, "read.*")
    assert ward.house.tokens.of(ward.who["nora"])[0].used is None
    status(ward, token, "/answers")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", ward.house.tokens.of(ward.who["nora"])[0].used or "")


def test_a_token_lies_nowhere_in_clear_and_is_no_sign_in(ward: Ward) -> None:
    token = made(ward, "*.*")
    ward.house.people.file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert token.encode() not in (ward.house.directory / "people.sqlite").read_bytes()
    assert ward.client.delete(f"{ROOT}/session", headers={"Authorization": f"Bearer {token}"}).status_code == 401
    client = create_app(ward.house).test_client()
    with client.session_transaction() as kept:
        kept[pages.TOKEN] = token
    assert client.get("/answers").status_code == 303


def test_on_the_page_a_token_is_made_shown_once_and_taken_back(ward: Ward) -> None:
    app = create_app(ward.house)
    api.install(app, ward.house)
    client = app.test_client()
    with client.session_transaction() as kept:
        kept[pages.TOKEN] = ward.house.sessions.begin(ward.who["nora"], ward.house.now())
    page = client.get("/account/tokens").text
    assert 'value="read.*"' in page
    assert 'value="work.*"' not in page
    csrf = page.split('csrf_token" value="')[1].split('"')[0]
    typed = {"csrf_token": csrf, "name": "The ward's screen", "days": "30"}
    for wrong in ({}, {"scopes": "work.*"}, {"scopes": "read.*", "days": "4000"}, {"scopes": "read.*", "name": ""}):
        assert client.post("/account/tokens", data=typed | wrong).status_code == 422
    made = client.post("/account/tokens", data=typed | {"scopes": "read.*"}).text
    token = re.search(rf"{BEGINS}[\w-]+", made)
    assert token
    signed = {"Authorization": f"Bearer {token[0]}"}
    assert client.get(f"{ROOT}/answers", headers=signed).status_code == 200
    assert token[0] not in client.get("/account/tokens").text
    one = ward.house.tokens.of(ward.who["nora"])[0]
    client.post("/account/tokens/revoke", data={"csrf_token": csrf, "token": one.id})
    assert client.get(f"{ROOT}/answers", headers=signed).status_code == 401
