"""PostgreSQL gone in the middle: said so, with when to ask again; afterwards everything is as it was."""

from pathlib import Path
from uuid import uuid4

import pytest

from tests.api.ward import opened
from tests.ledger.own_server import OwnServer

SAID = {"unit": "4-west", "what": "The lift stands still"}


@pytest.mark.postgres
def test_while_it_is_gone_it_is_said_and_afterwards_done_once(tmp_path: Path) -> None:
    with OwnServer() as server, opened(tmp_path / "alder", server.address) as ward:
        known = ward.begins("nora", "/concern/raise", **SAID)
        key = str(uuid4())
        server.kill()
        for response in (
            ward.post("nora", "/concern/raise", SAID, key=key),
            ward.get("nora", f"/concerns/{known}"),
            ward.get("marco", "/units/4-west/board"),
            ward.get("marco", "/units/4-west/timeline"),
        ):
            assert response.status_code == 503, response.text
            assert response.mimetype == "application/problem+json"
            assert int(response.headers["Retry-After"]) > 0
        server.start()
        done = ward.post("nora", "/concern/raise", SAID, key=key)
        assert done.status_code == 201, done.text
        again = ward.post("nora", "/concern/raise", SAID, key=key)
        assert again.json["stream"] == done.json["stream"]  # type: ignore[index]  # both are receipts
        voices = ward.reads("marco", "/units/4-west/answers")["voices"]
        assert len(voices) == 2
        assert {voice["what"] for voice in voices} == {SAID["what"]}
