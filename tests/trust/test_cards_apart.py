"""Whoever holds copies of every file and every key of both sides, and saw in which order people drew and answered, can tell
nobody's ballot.

The worst case: each draws and answers at once, before the next one comes. The people are lined up by anything that is stored on
the side that knows them, the ballots by anything on the side that knows those; matching the first with the first, and so on,
hits one by chance, however many they are.
"""

import hmac
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import json

from services import code
from services.ballot_box import BallotBox
from services.roster import Draws
from workflows.kernel.ids import spell

KEY = bytes(range(32))
CAMPAIGN = spell("campaign", 1)
BOX, OTHER = f"{CAMPAIGN}.0", f"{CAMPAIGN}.1"
"""Two groups of a wave, each with cards of its own; the attacker looks at the first, whose ballots lie among the other's."""
PEOPLE = 30
CARDS = 40
SURE = 6
"""Standard deviations a figure may lie off chance."""

Line = list[int]
"""People, in some order."""


@pytest.mark.heavy
def test_no_ballot_is_told_by_who_drew_a_card(tmp_path: Path, full: bool) -> None:
    campaigns = 1_000 if full else 12
    hits: dict[str, int] = {}
    leaning: dict[str, float] = {}
    for number in range(campaigns):
        copy, cards = _held(tmp_path / str(number))
        persons, ballots = _persons(copy), _ballots(copy)
        for one, other in product(persons, ballots):
            first, second = np.array(persons[one]), np.array(ballots[other])
            clue = f"{one}, {other}"
            hits[clue] = hits.get(clue, 0) + int((first == second).sum())
            leaning[clue] = leaning.get(clue, 0.0) + float(np.corrcoef(np.argsort(first), np.argsort(second))[0, 1])
        _tell_nothing(copy, cards)
        shutil.rmtree(tmp_path / str(number))
    assert len(hits) == 20
    assert max(hits.values()) <= campaigns + SURE * campaigns**0.5, hits
    assert max(map(abs, leaning.values())) <= SURE * (campaigns / (PEOPLE - 1)) ** 0.5, leaning


def _held(directory: Path) -> tuple[Path, list[str]]:
    """Copies of every file when everybody has answered, and the cards they had; what a person says is who they are."""
    directory.mkdir()
    box, draws = BallotBox(directory / "ballots.sqlite", KEY), Draws(directory / "draws.sqlite", KEY)
    draws.stock(CAMPAIGN, {BOX: CARDS, OTHER: CARDS}, box.deal)
    cards = []
    for person in range(PEOPLE):
        cards.append(draws.draw(CAMPAIGN, BOX, str(person), code.mint()))
        assert box.put(BOX, cards[-1], {"who": person})
        if person % 3 == 0:
            assert box.put(OTHER, draws.draw(CAMPAIGN, OTHER, f"other {person}", code.mint()), {"who": person})
    assert (draws.drawn(BOX), box.cards(BOX), box.count(BOX)) == (PEOPLE, (CARDS, PEOPLE), PEOPLE)
    copy = shutil.copytree(directory, directory / "copy")
    box.close()
    draws.close()
    return copy, cards


def _persons(copy: Path) -> Mapping[str, Line]:
    """As they came, and as they lie on the side that knows them."""
    raw = (copy / "draws.sqlite").read_bytes()
    rows = _rows(copy / "draws.sqlite", "SELECT place, person FROM seats ORDER BY place")
    names = {hmac.digest(KEY, f"{CAMPAIGN}|{person}".encode(), "sha256")[:16]: person for person in range(PEOPLE)}
    seated = [(place, name) for place, name in rows if name in names]
    assert len(seated) == PEOPLE
    return {
        "as they came": list(range(PEOPLE)),
        "seat": [names[name] for _, name in seated],
        "name": [names[name] for _, name in sorted(seated, key=lambda row: row[1])],
        "where the name lies": [names[name] for _, name in sorted(seated, key=lambda row: raw.index(row[1]))],
    }


def _ballots(copy: Path) -> Mapping[str, Line]:
    raw = (copy / "ballots.sqlite").read_bytes()
    rows = _rows(copy / "ballots.sqlite", f"SELECT place, id, nonce, body FROM drawers WHERE trim(campaign) = '{BOX}'")
    who = {name: _who(name, nonce, body) for _, name, nonce, body in rows}
    dealt = [name for (name,) in _rows(copy / "ballots.sqlite", "SELECT id FROM cards ORDER BY place") if name in who]
    assert len(dealt) == len(who) == PEOPLE
    return {
        "place": [who[name] for _, name, _, _ in sorted(rows)],
        "id": [who[name] for name in sorted(who)],
        "card": [who[name] for name in dealt],
        "where it lies": [who[name] for _, name, _, body in sorted(rows, key=lambda row: raw.index(row[3][:64]))],
        "where its card lies": [who[name] for name in sorted(who, key=raw.rindex)],
    }


def _tell_nothing(copy: Path, cards: list[str]) -> None:
    """Nothing waits in a journal; no card that was drawn is in any byte, or opens with the key of the side that had it."""
    kept = _bytes_in(copy)
    assert not any(card.encode() in kept for card in cards)
    assert {path.name for path in copy.iterdir()} == {"ballots.sqlite", "draws.sqlite"}, "no journal lies beside them"
    drawn = _rows(copy / "draws.sqlite", f"SELECT body FROM cards WHERE drawn AND trim(box) = '{BOX}'")
    assert len(drawn) == PEOPLE
    for (body,) in drawn:
        with pytest.raises(InvalidTag):
            AESGCM(KEY).decrypt(body[:12], body[12:], None)


def _bytes_in(directory: Path) -> bytes:
    return b"".join(path.read_bytes() for path in directory.iterdir())


def _rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute(query).fetchall()


def _who(name: bytes, nonce: bytes, body: bytes) -> int:
    person: int = json.decode(AESGCM(KEY).decrypt(nonce, body, name + BOX.encode()))["who"]
    return person


@pytest.fixture
def draws(tmp_path: Path) -> Iterator[Draws]:
    made = Draws(tmp_path / "draws.sqlite", KEY)
    made.stock(CAMPAIGN, {BOX: CARDS}, lambda _: None)
    yield made
    made.close()


def test_what_is_over_leaves_no_trace_of_who_drew(draws: Draws, tmp_path: Path) -> None:
    for person in range(PEOPLE):
        draws.draw(CAMPAIGN, BOX, str(person), code.mint())
    names = [hmac.digest(KEY, f"{CAMPAIGN}|{person}".encode(), "sha256")[:16] for person in range(PEOPLE)]
    while_open = _bytes_in(tmp_path)
    assert all(name in while_open for name in names), "each lies there until it is over"
    draws.clear(CAMPAIGN, [BOX])
    over = _bytes_in(tmp_path)
    assert not any(name in over for name in names)


def test_cards_are_made_once(draws: Draws) -> None:
    draws.stock(CAMPAIGN, {BOX: CARDS}, lambda _: pytest.fail("they were made before"))
    assert draws.made(BOX) == CARDS
