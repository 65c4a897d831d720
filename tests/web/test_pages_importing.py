"""A file on its way in: kept only while it is, and told about whatever happens to it."""

import errno
import io
import re
import sqlite3
import time
from typing import NoReturn

import pytest
from werkzeug.datastructures import FileStorage

from services.importing import Import
from services.web.app import create_app
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter

LOG = b"Unit,Identified Issue,Date opened,Status\n4 West,Lifts stand still,2024-12-14,Open\n"


def brings(somebody: Browser) -> str:
    """Uploads the log; gives where it leads."""
    (token,) = re.findall(r'name="csrf_token" value="([^"]+)"', somebody.get("/import").text)[:1]
    sent = {"csrf_token": token, "file": (io.BytesIO(LOG), "../../log.csv")}
    response = somebody.client.post("/import", data=sent, content_type="multipart/form-data")
    return response.headers.get("Location", "") or f"{response.status_code} {response.headers.get('Retry-After')}"


def test_what_a_killed_process_left_behind_is_gone_when_it_is_served_again(hospital: Alder) -> None:
    left = hospital.house.directory / "uploads" / "left"
    left.parent.mkdir()
    left.write_bytes(b"Mrs Lopez waited")
    create_app(hospital.house)
    assert not left.exists()


def test_a_full_disk_is_told(enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileStorage, "save", full)
    assert brings(enter("ines")).startswith("503 1")


def test_a_store_that_fails_in_the_middle_is_told(enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> NoReturn:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Import, "run", fails)
    ines = enter("ines")
    page, deadline = brings(ines), time.monotonic() + 10
    while "The import stopped in the middle" not in (said := ines.get(page).text):
        assert time.monotonic() < deadline, said
    assert "disk is full" in said
