"""A reader killed at any moment goes on from its bookmark, and what it leaves equals what is grown anew."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from services.ledger.sqlite import open_reader
from services.reader.rebuild import rebuild
from tests.reader.pulling import views
from tests.reader.stage import HOSPITAL, reader_of, recorded
from tests.reader.test_reader import history

ERRANDS = 250
"""Fifteen hundred facts in two hundred transactions."""


def killed(directory: Path, address: str | None, after: float) -> bool:
    """Whether the reading process was still at it when it was killed."""
    command = [sys.executable, "-m", "tests.reader.pulling", str(directory), *([address] if address else [])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        time.sleep(after)
        process.kill()
    return process.returncode == -9


@pytest.mark.heavy
@pytest.mark.parametrize("store", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_a_killed_reader_leaves_views_that_equal_a_rebuild(
    store: str, tmp_path: Path, request: pytest.FixtureRequest, full: bool
) -> None:
    address = str(request.getfixturevalue("postgres")) if store == "postgres" else None
    recorded(tmp_path, history(ERRANDS)).close()
    chance, interrupted = random.Random(11), 0
    for _ in range(40 if full else 4):
        interrupted += killed(tmp_path, address, chance.uniform(0, 0.15))
        ledger, kept = open_reader(tmp_path, HOSPITAL), views(tmp_path, address)
        assert rebuild(reader_of(ledger, kept)).same
        kept.close()
        ledger.close()
    assert interrupted
    ledger, kept = open_reader(tmp_path, HOSPITAL), views(tmp_path, address)
    reader = reader_of(ledger, kept)
    assert reader.pull().at == 6 * ERRANDS
    assert rebuild(reader).same
    kept.close()
    ledger.close()
