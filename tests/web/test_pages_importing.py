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
from workflows import unit

LOG = b"Unit,Identified Issue,Date opened,Status\n4 West,Lifts stand still,2024-12-14,Open\n"


def brings(somebody: Browser, log: bytes = LOG) -> str:
    """Uploads the log; gives where it leads."""
    (token,) = re.findall(r'name="csrf_token" value="([^"]+)"', somebody.get("/import").text)[:1]
    sent = {"csrf_token": token, "file": (io.BytesIO(log), "../../log.csv")}
    response = somebody.client.post("/import", data=sent, content_type="multipart/form-data")
    return response.headers.get("Location", "") or f"{response.status_code} {response.headers.get('Retry-After')}"


def at(somebody: Browser, page: str, words: str) -> str:
    """The page once it says that."""
    deadline = time.monotonic() + 20
    while words not in (said := somebody.get(page).text):
        assert time.monotonic() < deadline, said
    return said


OF_TWO_UNITS = LOG + (
    b"ICU,One pump for two beds,2024-12-15,Open\n"
    b"ICU,Dr. Lopez shouts at the nurses,2024-12-16,Open\n"
    b"Moon base,No air,2024-12-16,Open\n"
)


def test_a_leader_brings_the_rows_of_the_own_unit_and_gets_the_others_back(hospital: Alder, enter: Enter) -> None:
    marco = enter("marco")
    page = brings(marco, OF_TWO_UNITS)
    said = at(marco, page, "Carry it out")
    assert said.count("This row is about another unit.") == 2
    assert said.index("This row is about another unit.") < said.index("Carry it out"), "first it says what goes back"
    assert "Lopez" not in said
    assert "Open it as a new unit" not in said
    assert "It is ICU" not in said
    form = dict(re.findall(r'<input type="hidden" name="(csrf_token)" value="([^"]*)">', said))
    marco.client.post(f"{page}/answers", data=form | {"alias": "Moon base", "means": "icu"})
    at(marco, page, "Carry it out")
    assert marco.client.post(f"{page}/enter", data=form).status_code == 303
    at(marco, page, "rows are new")
    streams = [hospital.house.clerk.memory.get(one).state.unit for one in hospital.house.ledger.streams("issue")]
    assert streams == ["4-west"]
    assert hospital.house.intake.rows.undecided() == [], "a row of another unit is not held either: it goes back whole"
    back = marco.client.post(f"{page}/rejects.csv", data=form).text
    assert [line.partition(",")[0] for line in back.splitlines()[1:]] == ["ICU", "ICU", "Moon base"]


def test_whoever_leads_no_longer_brings_nothing(hospital: Alder, enter: Enter) -> None:
    """Rights are asked for again when the rows enter."""
    marco = enter("marco")
    page = brings(marco)
    form = dict(re.findall(r'name="(csrf_token)" value="([^"]*)"', at(marco, page, "Carry it out")))
    role = unit.commands.Dismiss(person=hospital.who["marco"], role="team_leader")
    hospital.does("operator", role, "unit-4-west")
    assert marco.client.post(f"{page}/enter", data=form).status_code == 404
    assert list(hospital.house.ledger.streams("issue")) == []


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
