"""How a hospital is reached from outside: its one name, the proxy before it, and settings that are not whole."""

from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from services.web.public.flood import FROM_ONE
from tests.cli.terminal import Terminal
from tests.serving.speaker import Speaker

FORWARDED = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}


def asked(address: str, **headers: str) -> HTTPResponse:
    where = urlsplit(address)
    line = HTTPConnection(where.hostname or "", where.port, timeout=20)
    line.request("GET", "/sign-in", headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer


def test_the_proxy_that_is_named_says_how_people_came(alder: Terminal) -> None:
    with Terminal(alder.home, HEARD_PROXY="127.0.0.1").serving() as server:
        secure = asked(server.address, **FORWARDED)
        assert secure.headers["Set-Cookie"].startswith("__Host-heard=")
        assert "Secure" in secure.headers["Set-Cookie"]
        assert secure.headers["Strict-Transport-Security"]
        assert asked(server.address).headers["Set-Cookie"].startswith("heard=")


def test_what_others_say_about_it_is_not_believed(alder: Terminal) -> None:
    for settings in ({}, {"HEARD_PROXY": "192.0.2.1"}):
        with Terminal(alder.home, **settings).serving() as server:
            plain = asked(server.address, **FORWARDED)
            assert plain.headers["Set-Cookie"].startswith("heard=")
            assert plain.headers["Strict-Transport-Security"] is None


def sent_from(address: str, client: str) -> int:
    """The status of a form of the public page, sent through the proxy without its work."""
    speaker = Speaker(address, {"X-Forwarded-For": client})
    status, _ = speaker.sends("/speak/4-west", **speaker.form() | {"work": ""})
    speaker.close()
    return status


def test_whoever_sends_very_much_is_told_from_others_behind_the_same_proxy(alder: Terminal) -> None:
    with Terminal(alder.home, HEARD_PROXY="127.0.0.1").serving() as server:
        busy = [sent_from(server.address, "203.0.113.9") for _ in range(FROM_ONE + 1)]
        assert (set(busy[:-1]), busy[-1]) == ({200}, 429)
        assert sent_from(server.address, "203.0.113.10") == 200


def test_only_its_own_name_is_answered(alder: Terminal) -> None:
    with Terminal(alder.home, HEARD_ADDRESS="https://heard.alder.example").serving() as server:
        assert asked(server.address, Host="heard.alder.example").status == 200
        assert asked(server.address).status == 200
        assert asked(server.address, Host="evil.example").status == 400


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            {"HEARD_OIDC_ISSUER": "https://sign-in.example"},
            "set HEARD_OIDC_CLIENT, HEARD_OIDC_SECRET_FILE and HEARD_ADDRESS too",
        ),
        ({"HEARD_OIDC_ISSUER": "http://sign-in.example", "HEARD_OIDC_CLIENT": "heard"}, "must begin with https://"),
        ({"HEARD_OIDC_ISSUER": "https://sign-in.example", "HEARD_OIDC_CLIENT": "heard"}, "cannot be read"),
    ],
)
def test_settings_that_are_not_whole_are_told(
    alder: Terminal, tmp_path: Path, settings: dict[str, str], told: str
) -> None:
    if "HEARD_OIDC_CLIENT" in settings:
        file = str(tmp_path / "missing")
        settings |= {"HEARD_OIDC_SECRET_FILE": file, "HEARD_ADDRESS": "https://heard.alder.example"}
    said = Terminal(alder.home, **settings).process("serve", "--port", "0")
    assert said.status == 1
    assert told in said.err
    assert said.err.count("\n") == 1
