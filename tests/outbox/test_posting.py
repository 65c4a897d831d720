"""A message is sent once, tried again where that helps, and shown to the operator where it does not."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from services.outbox import Outbox
from services.outbox.outbox import HOUR, LONGEST_PAUSE, PATIENCE
from tests.outbox.conftest import Office
from tests.outbox.postroom import Postroom, listening
from workflows.kernel.moments import MICRO


def test_it_arrives_as_plain_words_that_say_they_were_written_by_a_machine(served: Office, room: Postroom) -> None:
    served.put(body=f"Something waits on you.\n\n{served.outbox.link('/desk')}\n")
    assert served.posting.send() == 1
    (came,) = room.came
    assert (came["To"], came["From"]) == ("dana@alder-creek.example", "heard@alder-creek.example")
    assert (came["Subject"], came["Auto-Submitted"]) == ("Something waits", "auto-generated")
    assert came["Date"].startswith("Mon, 02 Mar 2026")
    assert "https://heard.alder-creek.example/desk" in came.get_content()


def test_the_same_key_is_one_message_before_and_after_it_is_sent(served: Office, room: Postroom) -> None:
    assert [served.put("a"), served.put("a", body="other"), served.put("b")] == [True, False, True]
    served.posting.send()
    assert not served.put("a")
    served.posting.send()
    assert len(room.came) == 2


def test_what_was_sent_is_forgotten(served: Office) -> None:
    served.put("answer|concern-x", body="A word nobody else has: xylophone")
    served.posting.send()
    kept = b"".join(path.read_bytes() for path in served.path.parent.glob("outbox.sqlite*"))
    assert b"concern-x" not in kept
    assert not [state for state in _columns(served.path) if state[1:] != ("sent", None, None, None, 0)]


def _columns(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT key, state, whom, subject, body, put FROM messages").fetchall()


def test_the_address_is_looked_up_when_it_is_sent(served: Office, room: Postroom) -> None:
    served.put()
    served.addresses["person-dana"] = "cole@alder-creek.example"
    served.posting.send()
    assert room.came[0]["To"] == "cole@alder-creek.example"


def test_it_waits_until_there_is_a_mail_server_with_longer_and_longer_pauses(
    office: Office, room: Postroom, port: int
) -> None:
    office.put()
    pauses = []
    for _ in range(12):
        assert office.posting.send() == 0
        assert office.outbox.due() == []
        began = office.now
        while not office.outbox.due():
            office.now += 5 * MICRO
        pauses.append((office.now - began) // MICRO)
    assert pauses[:4] == [5, 10, 20, 40]
    assert pauses[-1] == LONGEST_PAUSE // MICRO
    with listening(room, port):
        assert office.posting.send() == 1


def test_the_file_says_no_finer_than_the_hour_when_it_is_tried_again(office: Office) -> None:
    office.now += 17 * 60 * MICRO + 3
    office.put()
    for _ in range(4):
        office.now += LONGEST_PAUSE
        assert office.posting.send() == 0
    with closing(sqlite3.connect(office.path)) as file:
        kept = file.execute("SELECT put, due FROM messages").fetchall()
    assert [moment % HOUR for row in kept for moment in row] == [0, 0]
    assert office.outbox.due() == [], "it rests all the same"


def test_after_days_it_is_given_up_and_may_be_tried_again(office: Office, room: Postroom, port: int) -> None:
    office.put()
    office.now += PATIENCE
    office.posting.send()
    (failed,) = office.outbox.failures()
    assert "does not answer" in failed.why
    assert office.outbox.again() == 1
    with listening(room, port):
        assert office.posting.send() == 1


def test_an_address_nobody_has_fails_for_good_and_the_others_go(served: Office, room: Postroom) -> None:
    room.says["dana@alder-creek.example"] = "550 no such user here"
    served.put("a")
    served.put("b", whom="tom@alder-creek.example")
    assert served.posting.send() == 1
    (failed,) = served.outbox.failures()
    assert (failed.whom, failed.why) == ("person-dana", "The mail server says 550 no such user here.")
    assert served.outbox.forget() == 1
    assert served.outbox.failures() == []
    assert served.posting.send() == 0


@pytest.mark.parametrize("said", ["450 come back later", "451 greylisted"])
def test_a_server_that_puts_off_is_asked_again(served: Office, room: Postroom, said: str) -> None:
    room.says["dana@alder-creek.example"] = said
    served.put()
    assert served.posting.send() == 0
    room.says.clear()
    served.now += 5 * MICRO
    assert served.posting.send() == 1


def test_a_server_that_does_not_trust_the_house_yet_loses_nothing(served: Office, room: Postroom) -> None:
    room.greets = "530 authentication required"
    served.put()
    served.posting.send()
    assert (served.outbox.failures(), served.outbox.waiting()) == ([], 1)


def test_whoever_has_no_address_is_told_of(served: Office) -> None:
    served.put(whom="person-lena")
    served.posting.send()
    (failed,) = served.outbox.failures()
    assert "has no mail address" in failed.why


def test_where_no_mail_is_sent_nothing_is_kept(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite", bytes(32), None, lambda: 0)
    assert not outbox.put("person-dana", "Something waits", "See", "a")
    assert outbox.waiting() == 0
    outbox.close()
