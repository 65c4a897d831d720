"""A long sheet is read in flat memory, in the order of its rows."""

import subprocess
import sys
from pathlib import Path

import pytest

from services.tracking_sheet.row import Row
from tests.laws.tree import TOP
from tests.tracking_sheet.conftest import Read, as_csv, as_xlsx

HEADINGS = ["Unit", "Issue", "Date opened", "Owner", "Status", "Notes"]
MEASURE = """
import resource, sys
from pathlib import Path
from services.tracking_sheet.read import read
from services.tracking_sheet.vocabulary import load
words = load(Path("config"))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with read(sys.argv[1], units={"ICU": "icu"}, names=(), vocabulary=words) as reading:
    count = sum(1 for _ in reading)
swollen = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(count, swollen, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def rows(count: int) -> list[list[str]]:
    return [
        HEADINGS,
        *(["ICU", f"Lift {n} broken again", "2025-01-14", f"owner {n}", "Open", "x" * 60] for n in range(count)),
    ]


@pytest.mark.parametrize(("kind", "make"), [("csv", as_csv), ("xlsx", as_xlsx)])
def test_memory_stays_flat(kind: str, make: object, tmp_path: Path, full: bool) -> None:
    assert callable(make)
    count = 100_000 if full else 10_000
    path = tmp_path / f"log.{kind}"
    path.write_bytes(make(rows(count)))
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)], cwd=TOP, capture_output=True, text=True, check=True
    )
    read, swollen, child = map(int, done.stdout.split())
    assert read == count
    assert swollen < 60 << 10
    assert child < 120 << 10


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_rows_come_in_order_and_progress_is_heard(make: object, read_bytes: Read) -> None:
    assert callable(make)
    heard: list[int] = []
    reading = read_bytes(make(rows(2_000)), progress=heard.append)
    assert [row.number for row in reading if isinstance(row, Row)] == list(range(2, 2_002))
    assert heard == sorted(heard)
    assert heard[-1] == reading.layout.rows == 2_000
