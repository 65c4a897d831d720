"""Whoever saw in which order people answered, and holds copies of every file of the box and its key, can tell nobody's ballot,
nor which ballot somebody's comment came with.

He opens every ballot and lines them up by anything that is stored: where its parts lie in the file, its place, its id; and the
comments likewise. Matching the first to come with the first in line, and so on, or the first ballot with the first comment,
hits one by chance, however many they are.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import json

from services import code
from services.ballot_box import BallotBox
from workflows.kernel.ids import spell

KEY = bytes(range(32))
CAMPAIGN = spell("campaign", 1)
COMMENTS = f"said-{CAMPAIGN.removeprefix('campaign-')}"
PEOPLE = 40
"""More than a new chest has drawers for, so that it is built anew in between."""
SURE = 6
"""Standard deviations a figure may lie off chance."""


@pytest.mark.heavy
def test_no_ballot_is_told_by_when_it_came(tmp_path: Path, full: bool) -> None:
    campaigns = 1_000 if full else 12
    hits: dict[str, int] = {}
    leaning: dict[str, float] = {}
    for number in range(campaigns):
        copy = _copied(tmp_path / str(number))
        ballots, comments = dict(_lines(copy, CAMPAIGN)), dict(_lines(copy, COMMENTS))
        arrived = np.arange(PEOPLE)
        matched = [(clue, line, arrived) for clue, line in ballots.items()]
        matched += [(f"comment by {clue}", line, arrived) for clue, line in comments.items()]
        matched += [(f"comment beside ballot by {clue}", comments[clue], line) for clue, line in ballots.items()]
        for clue, line, other in matched:
            hits[clue] = hits.get(clue, 0) + int((line == other).sum())
            leaning[clue] = leaning.get(clue, 0.0) + float(np.corrcoef(line, other)[0, 1])
    assert len(hits) == 15
    assert max(hits.values()) <= campaigns + SURE * campaigns**0.5, hits
    assert max(map(abs, leaning.values())) <= SURE * (campaigns / (PEOPLE - 1)) ** 0.5, leaning


def _copied(directory: Path) -> Path:
    """Copies of every file while the box is open and everybody has answered: what a person says is who they are. Codes are
    drawn as a form's are: with the same ones each time, one order of ids would be counted a thousand times over."""
    directory.mkdir()
    box = BallotBox(directory / "ballots.sqlite", KEY)
    for person in range(PEOPLE):
        assert box.put(CAMPAIGN, code.mint(), {"who": person}, f"who {person}")
    copy = shutil.copytree(directory, directory / "copy")
    box.close()
    assert (copy / "ballots.sqlite-wal").stat().st_size == 0
    return copy


def _lines(copy: Path, label: str) -> Iterator[tuple[str, np.ndarray[tuple[int], np.dtype[np.int64]]]]:
    """The people as they are lined up by one clue after another; the reverse of a line leans the other way."""
    raw = (copy / "ballots.sqlite").read_bytes()
    with sqlite3.connect(copy / "ballots.sqlite") as file:
        query = "SELECT place, id, nonce, body FROM drawers WHERE trim(campaign) = ? ORDER BY place"
        rows = file.execute(query, (label,)).fetchall()
    file.close()
    clues: dict[str, Callable[[int, bytes, bytes], int | bytes]] = {
        "place": lambda place, name, body: place,
        "id": lambda place, name, body: name,
        "where the id lies": lambda place, name, body: raw.index(name),
        "where the body begins": lambda place, name, body: raw.index(body[:64]),
        "where the body ends": lambda place, name, body: raw.index(body[-64:]),
    }
    for clue, by in clues.items():
        lined = sorted((by(place, name, body), _who(label, name, nonce, body)) for place, name, nonce, body in rows)
        yield clue, np.array([who for _, who in lined])


def _who(label: str, name: bytes, nonce: bytes, body: bytes) -> int:
    said = json.decode(AESGCM(KEY).decrypt(nonce, body, name + label.encode()))
    return int(said["who"] if isinstance(said, dict) else said.removeprefix("who "))
