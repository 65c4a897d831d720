"""A hundred thousand rows of a tracking log imported by a process of its own, as CSV and as workbook."""

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from services import bootstrap
from services.clerk.asking import Told
from services.house import Plate
from services.importing import Answers, Import
from tests.benchmarks.life import asked
from tests.benchmarks.sheets import UNITS, write_csv, write_xlsx
from tests.benchmarks.table import Aim, Line
from tests.laws.tree import TOP
from workflows.unit import commands as unit

ROWS = 100_000
KINDS: dict[str, tuple[Callable[[Path, int], None], int]] = {"csv": (write_csv, 5_000), "xlsx": (write_xlsx, 3_000)}
"""How each is written, and the rows per second it must reach."""


def importing(home: Path, rows: int = ROWS) -> list[Line]:
    """Rows per second and the most memory it ever held, each kind in a process of its own."""
    return [line for kind in KINDS for line in _one(home, kind, rows)]


def _one(home: Path, kind: str, rows: int) -> list[Line]:
    write, reach = KINDS[kind]
    file = home / f"log.{kind}"
    home.mkdir(parents=True, exist_ok=True)
    write(file, rows)
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.entering", home / kind, file],
        cwd=TOP,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    rate, memory, facts = map(float, told)
    beside = f"{rows:,} rows, {facts:,.0f} facts"
    return [
        Line(f"import {kind.upper()}", rate, "rows/s", Aim(reach, "rows/s"), beside),
        Line(f"import {kind.upper()}, peak memory", memory, "MB", Aim(300, "MB", at_most=True), beside),
    ]


def enter(directory: Path, file: Path) -> tuple[float, float, int]:
    """Imports the file into a new hospital: rows per second, peak memory in MB, facts."""
    bootstrap.found(directory, Plate("bench", "Bench", "America/Chicago"))
    with bootstrap.open_house(directory) as house:
        for name, slug in UNITS.items():
            assert isinstance(house.clerk.give(asked(unit.Open(slug=slug, name=name))), Told)
        memory = Peak()
        began = perf_counter()
        report = Import(house, Answers(), dry=False, progress=memory.note).run(file)
        rate = report.rows / (perf_counter() - began)
        assert not report.rejects
        return rate, memory.most, house.ledger.head()[0]


class Peak:
    """The most memory, in MB, that was held at one time by this process and the child that reads a workbook for it, which is
    gone before the first row is entered."""

    def __init__(self) -> None:
        self._reading: float | None = None

    def note(self, *_: int) -> None:
        """Rows are being entered: whatever read them has ended."""
        if self._reading is None:
            self._reading = _own_peak() + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

    @property
    def most(self) -> float:
        return max(self._reading or 0.0, _own_peak())


def _own_peak() -> float:
    """Asked of the kernel by name: `ru_maxrss` of a process also counts what the one that began it held, which here has
    measured before."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


if __name__ == "__main__":
    print(*enter(*map(Path, sys.argv[1:])))
