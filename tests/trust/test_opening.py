"""Whichever list words stand in, they are opened for who may read them, within what a token is for, and on record."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask

from services import api
from services.errands.errand import Look
from services.errands.looking import look
from services.web.app import create_app
from services.web.signing_in import session
from tests.web.alder import Alder, alder
from workflows.concern.commands import Hide, Raise, Triage
from workflows.issue.commands import List
from workflows.privilege import commands as privilege
from workflows.respect.commands import Report
from workflows.subject.commands import Redact

SECRET = "Mrs Quill of bed nine"  # noqa: S105 - words, not a password
LISTS = ("/units/4-west/board", "/units/4-west/answers", "/units/4-west/timeline", "/units/4-west/due")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Alder]:
    made = alder(tmp_path / "alder-creek")
    with made.house:
        yield made


@pytest.fixture
def app(here: Alder) -> Flask:
    made = create_app(here.house)
    api.install(made, here.house)
    return made


def asks(here: Alder, app: Flask, login: str, path: str) -> str:
    token = here.house.sessions.begin(here.who[login], here.clock())
    return app.test_client().get(f"/api/v1{path}", headers={"Authorization": f"Bearer {token}"}).text


def looks(here: Alder, app: Flask, login: str, path: str) -> str:
    client = app.test_client()
    with client.session_transaction() as kept:
        kept[session.TOKEN] = here.house.sessions.begin(here.who[login], here.clock())
    return client.get(path).text


def noted(here: Alder) -> int:
    return len(list(here.house.ledger.streams("trail")))


def test_what_a_moderator_hid_is_read_in_no_list(here: Alder, app: Flask) -> None:
    voice = here.does("nora", Raise(unit="4-west", what=f"{SECRET} was left alone."))
    issue = here.does("lena", List(unit="4-west", title="Alone at night", from_concern=voice))
    assert SECRET in asks(here, app, "sam", LISTS[0])
    here.does("marco", Hide(why="It names a patient."), voice)
    for path in (*LISTS, f"/issues/{issue}", f"/issues/{issue}/timeline", f"/issues/{issue}/accountability"):
        for moment in ("", "?as_of=2025-01-06", "?on=2025-01-06"):
            assert SECRET not in asks(here, app, "sam", path + moment), path + moment
    assert SECRET in asks(here, app, "marco", LISTS[0])
    first = here.house.ledger.stream_rows(voice)[0][0]
    here.does("pia", Redact(about=voice, seq=first, part="what", text=f"{SECRET} […]", reason="Her bed"))
    assert SECRET not in asks(here, app, "sam", LISTS[0])
    assert SECRET in asks(here, app, "marco", LISTS[0])


def test_what_turned_out_to_be_a_matter_of_respect_is_read_in_no_list(here: Alder, app: Flask) -> None:
    voice = here.does("nora", Raise(unit="4-west", what=f"{SECRET} was shouted at."))
    here.does("marco", Triage(route="respect"), voice)
    for path in LISTS:
        assert SECRET not in asks(here, app, "sam", path) + asks(here, app, "sam", f"{path}?as_of=2025-01-06")
    for question in ("board", "timeline"):
        assert SECRET not in str(look(here.house, Look(question=question, about="4-west", as_of="2025-01-06")))


def test_privileged_words_in_a_list_are_on_record(here: Alder, app: Flask) -> None:
    voice = here.does("nora", Raise(unit="4-west", what=f"{SECRET} was left alone."))
    here.does("ines", privilege.Designate(about=voice, reason="Peer review"))
    for path in LISTS:
        before = noted(here)
        here.clock.moment += 6 * 60 * 1_000_000
        assert SECRET in asks(here, app, "ines", path)
        assert noted(here) == before + 1, path
    before = noted(here)
    here.clock.moment += 6 * 60 * 1_000_000
    assert SECRET in looks(here, app, "ines", "/unit/4-west")
    assert noted(here) == before + 1


def test_the_list_of_incidents_is_on_record_for_a_program_too(here: Alder, app: Flask) -> None:
    here.does("sam", Report(kind="colleague", what=SECRET, unit="4-west"))
    assert SECRET not in asks(here, app, "dana", "/incidents")
    assert noted(here) == 0
    assert SECRET in asks(here, app, "otis", "/incidents")
    assert noted(here) == 1


def test_a_token_reads_and_does_of_ones_own_what_it_is_for_and_no_more(here: Alder, app: Flask) -> None:
    voice = here.does("sam", Raise(unit="4-west", what=SECRET))
    incident = here.does("sam", Report(kind="colleague", what=SECRET, unit="4-west"))
    client, person = app.test_client(), here.who["sam"]
    writes = {"Authorization": f"Bearer {here.house.tokens.issue(person, 'w', ['concern.*'], '2030-01-01')}"}
    reads = {"Authorization": f"Bearer {here.house.tokens.issue(person, 'r', ['read.*'], '2030-01-01')}"}
    for path in ("/answers", "/reports", f"/concerns/{voice}", "/desks/me"):
        assert SECRET not in client.get(f"/api/v1{path}", headers=writes).text
        assert client.get(f"/api/v1{path}", headers=reads).status_code == 200
    taken = client.post(
        f"/api/v1/respect/{incident}/withdraw", json={}, headers=reads | {"Idempotency-Key": str(uuid4())}
    )
    assert taken.status_code == 403
