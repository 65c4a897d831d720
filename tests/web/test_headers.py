"""What every answer carries, and what is refused before a page looks at it: on every route there is."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask

from services import api
from services.web import errors
from services.web.app import create_app
from services.web.front import Front
from services.web.guard import ASKS_ITSELF, HEADERS, POLICY, PUBLIC
from tests.web.alder import PASSWORD, Alder
from tests.web.conftest import Browser, Enter

BOUNDARY = "----words"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def changing(app: Flask) -> Iterator[tuple[str, str]]:
    """Every page route that changes something: its endpoint and an address of it."""
    for rule in app.url_map.iter_rules():
        if {"POST", "PUT", "PATCH", "DELETE"} & (rule.methods or set()) and not rule.rule.startswith("/api/"):
            yield rule.endpoint, re.sub(r"<[^>]*>", "4-west", rule.rule)


def test_no_form_is_taken_without_its_token_on_any_page(hospital: Alder, app: Flask, enter: Enter) -> None:
    head, seen = hospital.house.ledger.head()[0], 0
    for endpoint, address in changing(app):
        nora = enter("ines")
        answer = nora.client.post(address, data={"what": "x", "csrf_token": "forged"})
        if endpoint.partition(".")[0] in PUBLIC:
            assert answer.status_code in (200, 303, 400, 403, 404, 409, 422), endpoint
        else:
            wanted = (303, 403) if endpoint in ASKS_ITSELF else (403,)
            expected = (*wanted, 404) if endpoint == "wall.send" else wanted
            assert answer.status_code in expected, endpoint
        seen += 1
    assert seen > 20
    assert hospital.house.ledger.head()[0] == head


def test_no_page_that_is_only_looked_at_changes_anything(hospital: Alder, app: Flask, enter: Enter) -> None:
    """But that it was looked at, where what is restricted keeps a trail of its readers."""
    head, ines = hospital.house.ledger.head()[0], enter("ines")
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and "/oidc/" not in rule.rule:
            ines.get(re.sub(r"<[^>]*>", "4-west", rule.rule))
    assert {row[4] for row in hospital.house.ledger.rows(head, 100)} <= {"trail.noted"}


@pytest.mark.parametrize(
    "path",
    ["/sign-in", "/raise", "/nothing", "/static/heard.js", "/api/v1/openapi.json", "/api/v1/nothing", "/speak"],
)
def test_every_answer_carries_the_house_rules(hospital: Alder, path: str) -> None:
    hospital.account("nora")
    app = create_app(hospital.house)
    api.install(app, hospital.house)
    answer = app.test_client().get(path, base_url="https://heard.example")
    for name, value in HEADERS.items():
        assert answer.headers[name] == value, name
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert "Server" not in answer.headers
    assert answer.headers["Content-Type"].startswith(("text/", "application/"))
    if not path.startswith("/static"):
        assert answer.headers["Cache-Control"] == "no-store" or path.endswith("openapi.json")
    answer.close()


def test_the_content_policy_leaves_no_way_for_a_script_in_the_page() -> None:
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'none'; script-src 'self'")
    assert "require-trusted-types-for 'script'" in POLICY
    assert "frame-ancestors 'none'" in POLICY


def test_pages_hold_no_script_style_or_handler_of_their_own(enter: Enter) -> None:
    for path in ("/raise", "/account", "/desk", "/unit/4-west"):
        page = enter("lena").get(path).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|javascript:", page), path


@pytest.mark.parametrize(
    "host", ["heard.example", "localhost", "127.0.0.1:8000", "evil.example", "heard.example.evil.example"]
)
def test_only_our_own_names_are_answered(hospital: Alder, host: str) -> None:
    hospital.account("nora")
    served = create_app(hospital.house, Front("https://heard.example"))
    answer = served.test_client().get("/sign-in", headers={"Host": host})
    assert answer.status_code == (400 if "evil" in host else 200)
    assert "evil" not in answer.text


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "PUT", "DELETE", "PROPFIND"])
def test_methods_nobody_needs_are_refused(nobody: Browser, method: str) -> None:
    assert nobody.client.open("/sign-in", method=method).status_code in (403, 405)


def test_a_line_break_in_what_is_sent_makes_no_header(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    broken = "/raise\r\nSet-Cookie: heard=planted"
    answer = nobody.send("/sign-in", login="nora", password=PASSWORD, next=broken)
    assert answer.headers["Location"] == "/"
    assert not any("planted" in value for _, value in answer.headers)
    asked = nobody.get("/raise?unit=x%0d%0aSet-Cookie:%20heard=planted")
    assert not any("planted" in value for _, value in asked.headers)


def sent(nora: Browser, body: bytes, kind: str = MULTIPART) -> int:
    return nora.client.post("/raise", data=body, content_type=kind).status_code


def part(name: str, value: bytes) -> bytes:
    return f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value + b"\r\n"


def test_what_is_too_large_or_broken_is_told_so_and_stores_nothing(hospital: Alder, enter: Enter) -> None:
    nora, end = enter("nora"), f"--{BOUNDARY}--\r\n".encode()
    head = hospital.house.ledger.head()[0]
    assert sent(nora, part("what", b"x" * 600_000) + end) == 413
    assert sent(nora, b"".join(part(f"field{n}", b"x") for n in range(1_200)) + end) == 413
    assert sent(nora, part("what", b"x" * 1_100_000) + end) == 413
    for broken in (b"", b"--", b"garbage", part("what", b"x"), b"--" + BOUNDARY.encode() + b"\r\n\r\n", b"\xff" * 500):
        assert sent(nora, broken) in (400, 403), broken[:40]
    assert sent(nora, b"what=x", "multipart/form-data") in (400, 403)
    assert sent(nora, b"a=" + b"%ff" * 100, "application/x-www-form-urlencoded") in (400, 403)
    assert hospital.house.ledger.head()[0] == head


def test_one_question_is_answered_once(hospital: Alder, enter: Enter) -> None:
    nora = enter("nora")
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', nora.get("/raise").text))
    twice = nora.client.post("/raise", data=hidden | {"unit": ["4-west", "icu"], "what": "x"})
    assert twice.status_code == 422
    assert "Give one answer to this" in twice.text
    assert list(hospital.house.ledger.streams("concern")) == []


def test_a_field_nobody_asked_for_does_nothing(hospital: Alder, enter: Enter) -> None:
    """Mass assignment: what a form does not offer is not taken from it."""
    nora = enter("nora")
    nora.send("/raise", unit="4-west", what="The ramp is dark", person=hospital.who["ines"], id="concern-1", role="ceo")
    voice = next(iter(hospital.house.ledger.streams("concern")))
    assert hospital.house.people.speaker_of(voice) == hospital.who["nora"]
    assert voice != "concern-1"


def test_nothing_secret_stands_in_an_address_or_a_cookie_of_scripts(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    answer = nobody.send("/sign-in", login="nora", password=PASSWORD)
    cookies = answer.headers.getlist("Set-Cookie")
    assert cookies
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "SameSite" in cookie
        assert PASSWORD not in cookie
    assert "nora" not in answer.headers["Location"]


def test_signing_out_clears_what_the_browser_kept(enter: Enter) -> None:
    nora = enter("nora")
    token = nora.get("/raise").text.split('csrf_token" value="')[1].split('"')[0]
    answer = nora.client.post("/sign-out", data={"csrf_token": token})
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert answer.headers["Location"] == "/signed-out"


def test_an_error_says_nothing_of_the_inside(hospital: Alder, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    nora = enter("nora")

    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret of the inside")

    monkeypatch.setattr(hospital.house.views, "look", breaks)
    nora.client.application.config["PROPAGATE_EXCEPTIONS"] = False
    answer = nora.get("/unit/4-west")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "Something broke on our side" in answer.text


def test_what_is_not_allowed_has_a_line(
    hospital: Alder, enter: Enter, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errors.log, "disabled", False)  # a tool that another test runs silences what it does not know
    nora = enter("nora")
    nora.get("/setup")
    nora.client.post("/raise", data={"what": "x"})
    nora.get("/speak/no-such-unit")
    told = [record.getMessage() for record in caplog.records]
    assert told == [
        f"refused: 404 GET setup.show by {hospital.who['nora']}",
        "refused: 403 POST raising.send by nobody",
    ]
