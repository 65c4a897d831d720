"""Two units, a few people, and a client that speaks for each of them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from msgspec import Struct
from werkzeug.test import TestResponse

from services import api
from services.bootstrap import found, open_house
from services.clerk.access import OPERATOR
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.house import House, Plate
from services.web.routing import LateRule
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import Command
from workflows.unit import commands as unit

ROOT = "/api/v1"
PEOPLE = {
    "nora": ("front_line", "4-west"),
    "sam": ("front_line", "4-west"),
    "lena": ("unit_champion", "4-west"),
    "marco": ("team_leader", "4-west"),
    "dana": ("executive_partner", "4-west"),
    "priya": ("team_leader", "icu"),
    "kim": ("front_line", "icu"),
    "ruth": ("cno", None),
    "ines": ("quality_director", None),
}
NOWHERE = "0" * 26
"""The rest of an id that nobody has."""


class Ward(Struct, frozen=True):
    """A house with its API; `who` gives person ids, `tokens` the sign-ins of those who have come, both by name."""

    house: House
    app: Flask
    client: FlaskClient
    who: dict[str, str]
    tokens: dict[str, str]

    def post(
        self,
        name: str,
        path: str,
        sent: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> TestResponse:
        """Somebody gives a command, with a fresh key unless one is given."""
        keyed = {"Idempotency-Key": key or str(uuid4()), **self.signed(name), **(headers or {})}
        return self.client.post(ROOT + path, json=dict(sent or {}), headers=keyed)

    def raw(self, path: str, data: bytes, content_type: str = "application/json") -> TestResponse:
        """Marco sends bytes."""
        keyed = {"Idempotency-Key": str(uuid4()), **self.signed("marco")}
        return self.client.post(ROOT + path, data=data, content_type=content_type, headers=keyed)

    def get(self, name: str, path: str, headers: Mapping[str, str] | None = None, **query: Any) -> TestResponse:
        return self.client.get(
            ROOT + path, query_string=query or None, headers={**self.signed(name), **(headers or {})}
        )

    def begins(self, name: str, path: str, **sent: Any) -> str:
        """A creating command that succeeds; gives the new stream."""
        response = self.post(name, path, sent)
        assert response.status_code == 201, response.text
        return str(response.json["stream"])  # type: ignore[index]  # a receipt

    def does(self, name: str, path: str, **sent: Any) -> Any:
        """A command that succeeds; gives its receipt."""
        response = self.post(name, path, sent)
        assert response.status_code == 200, response.text
        return response.json

    def reads(self, name: str, path: str, **query: Any) -> Any:
        response = self.get(name, path, **query)
        assert response.status_code == 200, response.text
        return response.json

    def signed(self, name: str) -> dict[str, str]:
        """Signed in, again where the last time is too long ago."""
        sessions, now = self.house.sessions, self.house.now()
        if name not in self.tokens or sessions.who(self.tokens[name], now) is None:
            self.tokens[name] = sessions.begin(self.who[name], now)
        return {"Authorization": f"Bearer {self.tokens[name]}"}


@contextmanager
def opened(directory: Path, database: str | None = None) -> Iterator[Ward]:
    """A hospital in which everybody has come to work; its ledger in files, or in a database of PostgreSQL."""
    found(directory, Plate("alder", "Alder Creek", "America/Chicago", shared=database is not None))
    with open_house(directory, database=database) as house:
        who = {name: house.people.add(name.capitalize()).id for name in PEOPLE}
        _furnish(house, who)
        yield over(house, who)


def over(house: House, who: dict[str, str]) -> Ward:
    """The API of a house that is there."""
    app = Flask("ward")
    app.url_rule_class = LateRule
    app.testing = True
    app.secret_key = "tests"  # noqa: S105 - of a test
    api.install(app, house)
    return Ward(house, app, app.test_client(), who, {})


def _furnish(house: House, who: dict[str, str]) -> None:
    _give(house, hospital.Open(name="Alder Creek", zone="America/Chicago", slug="alder"))
    _give(house, unit.Open(slug="4-west", name="4 West"))
    _give(house, unit.Open(slug="icu", name="ICU"))
    for name, (role, slug) in PEOPLE.items():
        if slug:
            _give(house, unit.Appoint(person=who[name], role=role, since="2025-01-01"), f"unit-{slug}")
        else:
            _give(house, hospital.Appoint(person=who[name], role=role, since="2025-01-01"), "hospital")


def _give(house: House, command: Command, to: str | None = None) -> None:
    told = house.reception.ask(OPERATOR, command, Call(id=str(uuid4()), via="cli"), to)
    assert isinstance(told, Told), told
