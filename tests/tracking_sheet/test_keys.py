"""The same row is the same next month; another is another."""

import pytest
from msgspec import structs

from services.tracking_sheet.keys import key, same_problem
from services.tracking_sheet.row import Row
from tests.tracking_sheet.conftest import Judged


@pytest.fixture
def row(judged: Judged) -> Row:
    made = judged(Status="Open")
    assert isinstance(made, Row)
    return made


def test_the_key_is_these_bytes(row: Row) -> None:
    """Frozen: imported rows are known by it for as long as the hospital lives."""
    assert key(row) == b'["icu","2025-01-14","lift broken",1]'


@pytest.mark.parametrize("text", ["LIFT broken", " lift  broken.", "“Lift\nbroken”", "Ｌift broken!"])
def test_spelling_does_not_change_the_key(text: str, row: Row) -> None:
    assert key(structs.replace(row, what=text)) == key(row)


@pytest.mark.parametrize(
    "moved",
    [
        {"status": "closed", "closed": "2025-02-01"},
        {"owners": ("biomed",)},
        {"number": 77},
        {"notes": "x"},
        {"due": "2025-03-01"},
    ],
)
def test_what_moves_on_does_not_change_the_key(moved: dict[str, object], row: Row) -> None:
    assert key(structs.replace(row, **moved)) == key(row)


@pytest.mark.parametrize(
    "other",
    [{"unit": "4-west"}, {"opened": None}, {"opened": "2025-01-15"}, {"what": "Lift is broken"}, {"occurrence": 2}],
)
def test_another_row_has_another_key(other: dict[str, object], row: Row) -> None:
    assert key(structs.replace(row, **other)) != key(row)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bed alarm cable broken in 4 rooms", "bed-alarm cable broken in 6 rooms!"),
        ("No interpreter after 6 pm", "No interpreter, after 9 PM"),
        ("Señal rota", "senal ROTA"),
        ("911", "911"),
    ],
)
def test_the_same_problem_is_known_in_any_unit(one: str, other: str, row: Row) -> None:
    elsewhere = structs.replace(row, unit="emergency", opened="2025-09-01", what=other, occurrence=3)
    assert same_problem(structs.replace(row, what=one)) == same_problem(elsewhere)


@pytest.mark.parametrize(("one", "other"), [("Lift broken", "Bed broken"), ("911", "112")])
def test_other_problems_are_others(one: str, other: str, row: Row) -> None:
    assert same_problem(structs.replace(row, what=one)) != same_problem(structs.replace(row, what=other))
