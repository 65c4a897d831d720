"""Every figure of the bench can be measured; what it is matters only where the machine is quiet."""

import subprocess
import sys

from tests.laws.tree import TOP

PATHS = 35


def test_the_bench_prints_a_figure_for_every_path() -> None:
    asked = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks", "--quick"]
    done = subprocess.run(asked, cwd=TOP, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told, _, table = done.stdout.partition("\n\n")
    assert told.startswith("Measured ")
    _head, _rule, *lines = table.strip().splitlines()
    assert len(lines) == PATHS
    assert all(line.count("|") == 6 for line in lines)
