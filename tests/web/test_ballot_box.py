"""The ballot box: the same form once, no order in what comes out, and nothing left once it is counted."""

import itertools
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services import sqlite_file
from services.ballot_box import BallotBox
from services.ballot_box.box import MIGRATIONS
from services.ballot_box.chest import PADDED

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


def test_they_come_out_in_an_order_that_has_nothing_to_do_with_how_they_came(tmp_path: Path) -> None:
    answers = [{"heard": value, "safe": other} for value, other in itertools.product(range(1, 6), repeat=2)]
    found = set()
    for turn in range(3):
        box = BallotBox(tmp_path / f"{turn}.sqlite", KEY)
        for number in random.Random(turn).sample(range(len(answers)), len(answers)):
            box.put("campaign-1", f"CODE{number}", answers[number])
        found.add(str(box.take("campaign-1")))
    assert len(found) == 1


def test_every_ballot_is_as_long_as_the_others(box: BallotBox, tmp_path: Path) -> None:
    box.put("campaign-1", "A", {"heard": 5})
    box.put("campaign-1", "B", {f"item-{number}": 5 for number in range(100)})
    with sqlite3.connect(tmp_path / "ballots.sqlite") as file:
        assert len(file.execute("SELECT DISTINCT length(body) FROM drawers").fetchall()) == 1


def test_what_was_emptied_is_in_no_byte(box: BallotBox, tmp_path: Path) -> None:
    for number in range(50):
        box.put("campaign-1", f"CODE{number}", {"heard": 5})
    with sqlite3.connect(tmp_path / "ballots.sqlite") as file:
        bodies = [body for (body,) in file.execute("SELECT body FROM drawers") if any(body)]
    assert len(bodies) == 50
    box.empty("campaign-1")
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert not any(body[:64] in kept for body in bodies)


def test_a_box_of_before_there_were_drawers_keeps_what_lies_in_it(tmp_path: Path) -> None:
    before = tmp_path / "first"
    before.mkdir()
    (before / "0001.sql").write_bytes((MIGRATIONS / "0001.sql").read_bytes())
    with closing(sqlite_file.open_file(tmp_path / "old.sqlite", before)) as file:
        name, nonce, answers = bytes(range(16)), bytes(12), b'{"heard":4}'
        locked = AESGCM(KEY).encrypt(nonce, answers.ljust(PADDED), name + b"campaign-1")
        file.execute("INSERT INTO ballots VALUES (?,?,?,?)", (name, "campaign-1", nonce, locked))
    box = BallotBox(tmp_path / "old.sqlite", KEY)
    box.put("campaign-1", "CODE", {"heard": 5})
    assert sorted(one["heard"] for one in box.take("campaign-1")) == [4, 5]
