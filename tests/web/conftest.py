"""A hospital of its own for each test, and browsers that need no password to be somebody in it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from services.web.app import create_app
from services.web.signing_in import session
from tests.web.alder import Alder, alder

Enter = Callable[[str], "Browser"]


class Browser:
    """Somebody at a page: gets it, fills in its form, sends it."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str) -> TestResponse:
        return self.client.get(path)

    def send(self, path: str, **typed: str | list[str]) -> TestResponse:
        """Posts a form as the page at `path` would, with its token and its command id."""
        page = self.client.get(path).text
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
        return self.client.post(path, data=hidden | typed)


@pytest.fixture
def hospital(tmp_path: Path) -> Iterator[Alder]:
    made = alder(tmp_path / "alder-creek")
    with made.house:
        yield made


@pytest.fixture
def app(hospital: Alder) -> Flask:
    return create_app(hospital.house)


@pytest.fixture
def nobody(app: Flask) -> Browser:
    return Browser(app.test_client())


@pytest.fixture
def enter(app: Flask, hospital: Alder) -> Enter:
    """Signs somebody in."""

    def signed_in(login: str) -> Browser:
        client = app.test_client()
        with client.session_transaction() as kept:
            kept[session.TOKEN] = hospital.house.sessions.begin(hospital.who[login], hospital.clock())
        return Browser(client)

    return signed_in
