"""A teller over HTTP: people of a story have a program each that speaks to the API."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from services import balloting
from tests.api.ward import Ward, opened
from tests.stories.telling import Somebody, Stream


class OverHttp:
    """Carries out what people do, each with a sign-in of their own, and moves the clock."""

    def __init__(self, ward: Ward, clock: FrozenDateTimeFactory) -> None:
        self.ward = ward
        self._clock = clock
        self.on("2025-01-06")

    def on(self, day: str) -> None:
        """The morning of a day: the clock has come by in the night, and what follows by itself has followed."""
        self._clock.move_to(f"{day}T15:00:00Z")
        self.ward.house.policies.tick()
        balloting.count(self.ward.house)
        self.ward.house.policies.pull()

    def does(self, name: str, verb: str, to: Stream | None, /, **said: Any) -> Stream:
        response = self.ward.post(name, _path(verb, to), _said(said))
        assert response.status_code in (200, 201), f"{name}, {verb}: {response.text}"
        self.ward.house.policies.pull()
        self._clock.tick(timedelta(minutes=5))
        return str(response.json["stream"])  # type: ignore[index]  # a receipt

    def is_refused(self, name: str, verb: str, to: Stream | None, /, **said: Any) -> str:
        response = self.ward.post(name, _path(verb, to), _said(said))
        assert response.status_code in (403, 409), f"{name}, {verb}: {response.text}"
        return str(response.json["detail"])  # type: ignore[index]  # a problem

    def somebody(self, name: str, unit: str | None = "4-west") -> Somebody:
        return Somebody(self, name, unit)


def _path(verb: str, to: Stream | None) -> str:
    noun, what = verb.split(".")
    return "/".join(["", noun, *([to] if to else []), what])


def _said(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value is not None}


@contextmanager
def over_http(directory: Path, database: str | None = None) -> Iterator[OverHttp]:
    """A story that begins on Monday 6 January 2025 in a hospital of two units."""
    with freeze_time("2025-01-06T14:00:00Z") as clock, opened(directory, database) as ward:
        assert isinstance(clock, FrozenDateTimeFactory)
        yield OverHttp(ward, clock)
