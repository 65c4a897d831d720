"""Values of a measure come from a sheet: once, none overwritten, and what cannot be taken says why."""

import csv
import io

import pytest

from services.clerk.access import OPERATOR
from services.importing.measures import Brought, bring, write_wrong
from services.tracking_sheet.row import Unreadable
from tests.trust.conftest import Small, small
from workflows.measure.commands import Register

__all__ = ["small"]


@pytest.fixture
def rate(small: Small) -> str:
    return _registered(small, kind="rate", per=1000, per_what="patient days")


def _registered(small: Small, **shape: object) -> str:
    fields = {"unit": "4-west", "title": "Falls", "definition": "x", "source": "x", "owner": small.nurse, **shape}
    return small.does(small.leader, Register(**fields))  # type: ignore[arg-type]  # a test names what it is about


def brought(small: Small, measure: str, *rows: str, head: str = "For,How many,Out of") -> Brought:
    return bring(small.house, OPERATOR, "cli", measure, "\n".join((head, *rows)).encode())


def values(small: Small, measure: str) -> list[tuple[str, int | None, int | None]]:
    state = small.house.clerk.memory.get(measure).state
    return [(one.period, one.count, one.of) for one in state.values]


def test_the_same_file_twice_adds_nothing(small: Small, rate: str) -> None:
    rows = ("2024-11,2,810", "", 'Dec-24,0,"1,204"')
    assert brought(small, rate, *rows) == Brought(2, 0, ())
    before = small.house.ledger.head()
    assert brought(small, rate, *rows) == Brought(0, 2, ())
    assert small.house.ledger.head() == before
    assert values(small, rate) == [("2024-11", 2, 810), ("2024-12", 0, 1204)]


@pytest.mark.parametrize(
    ("row", "todo"),
    [
        ("soon,1,800", "no day, week or month"),
        ("2024-13,1,800", "no day, week or month"),
        ("2024-11-03,1,800", "goes by months"),
        ("2024-11,one,800", "no whole number"),
        ("2024-11,-1,800", "no whole number"),
        ("2024-11,=1+1,800", "no whole number"),
        ("2024-11,1,", "out of how many"),
        ("2999-11,1,800", "not over yet"),
    ],
)
def test_what_cannot_be_taken_says_why_and_runs_nowhere(small: Small, rate: str, row: str, todo: str) -> None:
    (wrong,) = brought(small, rate, row).wrong
    assert wrong.line == 2
    assert todo in wrong.todo
    assert values(small, rate) == []
    written = io.StringIO(newline="")
    write_wrong(written, (wrong,))
    cells = list(csv.reader(io.StringIO(written.getvalue().removeprefix("\ufeff"))))[1]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_a_value_that_is_there_is_not_overwritten(small: Small, rate: str) -> None:
    brought(small, rate, "2024-11,2,810")
    (wrong,) = brought(small, rate, "2024-11,3,810").wrong
    assert "Put that one right" in wrong.todo
    assert values(small, rate) == [("2024-11", 2, 810)]


def test_days_on_which_it_happened_need_one_column(small: Small) -> None:
    falls = _registered(small, kind="days_since")
    assert brought(small, falls, "2024-11-03", "2024-12-20", head="Date").entered == 2
    assert values(small, falls) == [("2024-11-03", None, None), ("2024-12-20", None, None)]


@pytest.mark.parametrize("file", [b"", b"a,b\n1,2", b"\xff\xfe\x00", b"For\n\x00"])
def test_a_file_that_is_none_is_refused_with_a_sentence(small: Small, rate: str, file: bytes) -> None:
    with pytest.raises(Unreadable, match=r"\.$"):
        bring(small.house, OPERATOR, "cli", rate, file)
