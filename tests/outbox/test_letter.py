"""Nothing anybody can give becomes a header, another recipient or another message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.outbox import Unfit
from services.outbox.letter import letter
from tests.outbox.conftest import Office
from tests.outbox.postroom import Postroom

BREAKS = ["\r\n", "\n", "\r", "\x00", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("cut", BREAKS)
def test_a_subject_that_breaks_its_line_is_never_put(office: Office, cut: str) -> None:
    with pytest.raises(Unfit):
        office.put(subject=f"Something{cut}Bcc: all@elsewhere.example")
    assert office.outbox.waiting() == 0


@pytest.mark.parametrize("cut", BREAKS)
def test_an_address_that_breaks_its_line_is_never_put(office: Office, cut: str) -> None:
    with pytest.raises(Unfit):
        office.put(whom=f"dana@alder-creek.example{cut}RCPT TO:<all@elsewhere.example>")


@pytest.mark.parametrize("cut", [one for one in BREAKS if one != "\n"])
def test_a_body_holds_no_control_characters_but_line_breaks(office: Office, cut: str) -> None:
    with pytest.raises(Unfit):
        office.put(body=f"See{cut}.")


@pytest.mark.parametrize(
    "kept",
    [
        "dana@alder-creek.example\r\nBcc: all@elsewhere.example",
        "dana@alder-creek.example, all@elsewhere.example",
        "Dana <dana@alder-creek.example>",
        "dana@alder-creek.example> SIZE=1",
        "<dana@alder-creek.example>",
        "dana@",
        "@alder-creek.example",
        "dana at alder-creek.example",
        "dana@alder creek.example",
        "dána@alder-creek.example",
        "",
        " ",
    ],
)
def test_a_directory_that_holds_nonsense_sends_nothing(served: Office, room: Postroom, kept: str) -> None:
    served.addresses["person-dana"] = kept
    served.put()
    assert served.posting.send() == 0
    assert room.came == []
    assert len(served.outbox.failures()) == 1


def test_a_line_with_one_dot_ends_nothing(served: Office, room: Postroom) -> None:
    served.put(body="before\n.\nMAIL FROM:<x@elsewhere.example>\nafter")
    assert served.posting.send() == 1
    (came,) = room.came
    assert came.get_content().split() == ["before", ".", "MAIL", "FROM:<x@elsewhere.example>", "after"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_given_has_seven_headers_or_is_refused(subject: str, to: str) -> None:
    try:
        made = letter("heard@alder-creek.example", to, subject, "See", key=b"k", at=0)
    except Unfit:
        return
    head = bytes(made).partition(b"\r\n\r\n")[0]
    lines = [line for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))]
    assert len(lines) == len(made.keys())


def test_a_message_is_for_a_person_or_an_address(office: Office) -> None:
    with pytest.raises(Unfit, match="neither a person"):
        office.put(whom="role-ceo")
