"""A long sheet is read in flat memory, in the order of its rows; a bomb of a sheet ends alone."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
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
from services.tracking_sheet.row import Unreadable
from services.tracking_sheet.vocabulary import load
words = load(Path("config"))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    with read(sys.argv[1], units={"ICU": "icu"}, names=(), vocabulary=words) as reading:
        count = sum(1 for _ in reading)
except Unreadable:
    count = -1
swollen = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(count, swollen, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""

Make = Callable[[list[list[str]]], bytes]


def measured(path: Path) -> tuple[int, int, int]:
    """Rows read (-1: refused), kB this reading added to its process, kB of the program that unpacks."""
    command = [sys.executable, "-c", MEASURE, str(path)]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=True)
    count, swollen, child = map(int, done.stdout.split())
    return count, swollen, child


def rows(count: int) -> list[list[str]]:
    lines = (["ICU", f"Lift {n} broken again", "2025-01-14", f"owner {n}", "Open", "x" * 60] for n in range(count))
    return [HEADINGS, *lines]


@pytest.mark.parametrize(("kind", "make"), [("csv", as_csv), ("xlsx", as_xlsx)])
def test_memory_stays_flat(kind: str, make: Make, tmp_path: Path, full: bool) -> None:
    count = 100_000 if full else 10_000
    path = tmp_path / f"log.{kind}"
    path.write_bytes(make(rows(count)))
    read, swollen, child = measured(path)
    assert read == count
    assert swollen < 60 << 10
    assert child < 120 << 10


def test_a_bomb_swells_nobody(tmp_path: Path) -> None:
    """300 MB of shared text in an archive of 300 kB."""
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/sharedStrings.xml", "w") as part:
            part.write(b"<sst><si><t>")
            for _ in range(300):
                part.write(b"x" * (1 << 20))
    read, swollen, child = measured(path)
    assert read == -1
    assert swollen < 20 << 10
    assert child < 200 << 10


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_rows_come_in_order_and_progress_is_heard(make: Make, read_bytes: Read) -> None:
    heard: list[int] = []
    reading = read_bytes(make(rows(2_000)), progress=heard.append)
    assert [row.number for row in reading if isinstance(row, Row)] == list(range(2, 2_002))
    assert heard == sorted(heard)
    assert heard[-1] == reading.layout.rows == 2_000
