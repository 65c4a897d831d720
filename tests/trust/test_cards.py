"""Who is in is said with a card: nothing anywhere joins a card to a person, and no count tells of one turn."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from services import code as codes
from services import committing
from services.intake import Intake
from tests.web.alder import Alder, alder

MONDAYS = ("2025-01-13", "2025-01-20", "2025-01-27")


@pytest.fixture
def intake(tmp_path: Path) -> Iterator[Intake]:
    made = Intake(tmp_path / "intake.sqlite", bytes(32))
    yield made
    made.close()


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Alder]:
    made = alder(tmp_path / "alder-creek")
    with made.house:
        yield made


def counted(here: Alder) -> list[tuple[int, int]]:
    """Every count on record, in order."""
    rows = here.house.ledger.stream_rows("unit-4-west")
    events = [here.house.clerk.mapper.fact(row).event for row in rows]
    return [(one.at_least, one.of) for one in events if one.NAME == "unit.commitment_counted"]  # type: ignore[attr-defined]  # so named


def test_a_card_keeps_neither_its_code_nor_a_time_nor_an_order(intake: Intake, tmp_path: Path) -> None:
    dealt = [codes.mint() for _ in range(30)]
    intake.cards.deal("4-west", dealt)
    for one in dealt[:3]:
        intake.cards.lay(one, inside=True)
    file = sqlite3.connect(tmp_path / "intake.sqlite")
    rows = file.execute("SELECT * FROM cards").fetchall()
    file.close()
    assert {row[1:] for row in rows} == {("4-west", 0), ("4-west", 1)}
    stored = (tmp_path / "intake.sqlite").read_bytes() + (tmp_path / "intake.sqlite-wal").read_bytes()
    assert not any(one.encode() in stored for one in dealt)


def test_a_card_is_turned_as_often_as_its_holder_likes(intake: Intake) -> None:
    first, second = codes.mint(), codes.mint()
    intake.cards.deal("4-west", [first, second])
    for inside in (True, True, False, True):
        card = intake.cards.lay(first, inside=inside)
        assert card is not None
        assert card.inside is inside
    assert intake.cards.counts() == {"4-west": (1, 2)}
    assert intake.cards.lay(codes.mint(), inside=True) is None
    intake.cards.deal("4-west", [codes.mint()])
    assert intake.cards.find(first) is None
    assert intake.cards.counts() == {"4-west": (0, 1)}


def test_it_is_counted_on_mondays_and_in_steps_of_five(here: Alder) -> None:
    dealt = [codes.mint() for _ in range(12)]
    here.house.intake.cards.deal("4-west", dealt)
    here.clock.to("2025-01-14")
    assert committing.count(here.house) == 0
    for monday, inside in zip(MONDAYS, (4, 7, 9), strict=True):
        for one in dealt[:inside]:
            here.house.intake.cards.lay(one, inside=True)
        here.clock.to(monday)
        committing.count(here.house)
        committing.count(here.house)
    assert counted(here) == [(0, 12), (5, 12)]
