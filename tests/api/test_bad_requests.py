"""What is sent is not what it claims to be: the right status, a sentence, nothing stored."""

from urllib.parse import urlencode
from uuid import uuid4

import pytest
from werkzeug.test import TestResponse

from tests.api.ward import NOWHERE, ROOT, Ward

RAISE = "/concern/raise"


def problem(response: TestResponse, status: int) -> str:
    """The sentence of a problem."""
    assert response.status_code == status, response.text
    assert response.mimetype == "application/problem+json"
    sent = response.json
    assert isinstance(sent, dict)
    assert sent["status"] == status
    return str(sent["detail"])


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (b"\xff\xfe not words", "not UTF-8"),
        (b'{"unit": "4-west", "what": "caf\xe9"}', "not UTF-8"),
        (b'{"unit": "4-west", "what": ', "not JSON"),
        (b'{"unit": "4-west", "what": "a", "what": "b"}', "the same field twice"),
        (b'{"unit": "4-west", "what": NaN}', "not a number of JSON"),
        (b'{"unit": "4-west", "what": 1e999}', "not a number of JSON"),
        (b'{"unit": ' + b"9" * 5_000 + b"}", "can be read"),
        (b"[" * 100_000, "can be read"),
        (b'{"what": ' + b"[" * 9 + b"]" * 9 + b"}", "deep"),
        (b'{"\\ud800": 1}', "cannot be printed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bytes_that_are_no_json(shared_ward: Ward, sent: bytes, says: str) -> None:
    before = shared_ward.house.ledger.head()
    assert says in problem(shared_ward.raw(RAISE, sent), 400)
    assert shared_ward.house.ledger.head() == before


@pytest.mark.parametrize("sent", [b"[]", b'"words"', b"7", b"null"])
def test_json_that_is_no_object(shared_ward: Ward, sent: bytes) -> None:
    problem(shared_ward.raw(RAISE, sent), 422)


def test_a_body_of_two_megabytes(shared_ward: Ward) -> None:
    sent = b'{"unit": "4-west", "what": "' + b"x" * 2_000_000 + b'"}'
    assert "larger than 1 MB" in problem(shared_ward.raw(RAISE, sent), 413)


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_body_that_is_not_called_json(shared_ward: Ward, content_type: str) -> None:
    problem(shared_ward.raw(RAISE, b'{"unit": "4-west", "what": "words"}', content_type), 415)


@pytest.mark.parametrize("key", ["", "not-a-uuid", "1"])
def test_a_key_that_is_no_uuid(shared_ward: Ward, key: str) -> None:
    sent = {"unit": "4-west", "what": "words"}
    problem(shared_ward.post("marco", RAISE, sent, headers={"Idempotency-Key": key}), 400)


def test_no_key_at_all(shared_ward: Ward) -> None:
    response = shared_ward.client.post(ROOT + RAISE, json={}, headers=shared_ward.signed("marco"))
    assert problem(response, 400)
    assert response.json["errors"][0]["name"] == "Idempotency-Key"  # type: ignore[index]  # a problem


@pytest.mark.parametrize("occurred", ["yesterday", "2025-02-30", "2999", "1066", "2025-01-17T25:00Z", "2025-W60"])
def test_a_time_that_cannot_have_been(shared_ward: Ward, occurred: str) -> None:
    sent = {"unit": "4-west", "what": "words"}
    problem(shared_ward.post("marco", RAISE, sent, headers={"Occurred": occurred}), 400)


@pytest.mark.parametrize(
    "path", ["/concern/{}/acknowledge", "/issue/{}/close", "/barrier/{}/accept", "/promise/{}/keep"]
)
def test_ids_that_nobody_has(shared_ward: Ward, path: str) -> None:
    noun = path.split("/")[1]
    for unknown in (f"{noun}-{NOWHERE}", NOWHERE, "x", f"unit-{NOWHERE}", f"{noun}-{'u' * 26}", "%00", "..%2f.."):
        problem(shared_ward.post("ines", path.format(unknown)), 404)


@pytest.mark.parametrize(
    "path", ["/desks/nobody", "/units/X/board", "/issues/118", "/concerns/x", "/rounds/x/y", "/barriers/"]
)
def test_addresses_of_nothing(shared_ward: Ward, path: str) -> None:
    problem(shared_ward.get("ines", path), 404)


def test_addresses_and_methods_that_do_not_exist(shared_ward: Ward) -> None:
    problem(shared_ward.post("ines", "/concern/whisper"), 404)
    problem(shared_ward.get("ines", "/nothing/here"), 404)
    response = shared_ward.get("ines", RAISE)
    assert problem(response, 405)
    assert "POST" in response.headers["Allow"]


def test_what_breaks_on_our_side_says_so_and_nothing_else(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(ward.house, "views")
    ward.app.testing = False
    response = ward.get("ines", "/units")
    assert "on our side" in problem(response, 500)
    assert "views" not in response.text


def test_commands_out_of_order(ward: Ward) -> None:
    voice = ward.begins("nora", RAISE, unit="4-west", what="The lift stands still")
    for name, verb, key in (
        ("marco", "deliver", "concern.no_answer_yet"),
        ("nora", "say_heard", "concern.no_answer_yet"),
        ("marco", "end_no_reply", "only_the_clock"),
        ("marco", "give_reason", "concern.no_reason_owed"),
    ):
        sent = {"deliver": {"how": "in_person"}, "give_reason": {"reason": "None yet"}}.get(verb, {})
        response = ward.post(name, f"/concern/{voice}/{verb}", sent)
        assert problem(response, 409)
        assert response.json["key"] == key, response.text  # type: ignore[index]  # a problem


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"as_of": "tomorrow"}, "as_of"),
        ({"as_of": "2025-02-30"}, "as_of"),
        ({"as_of": "999999999"}, "as_of"),
        ({"as_of": "-1"}, "as_of"),
        ({"as_of": "x" * 500}, "as_of"),
        ({"on": "118"}, "on"),
        ({"on": "2025-13-01"}, "on"),
        ({"asof": "2025-01-01"}, "asof"),
        ({"limit": "0"}, "limit"),
        ({"limit": "1e3"}, "limit"),
        ({"limit": "201"}, "limit"),
        ({"cursor": "????"}, "cursor"),
        ({"cursor": "MTIz"}, "cursor"),
        ({"cursor": "ééé"}, "cursor"),
    ],
)
def test_questions_about_no_moment_and_no_page(shared_ward: Ward, query: dict[str, str], name: str) -> None:
    response = shared_ward.get("ines", f"/units/4-west/board?{urlencode(query)}")
    assert problem(response, 422)
    assert [error["name"] for error in response.json["errors"]] == [name]  # type: ignore[index]  # a problem


def test_a_text_is_one_spelling_of_itself(ward: Ward) -> None:
    """The same words are the same bytes, so a retry from another keyboard is the same command."""
    key = str(uuid4())
    composed = ward.post("nora", RAISE, {"unit": "4-west", "what": "café\nat night"}, key=key)
    taken_apart = ward.post("nora", RAISE, {"unit": "4-west", "what": "cafe\u0301\r\nat night"}, key=key)
    assert composed.status_code == taken_apart.status_code == 201, taken_apart.text
    assert composed.json["stream"] == taken_apart.json["stream"]  # type: ignore[index]  # both are receipts
    assert ward.reads("nora", "/answers")["voices"][0]["what"] == "café\nat night"
