"""Every figure of the bench can be measured; what it is matters only where the machine is quiet."""

import os
import subprocess
import sys

import pytest

from tests.laws.tree import TOP

PATHS = 46


@pytest.mark.postgres
def test_the_bench_prints_a_figure_for_every_path(postgres_server: str) -> None:
    asked = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks", "--quick"]
    beside = os.environ | {"HEARD_TEST_POSTGRES": postgres_server}
    done = subprocess.run(asked, cwd=TOP, env=beside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told, _, table = done.stdout.partition("\n\n")
    assert told.startswith("Measured ")
    _head, _rule, *lines = table.strip().splitlines()
    assert len(lines) == PATHS
    assert all(line.count("|") == 6 for line in lines)
