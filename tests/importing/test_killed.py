"""An import that is killed in its middle and started again ends as if nothing had happened."""

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from services.house import House
from services.ledger.contract import LedgerError
from services.ledger.sqlite import open_reader
from tests.benchmarks.sheets import write_csv
from tests.importing.ward import imports, opened
from tests.laws.tree import TOP

ROWS = 1_200
FIRST = 2_000
"""Fewer facts than the first of several batches writes."""


def what_happened(house: House) -> Counter[tuple[str | None, str, str | None]]:
    """Every fact but for its id, its place and its moment."""
    facts = map(house.clerk.mapper.fact, house.ledger.rows(0, 100_000))
    return Counter((fact.unit, fact.event.NAME, fact.head.occurred) for fact in facts)


def killed_at(seq: int, later: float, directory: Path, file: Path) -> None:
    """Imports the file in a process of its own, and kills that once the ledger has so many facts, some seconds later."""
    importer = subprocess.Popen([sys.executable, "-m", "tests.importing.dying", directory, file], cwd=TOP)
    try:
        while importer.poll() is None and reached(directory) < seq:
            time.sleep(0.01)
        time.sleep(later)
        assert importer.poll() is None, "it ended before it could be killed"
    finally:
        importer.kill()
        importer.wait()


def reached(directory: Path) -> int:
    try:
        ledger = open_reader(directory, "alder")
        try:
            return ledger.head()[0]
        finally:
            ledger.close()
    except (LedgerError, ValueError):  # not founded yet
        return 0


@pytest.mark.heavy
def test_killed_and_started_again_it_adds_only_what_was_missing(tmp_path: Path, full: bool) -> None:
    file = tmp_path / "log.csv"
    write_csv(file, ROWS)
    with opened(tmp_path / "whole") as house:
        imports(house, file)
        whole = what_happened(house)
    chance = random.Random(7)
    for attempt in range(10 if full else 2):
        directory = tmp_path / f"killed-{attempt}"
        killed_at(chance.randrange(100, FIRST), chance.random() / 5, directory, file)
        with opened(directory) as house:
            already = house.ledger.head()[0]
            report = imports(house, file)
            assert already >= 100
            assert report.added < ROWS
            assert what_happened(house) == whole
            assert imports(house, file).commands == 0
