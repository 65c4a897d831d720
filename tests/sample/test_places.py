"""One of each kind of reader walks through the sample: each place of theirs, and each kind of link on it, opens."""

import re

import pytest
from flask.testing import FlaskClient

from services.house import House
from services.web.app import create_app
from services.web.signing_in import session

LINK = re.compile(r'<a [^>]*href="(/[^"#]*)"')
ID = re.compile(r"(?<=-)[0-9a-z]{26}|\d+")


def linked(page: str) -> list[str]:
    """One address of each shape."""
    found = [href.replace("&amp;", "&") for href in LINK.findall(page)]
    return list({ID.sub("*", href): href for href in found}.values())


def signed_in(alder: House, login: str) -> FlaskClient:
    client = create_app(alder).test_client()
    (person,) = (who for who, name in alder.people.logins().items() if name == login)
    with client.session_transaction() as kept:
        kept[session.TOKEN] = alder.sessions.begin(person, alder.now())
    return client


@pytest.mark.parametrize("login", ["nora", "tom", "dana", "ines", "carmen", "otis", "pia", "clara"])
def test_no_place_and_no_link_on_it_is_a_dead_end(alder: House, login: str) -> None:
    client = signed_in(alder, login)
    places = linked(client.get("/", follow_redirects=True).text)
    assert len(places) > 4
    links = {ID.sub("*", href): href for place in places for href in linked(client.get(place).text)}
    dead = [href for href in links.values() if client.get(href).status_code not in (200, 302, 303)]
    assert dead == []
