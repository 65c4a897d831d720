"""The year lived through the API under a frozen clock: everybody of the cast has a sign-in and sends what they say."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
from flask import Flask
from freezegun.api import FrozenDateTimeFactory

from services import api, clock
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.sample.stage import Stage
from workflows.kernel.grammar import Command, Refused
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Moment, as_datetime

ROOT = "/api/v1"


class StageOverHttp(Stage):
    """The clock of the stage is the frozen one, and nobody of the cast is inside the house."""

    def __init__(self, directory: Path, start: date, seed: int, frozen: FrozenDateTimeFactory) -> None:
        self._frozen = frozen
        super().__init__(directory, start, seed)
        app = Flask("year")
        app.testing = True
        app.secret_key = "tests"  # noqa: S105 - of a test
        api.install(app, self.house)
        self._client = app.test_client()
        self._tokens: dict[str, str] = {}
        self.sent = 0
        """How many commands came over the API."""

    @property
    def _now(self) -> Moment:
        return clock.now()

    @_now.setter
    def _now(self, moment: Moment) -> None:
        self._frozen.move_to(as_datetime(moment))

    def reads(self, login: str, path: str) -> Any:
        response = self._client.get(ROOT + path, headers=self._signed(login))
        assert response.status_code == 200, response.text
        return response.json

    def _asks(self, login: str, command: Command, call: Call, to: str | None) -> Told | Refused:
        """What waits to enter the record is not addressed over the API: whoever acts on it does so on a page."""
        if to is not None and noun_of(to) == "waiting":
            return super()._asks(login, command, call, to)
        said = {name: value for name, value in msgspec.to_builtins(command).items() if value is not None}
        headers = {"Idempotency-Key": str(UUID(call.id)), **({"Occurred": call.occurred} if call.occurred else {})}
        path = f"{ROOT}/{_path(command, to)}"
        response = self._client.post(path, json=said, headers={**headers, **self._signed(login)})
        assert response.status_code in (200, 201), f"{self.today}: {login}, {path}: {response.text}"
        self.sent += 1
        receipt: Any = response.json
        return Told(receipt["stream"], receipt["first"] or 0, receipt["last"] or 0)

    def _signed(self, login: str) -> dict[str, str]:
        sessions, now = self.house.sessions, self.house.now()
        if login not in self._tokens or sessions.who(self._tokens[login], now) is None:
            self._tokens[login] = sessions.begin(self.people[login], now)
        return {"Authorization": f"Bearer {self._tokens[login]}"}


def _path(command: Command, to: str | None) -> str:
    noun, verb = command.VERB.split(".")
    address = [] if to in (None, "hospital") else [str(to).removeprefix("unit-") if noun == "unit" else str(to)]
    return "/".join([noun, *address, verb])
