"""Signing in through the hospital's own OpenID provider: a real one, in a process of its own."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from flask import Flask

from services.web.app import create_app
from services.web.front import Front
from tests.provider.running import Running, Visitor, running
from tests.web.alder import PASSWORD, Alder
from tests.web.conftest import Browser

ADDRESS = "http://localhost"


@pytest.fixture(scope="module")
def provider() -> Iterator[Running]:
    with running(f"{ADDRESS}/oidc/callback") as there:
        yield there


def served(hospital: Alder, provider: Running, *, by_mail: bool = False) -> Flask:
    return create_app(hospital.house, Front(ADDRESS, sso=provider.sso(by_mail=by_mail)))


@pytest.fixture
def app(hospital: Alder, provider: Running) -> Flask:
    return served(hospital, provider)


def leaves(browser: Browser, **asked: str) -> str:
    """Where the browser is sent to sign in."""
    return browser.get(f"/oidc/start?{urlencode(asked)}").headers["Location"]


def comes_back(browser: Browser, address: str) -> str:
    """Gives where it leads."""
    assert address.startswith(ADDRESS + "/oidc/callback?")
    return browser.get(address.removeprefix(ADDRESS)).headers["Location"]


def linked(hospital: Alder, provider: Running, login: str = "nora") -> None:
    assert hospital.house.identities.link(provider.issuer, login, hospital.who[login])


def test_whoever_is_linked_comes_in_and_goes_where_they_were_going(
    hospital: Alder, provider: Running, nobody: Browser
) -> None:
    linked(hospital, provider)
    hospital.account("nora")
    assert "Sign in with the hospital’s sign-in" in nobody.get("/sign-in?next=/raise").text
    before = nobody.client.get_cookie("heard")
    way = leaves(nobody, next="/raise")
    asked = parse_qs(urlsplit(way).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert {"state", "nonce", "code_challenge"} <= asked.keys()
    assert comes_back(nobody, Visitor("nora").goes(way)) == "/raise"
    assert nobody.get("/raise").status_code == 200
    after = nobody.client.get_cookie("heard")
    assert before != after


def test_two_tabs_both_get_in(hospital: Alder, provider: Running, nobody: Browser) -> None:
    linked(hospital, provider)
    visitor = Visitor("nora")
    first, second = leaves(nobody, next="/raise"), leaves(nobody, next="/answers")
    back_to_second, back_to_first = visitor.goes(second), visitor.goes(first)
    assert comes_back(nobody, back_to_second) == "/answers"
    assert comes_back(nobody, back_to_first) == "/raise"
    assert nobody.get("/answers").status_code == 200


def test_nobody_gets_in_who_is_not_a_person_here(hospital: Alder, nobody: Browser) -> None:
    for name in ("stranger", "kim"):
        assert comes_back(nobody, Visitor(name).goes(leaves(nobody))) == "/sign-in"
        assert (
            "nobody here is linked to it yet" in nobody.get("/sign-in?again=1").text
            or not hospital.house.people.logins()
        )
        assert nobody.get("/raise").status_code == 303


def test_a_person_links_themselves_and_comes_in_that_way_from_then_on(
    hospital: Alder, provider: Running, nobody: Browser
) -> None:
    hospital.account("kim")
    nobody.send("/sign-in", login="kim", password=PASSWORD)
    assert "Link it" in nobody.get("/account").text
    visitor = Visitor("kim")
    assert comes_back(nobody, visitor.goes(leaves(nobody, link="1"))) == "/account"
    assert "It opens Heard for you too" in nobody.get("/account").text
    elsewhere = Browser(nobody.client.application.test_client())
    assert comes_back(elsewhere, visitor.goes(leaves(elsewhere, next="/raise"))) == "/raise"
    assert hospital.house.identities.person(provider.issuer, "kim") == hospital.who["kim"]
    nobody.send("/account", unlink="")
    page = nobody.get("/account").text
    nobody.client.post("/account/unlink", data={"csrf_token": page.split('csrf_token" value="')[1].split('"')[0]})
    assert comes_back(elsewhere, visitor.goes(leaves(elsewhere))) in ("/sign-in", "/")
    stranger = Browser(nobody.client.application.test_client())
    assert comes_back(stranger, visitor.goes(leaves(stranger))) == "/sign-in"


def test_a_link_is_not_taken_over(hospital: Alder, provider: Running, nobody: Browser) -> None:
    linked(hospital, provider)
    hospital.account("kim")
    nobody.send("/sign-in", login="kim", password=PASSWORD)
    comes_back(nobody, Visitor("nora").goes(leaves(nobody, link="1")))
    assert "belongs to somebody else here" in nobody.get("/account").text
    assert hospital.house.identities.person(provider.issuer, "nora") == hospital.who["nora"]


def test_a_link_begun_by_one_is_not_finished_by_another(hospital: Alder, provider: Running, nobody: Browser) -> None:
    hospital.account("kim")
    nobody.send("/sign-in", login="kim", password=PASSWORD)
    back = Visitor("stranger").goes(leaves(nobody, link="1"))
    page = nobody.get("/account").text
    nobody.client.post("/sign-out", data={"csrf_token": page.split('csrf_token" value="')[1].split('"')[0]})
    assert comes_back(nobody, back) == "/sign-in"
    assert hospital.house.identities.person(provider.issuer, "stranger") is None


def test_a_way_back_counts_once_and_only_in_the_browser_that_left(
    hospital: Alder, provider: Running, nobody: Browser
) -> None:
    linked(hospital, provider)
    back = Visitor("nora").goes(leaves(nobody))
    victim = Browser(nobody.client.application.test_client())
    assert comes_back(victim, back) == "/sign-in"
    assert victim.get("/raise").status_code == 303
    assert comes_back(nobody, back) == "/"
    thief = Browser(nobody.client.application.test_client())
    assert comes_back(thief, back) == "/sign-in"


@pytest.mark.parametrize("broken", ["code=made-up", "error=access_denied", "iss=https%3A%2F%2Fevil.example"])
def test_what_is_not_wholly_in_order_opens_nothing(
    hospital: Alder, provider: Running, nobody: Browser, broken: str
) -> None:
    linked(hospital, provider)
    way = leaves(nobody)
    state = parse_qs(urlsplit(way).query)["state"][0]
    name = broken.partition("=")[0]
    given = {"code": "whatever", "state": state} | {name: parse_qs(broken)[name][0]}
    assert comes_back(nobody, f"{ADDRESS}/oidc/callback?{urlencode(given)}") == "/sign-in"
    assert nobody.get("/raise").status_code == 303


def test_a_token_with_another_tab_s_nonce_opens_nothing(hospital: Alder, provider: Running, nobody: Browser) -> None:
    linked(hospital, provider)
    first, second = leaves(nobody), leaves(nobody)
    visitor = Visitor("nora")
    code = parse_qs(urlsplit(visitor.goes(first)).query)["code"][0]
    state = parse_qs(urlsplit(visitor.goes(second)).query)["state"][0]
    crossed = f"{ADDRESS}/oidc/callback?{urlencode({'code': code, 'state': state})}"
    assert comes_back(nobody, crossed) == "/sign-in"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "/a%0d%0ab"])
def test_the_way_back_leads_nowhere_else(hospital: Alder, provider: Running, nobody: Browser, elsewhere: str) -> None:
    linked(hospital, provider)
    assert comes_back(nobody, Visitor("nora").goes(leaves(nobody, next=elsewhere))) in ("/", "/a%0d%0ab")


def test_a_provider_that_is_away_is_said_so(hospital: Alder, nobody: Browser) -> None:
    hospital.account("nora")
    gone = create_app(hospital.house, Front(ADDRESS, sso=Running("http://localhost:9").sso()))
    browser = Browser(gone.test_client())
    assert browser.get("/oidc/start").headers["Location"] == "/sign-in"
    assert "did not say who you are" in browser.get("/sign-in").text
    assert browser.send("/sign-in", login="nora", password=PASSWORD, next="/raise").headers["Location"] == "/raise"


def test_signing_out_leads_to_the_way_out_there_too(hospital: Alder, provider: Running, nobody: Browser) -> None:
    assert f"{provider.issuer}/oauth/end_session" in nobody.get("/signed-out").text


def test_where_there_is_none_there_is_no_way(hospital: Alder) -> None:
    plain = Browser(create_app(hospital.house).test_client())
    assert plain.get("/oidc/start").status_code == 404
    assert plain.get("/oidc/callback?state=x&code=y").status_code == 404


def test_an_address_the_provider_does_not_vouch_for_links_nobody(hospital: Alder, provider: Running) -> None:
    """Kim has the same address here and there; whether it is hers the provider does not say."""
    browser = Browser(served(hospital, provider, by_mail=True).test_client())
    assert comes_back(browser, Visitor("kim").goes(leaves(browser))) == "/sign-in"
    assert hospital.house.identities.person(provider.issuer, "kim") is None
