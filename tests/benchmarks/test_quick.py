"""Every figure of the bench can be measured; what it is matters only where the machine is quiet."""

import os
import subprocess
import sys
from itertools import groupby

import pytest

from tests.benchmarks.__main__ import measures
from tests.laws.tree import TOP


@pytest.mark.postgres
def test_the_bench_prints_figures_of_everything_it_measures(postgres_server: str) -> None:
    asked = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks", "--quick"]
    beside = os.environ | {"HEARD_TEST_POSTGRES": postgres_server}
    done = subprocess.run(
        asked, cwd=TOP, env=beside, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    told, _, table = done.stdout.partition("\n\n")
    assert told.startswith("Measured ")
    _head, _rule, *lines = table.strip().splitlines()
    turns = [(begun, list(some)) for begun, some in groupby(lines, key=lambda line: line.endswith(" …"))]
    assert [name.removesuffix(" …") for begun, some in turns if begun for name in some] == list(measures(quick=True))
    assert [begun for begun, _ in turns] == [True, False] * len(measures(quick=True))
    rows = [line for begun, some in turns if not begun for line in some]
    assert all(line.count("|") == 6 for line in rows)
