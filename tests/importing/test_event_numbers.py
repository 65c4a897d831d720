"""Numbers of the event system come back: once, to the concern they are of, and nothing in them runs or is believed."""

import csv
import io

import pytest

from services.clerk.access import OPERATOR, Actor
from services.importing.event_numbers import Brought, bring, write_wrong
from services.tracking_sheet.row import Unreadable
from tests.trust.conftest import Small, small
from workflows.concern.commands import Raise

__all__ = ["small"]


@pytest.fixture
def voice(small: Small) -> str:
    return small.does(small.nurse, Raise(unit="4-west", what="A wrong dose, caught in time"))


def number(small: Small, voice: str) -> int:
    return int(small.house.ledger.stream_rows(voice)[0][0])


def sheet(*rows: str, head: str = "Our number,Event number") -> bytes:
    return "\n".join((head, *rows)).encode()


def brought(small: Small, *rows: str, actor: Actor = OPERATOR) -> Brought:
    return bring(small.house, actor, "cli", sheet(*rows))


def event_of(small: Small, voice: str) -> str | None:
    event: str | None = small.house.clerk.memory.get(voice).state.voice.event
    return event


def test_a_number_is_noted_once(small: Small, voice: str) -> None:
    rows = (f"#{number(small, voice)},E-2026-118", "", f"{voice},E-2026-118")
    assert (brought(small, *rows).noted, event_of(small, voice)) == (1, "E-2026-118")
    before = small.house.ledger.head()
    again = brought(small, *rows)
    assert (again.noted, again.known, again.wrong) == (0, 2, ())
    assert small.house.ledger.head() == before


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("{n}", "=HYPERLINK(A1)"),
        ("{n}", ""),
        ("{n}", "Smith"),
        ("{n}", "<b>1</b>"),
        ("{n}", "1" * 60),
        ("", "E-1"),
        ("=1+1", "E-1"),
        ("0", "E-1"),
        ("999999999999", "E-1"),
        ("1", "E-1"),
        ("concern-00000000000000000000000000", "E-1"),
        ("unit-4-west", "E-1"),
        ("٣", "E-1"),
    ],
)
def test_what_cannot_be_taken_is_given_back_and_runs_nowhere(small: Small, voice: str, ours: str, theirs: str) -> None:
    ours = ours.format(n=number(small, voice))
    (wrong,) = brought(small, f"{ours},{theirs}").wrong
    assert (wrong.line, wrong.ours, wrong.theirs) == (2, ours, theirs)
    assert event_of(small, voice) is None
    written = io.StringIO(newline="")
    write_wrong(written, (wrong,))
    cells = list(csv.reader(io.StringIO(written.getvalue().removeprefix("\ufeff"))))[1]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_rejects_that_were_put_right_are_taken(small: Small, voice: str) -> None:
    wrong = brought(small, f"{number(small, voice)},=E-7").wrong
    written = io.StringIO(newline="")
    write_wrong(written, wrong)
    assert bring(small.house, OPERATOR, "cli", written.getvalue().replace("=E-7", "E-7").encode()).noted == 1


def test_what_one_may_not_see_is_not_there(small: Small, voice: str) -> None:
    stranger = small.house.rights.actor(small.stranger)
    (foreign,) = brought(small, f"{voice},E-1", actor=stranger).wrong
    (nowhere,) = brought(small, "concern-00000000000000000000000000,E-1", actor=stranger).wrong
    assert foreign.todo == nowhere.todo
    assert event_of(small, voice) is None


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"a,b\n1,2",
        b"\xff\xfe\x00",
        b"Our number,Event number\n1,\x00",
        b'Our number,Event number\n"' + b"x" * 200_000 + b'",1',
        b"Our number,Event number\n" + b"1,1\n" * 1_300_000,
    ],
    ids=["empty", "headless", "no text", "nul", "a cell without end", "too large"],
)
def test_a_file_that_is_none_is_refused_with_a_sentence(small: Small, file: bytes) -> None:
    with pytest.raises(Unreadable, match=r"\.$"):
        bring(small.house, OPERATOR, "cli", file)
