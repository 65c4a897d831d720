"""Mail as its operator meets it."""

import sqlite3
from contextlib import closing

import pytest

from tests.cli.terminal import Terminal
from tests.outbox.postroom import Postroom, free_port, listening

SENDER = {"HEARD_MAIL_FROM": "heard@x.org", "HEARD_ADDRESS": "https://heard.x.org"}


def sending(alder: Terminal, port: int) -> Terminal:
    return Terminal(alder.home, HEARD_SMTP=f"127.0.0.1:{port}", **SENDER)


def failed(alder: Terminal) -> None:
    assert alder("tick").status == 0
    row = (b"k", "failed", "person-x", "s", "b", 1, 1, 1, "The mail server says 550 no such user.")
    with closing(sqlite3.connect(alder.place / "outbox.sqlite", isolation_level=None)) as file:
        file.execute("INSERT INTO messages VALUES (?,?,?,?,?,?,?,?,?,NULL,0,NULL,NULL,NULL,0)", row)


def test_the_doctor_says_where_nothing_is_sent(alder: Terminal) -> None:
    assert "nothing is sent: HEARD_SMTP names no mail server" in alder("doctor").out


def test_the_doctor_tries_the_mail_server(alder: Terminal) -> None:
    port = free_port()
    examined = sending(alder, port)("doctor")
    assert examined.status == 1
    assert f"FAULT mail        The mail server 127.0.0.1:{port} does not answer" in examined.out
    with listening(Postroom(), port):
        assert f"the mail server 127.0.0.1:{port} answers" in sending(alder, port)("doctor").out


def test_what_could_not_be_sent_is_shown_until_somebody_decides(alder: Terminal) -> None:
    port = free_port()
    sends = sending(alder, port)
    failed(sends)
    with listening(Postroom(), port):
        examined = sends("doctor")
        assert (
            "FAULT mail        1 message could not be sent, the first because: The mail server says 550" in examined.out
        )
        assert "person-x: The mail server says 550 no such user." in sends("mail").out
        assert sends("mail", "--again").out == "1 message will be tried again.\n"
        assert sends("mail", "--json").found == {"sends": True, "waiting": 1, "failed": []}
        assert sends("doctor").status == 0
    failed_again = sends("mail", "--forget")
    assert failed_again.out == "0 messages will never be sent.\n"


@pytest.mark.parametrize("missing", SENDER)
def test_a_setting_that_is_missing_is_named(alder: Terminal, missing: str) -> None:
    given = {name: value for name, value in SENDER.items() if name != missing}
    said = Terminal(alder.home, HEARD_SMTP="127.0.0.1:25", **given)("doctor")
    assert said.status == 1
    assert f"set {missing} too" in said.err
