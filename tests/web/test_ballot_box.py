"""The ballot box: the same form once, no order and no time in any byte, and nothing left once it is counted."""

import itertools
import random
import sqlite3
from pathlib import Path

import pytest

from services.ballot_box import BallotBox

KEY = bytes(32)


@pytest.fixture
def box(tmp_path: Path) -> BallotBox:
    return BallotBox(tmp_path / "ballots.sqlite", KEY)


def test_a_form_sent_twice_is_one_ballot(box: BallotBox) -> None:
    assert box.put("campaign-1", "CODE", {"heard": 5})
    assert not box.put("campaign-1", "CODE", {"heard": 1})
    assert box.take("campaign-1") == ({"heard": 5},)


def test_each_campaign_has_its_own(box: BallotBox) -> None:
    box.put("campaign-1", "CODE", {"heard": 5})
    box.put("campaign-2", "CODE", {"heard": 1})
    assert (box.take("campaign-1"), box.take("campaign-2")) == (({"heard": 5},), ({"heard": 1},))
    box.empty("campaign-1")
    assert (box.count("campaign-1"), box.count("campaign-2")) == (0, 1)


def test_the_order_of_arrival_is_nowhere(tmp_path: Path) -> None:
    """Whatever the order they came in, the file holds the same rows in the same order, and they come out in the same."""
    answers = [{"heard": value, "safe": other} for value, other in itertools.product(range(1, 6), repeat=2)]
    found = set()
    for turn in range(3):
        box = BallotBox(tmp_path / f"{turn}.sqlite", KEY)
        for number in random.Random(turn).sample(range(len(answers)), len(answers)):
            box.put("campaign-1", f"CODE{number}", answers[number])
        with sqlite3.connect(tmp_path / f"{turn}.sqlite") as file:
            rows = file.execute("SELECT id, length(body) FROM ballots").fetchall()
        found.add((tuple(rows), str(box.take("campaign-1"))))
    assert len(found) == 1


def test_every_ballot_is_as_long_as_the_others(box: BallotBox, tmp_path: Path) -> None:
    box.put("campaign-1", "A", {"heard": 5})
    box.put("campaign-1", "B", {f"item-{number}": 5 for number in range(100)})
    with sqlite3.connect(tmp_path / "ballots.sqlite") as file:
        assert len(file.execute("SELECT DISTINCT length(body) FROM ballots").fetchall()) == 1


def test_what_was_emptied_is_in_no_byte(box: BallotBox, tmp_path: Path) -> None:
    for number in range(50):
        box.put("campaign-1", f"CODE{number}", {"heard": 5})
    with sqlite3.connect(tmp_path / "ballots.sqlite") as file:
        bodies = [body for (body,) in file.execute("SELECT body FROM ballots")]
    box.empty("campaign-1")
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert not any(body[:64] in kept for body in bodies)
