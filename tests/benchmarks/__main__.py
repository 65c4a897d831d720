"""`python -m tests.benchmarks [--quick] [--long] [NAME …]`: measures, and prints the table; `--long` takes half an hour."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import (
    entering,
    on_postgres,
    past,
    proving,
    readers,
    replaying,
    scoring,
    stopping,
    surveying,
    ticking,
    wide,
    writing,
)
from tests.benchmarks.table import HEAD, Line, machine, row
from tests.benchmarks.writing import Size

QUICK = Size(rounds=1, journeys=16, rows=200)
FULL = Size()
OLD, OLDEST = 100_000, 5_000_000
"""Facts in a log."""

Measure = Callable[[Path, Size], list[Line]]


def measures(*, quick: bool, long: bool = False) -> dict[str, Measure]:
    return {
        "one": writing.one_command,
        "threads": writing.sixteen_threads,
        "bulk": writing.bulk,
        "postgres": _postgres_quick if quick else lambda home, _: on_postgres.writing(home),
        "replay": replaying.replay,
        "catch-up": lambda home, size: readers.catching_up(home, size.rounds, 2_000 if quick else 60_000),
        "page": lambda home, _: readers.pages(home, 300, 900, 5) if quick else readers.pages(home),
        "past": lambda home, _: past.past(home, 300, 900, 5) if quick else past.past(home, old=OLDEST if long else OLD),
        "tick": lambda home, _: ticking.ticking(home, 20, 1_000) if quick else ticking.ticking(home),
        "wide": lambda home, _: wide.pages(home, 4, 200, 3) if quick else wide.pages(home),
        "stop": lambda home, _: stopping.stopping(home, 3) if quick else stopping.stopping(home),
        "import": lambda home, _: entering.importing(home, 500 if quick else entering.ROWS),
        "scoring": lambda _home, _: scoring.scoring(5_000, 20) if quick else scoring.scoring(),
        "survey": lambda home, _: surveying.surveying(home, 60, 3, 3) if quick else surveying.surveying(home),
        "auditor": lambda _home, _: scoring.auditing(5) if quick else scoring.auditing(),
        "proof": lambda home, _: proving.proving(home, 1_000, 1_000) if quick else proving.proving(home),
    }


def _postgres_quick(home: Path, _: Size) -> list[Line]:
    return on_postgres.writing(home, rounds=1, commits=10, seconds=0.2, writers=2)


def main(*asked: str) -> None:
    quick, long = (flag in asked for flag in ("--quick", "--long"))
    names = [name for name in asked if not name.startswith("-")]
    with tempfile.TemporaryDirectory(prefix="heard-bench-", ignore_cleanup_errors=True) as home:
        where = machine(on_postgres.version(Path(home)))
    print(f"Measured {where}.\n\n{HEAD}", flush=True)
    for name, measure in measures(quick=quick, long=long).items():
        if names and name not in names:
            continue
        print(f"{name} …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="heard-bench-", ignore_cleanup_errors=True) as home:
            for line in measure(Path(home), QUICK if quick else FULL):
                print(row(line), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
