"""Said twice, done once; overtaken, told so; the store away, asked again."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

import pytest

from services import sqlite_file
from services.ledger.contract import Answer, Commit, OutcomeUnknown
from tests.api.ward import ROOT, Ward, opened

RAISE = "/concern/raise"
SAID = {"unit": "4-west", "what": "The lift stands still"}


def test_the_same_key_again_is_the_same_answer_again(ward: Ward) -> None:
    key = str(uuid4())
    first = ward.post("nora", RAISE, SAID, key=key)
    second = ward.post("nora", RAISE, SAID, key=key)
    assert first.status_code == second.status_code == 201
    assert first.headers["Location"] == second.headers["Location"]
    assert second.json == {**first.json, "again": True}  # type: ignore[dict-item]  # both are receipts
    assert len(ward.reads("nora", "/answers")["voices"]) == 1


def test_the_same_key_with_other_content_is_refused(ward: Ward) -> None:
    key = str(uuid4())
    ward.post("nora", RAISE, SAID, key=key)
    for name, sent in (("nora", {**SAID, "what": "Something else"}), ("marco", {**SAID, "speaker": "named"})):
        response = ward.post(name, RAISE, sent, key=key)
        assert response.status_code == 422
        assert response.json["key"] == "command.reused"  # type: ignore[index]  # a problem
    assert ward.reads("marco", "/answers")["voices"] == []


def test_the_same_key_for_another_day_or_somebody_else_is_refused(ward: Ward) -> None:
    shift = ward.house.people.add("Night shift", kind="party").id
    key, said = str(uuid4()), {"Occurred": "2025-03-03", "On-Behalf-Of": shift}
    listed = {"unit": "4-west", "title": "The lift stands still"}
    assert ward.post("marco", "/issue/list", listed, key=key, headers=said).status_code == 201
    assert ward.post("marco", "/issue/list", listed, key=key, headers=said).status_code == 201
    for other in ({**said, "Occurred": "2025-03-04"}, {**said, "On-Behalf-Of": ward.who["nora"]}, {}):
        response = ward.post("marco", "/issue/list", listed, key=key, headers=other)
        assert (response.status_code, response.json["key"]) == (422, "command.reused")  # type: ignore[index]  # a problem


def test_an_anonymous_voice_waits_once(ward: Ward) -> None:
    key = str(uuid4())
    first, second = (ward.post("nora", RAISE, {**SAID, "speaker": "anonymous"}, key=key) for _ in range(2))
    assert first.status_code == 201
    assert first.json == second.json
    assert "Location" not in first.headers
    assert len(ward.house.intake.waiting()) == 1


def test_an_anonymous_voice_is_not_taken_for_another(ward: Ward) -> None:
    """The second would be acknowledged and never be there."""
    key = str(uuid4())
    ward.post("nora", RAISE, {**SAID, "speaker": "anonymous"}, key=key)
    response = ward.post("nora", RAISE, {**SAID, "speaker": "anonymous", "what": "Something else"}, key=key)
    assert response.status_code == 422
    assert response.json["key"] == "command.reused"  # type: ignore[index]  # a problem


def test_who_says_what_they_saw_is_not_overtaken(ward: Ward) -> None:
    voice = ward.begins("nora", RAISE, **SAID)
    seen = ward.get("marco", f"/concerns/{voice}").headers["ETag"]
    ward.does("dana", f"/concern/{voice}/acknowledge")
    answer = {"answer": "It is repaired", "outcome": "done"}
    late = ward.post("marco", f"/concern/{voice}/answer", answer, headers={"If-Match": seen})
    assert late.status_code == 412
    assert late.json["key"] == "stale"  # type: ignore[index]  # a problem
    for foreign in ('"theirs"', 'W/"1.0"', '"0.0"', '""'):
        assert ward.post("marco", f"/concern/{voice}/answer", answer, headers={"If-Match": foreign}).status_code == 412
    now = ward.get("marco", f"/concerns/{voice}").headers["ETag"]
    key = str(uuid4())
    done = ward.post("marco", f"/concern/{voice}/answer", answer, key=key, headers={"If-Match": now})
    assert done.status_code == 200
    assert done.headers["ETag"].startswith('"3.')
    again = ward.post("marco", f"/concern/{voice}/answer", answer, key=key, headers={"If-Match": now})
    assert again.json == {**done.json, "again": True}  # type: ignore[dict-item]  # both are receipts


def test_what_needs_no_doing_twice_writes_nothing_twice(ward: Ward) -> None:
    voice = ward.begins("nora", RAISE, **SAID)
    ward.does("marco", f"/concern/{voice}/acknowledge")
    again = ward.does("marco", f"/concern/{voice}/acknowledge")
    assert (again["first"], again["last"], again["version"]) == (None, None, 2)


def test_a_locked_store_is_said_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.1)
    with opened(tmp_path / "alder") as ward:
        other = sqlite3.connect(tmp_path / "alder" / "ledger.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        key = str(uuid4())
        refused = ward.post("nora", RAISE, SAID, key=key)
        assert refused.status_code == 503, refused.text
        assert refused.mimetype == "application/problem+json"
        assert int(refused.headers["Retry-After"]) > 0
        assert refused.json["key"] == "unavailable"  # type: ignore[index]  # a problem
        other.execute("ROLLBACK")
        other.close()
        done = ward.post("nora", RAISE, SAID, key=key)
        assert done.status_code == 201
        assert done.json["again"] is False  # type: ignore[index]  # a receipt


def test_a_locked_directory_of_people_is_said_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.1)
    with opened(tmp_path / "alder") as ward:
        ward.house.accounts.open(ward.who["nora"], "nora", "a long walk home", told=False)
        other = sqlite3.connect(tmp_path / "alder" / "people.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        sign_in = {"login": "nora", "password": "a long walk home"}
        assert ward.client.post(f"{ROOT}/session", json=sign_in).status_code == 503
        other.close()
        assert ward.client.post(f"{ROOT}/session", json=sign_in).status_code == 201


def test_whose_voice_it_is_is_kept_when_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stored while the directory was locked: nobody is told that nothing was stored, and the answer finds them."""
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.1)
    with opened(tmp_path / "alder") as ward:
        ward.signed("nora")
        other = sqlite3.connect(tmp_path / "alder" / "people.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        key = str(uuid4())
        half = ward.post("nora", RAISE, SAID, key=key)
        assert half.status_code == 503
        assert half.json["key"] == "outcome_unknown"  # type: ignore[index]  # a problem
        other.close()
        assert ward.post("nora", RAISE, SAID, key=key).status_code == 201
        assert len(ward.reads("nora", "/answers")["voices"]) == 1


def test_an_answer_lost_on_its_way_is_there_when_asked_again(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stored, and nobody knows: the sentence says to ask again, and asking again finds the answer."""
    append = ward.house.ledger.append

    def cut(commits: Sequence[Commit]) -> list[Answer]:
        append(commits)
        raise OutcomeUnknown("The line went dead after the commit was sent.")

    key = str(uuid4())
    with monkeypatch.context() as dead:
        dead.setattr(ward.house.ledger, "append", cut)
        lost = ward.post("nora", RAISE, SAID, key=key)
    assert lost.status_code == 503
    assert lost.headers["Retry-After"]
    assert "same key" in lost.json["detail"]  # type: ignore[index]  # a problem
    found = ward.post("nora", RAISE, SAID, key=key)
    assert found.status_code == 201
    assert found.json["again"] is True  # type: ignore[index]  # a receipt
    assert len(ward.reads("nora", "/answers")["voices"]) == 1
