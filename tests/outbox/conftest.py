"""An outbox, a mail server for it, and a clock that is moved by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.outbox import Mail, Outbox, Posting
from tests.outbox.postroom import Postroom, free_port, listening
from workflows.kernel.moments import Moment, moment_of

ADDRESS = "https://heard.alder-creek.example"


class Office:
    """A house's outbox at work: `now` moves by hand, `addresses` is its directory."""

    def __init__(self, directory: Path, relay: str) -> None:
        self.now: Moment = moment_of("2026-03-02")
        self.addresses: dict[str, str] = {"person-dana": "dana@alder-creek.example"}
        self.path = directory / "outbox.sqlite"
        mail = Mail(relay, "heard@alder-creek.example", ADDRESS)
        self.outbox = Outbox(self.path, bytes(32), mail, lambda: self.now)
        self.posting = Posting(self.outbox, self.addresses.get)

    def put(
        self, key: str = "a", whom: str = "person-dana", subject: str = "Something waits", body: str = "See"
    ) -> bool:
        return self.outbox.put(whom, subject, body, key)


@pytest.fixture
def room() -> Postroom:
    return Postroom()


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def office(tmp_path: Path, port: int) -> Iterator[Office]:
    """Its mail server is not there yet."""
    office = Office(tmp_path, f"127.0.0.1:{port}")
    yield office
    office.outbox.close()


@pytest.fixture
def served(office: Office, room: Postroom, port: int) -> Iterator[Office]:
    """The same with its mail server."""
    with listening(room, port):
        yield office
