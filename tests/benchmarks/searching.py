"""Search in a large hospital: how long the index takes to read in, what memory that takes, how long an answer takes."""

import itertools
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from flask.testing import FlaskClient

from services.house import House
from tests.benchmarks.table import Aim, Line

QUESTIONS = ("hand gel", "gel", "room 71", "two bottles", "filled mornings", "jabón bottles", "nothing of the kind")
"""What is in everything, in some, in one or two, and in nothing."""


def searching(house: House, readers: Sequence[FlaskClient], units: int, issues: int, visits: int) -> list[Line]:
    before, began = _held(), perf_counter()
    assert house.search.follow(within=3_600)
    took, more = perf_counter() - began, (_held() - before) / 2**20
    slowest = {question: max(_slowest(reader, question, visits) for reader in readers) for question in QUESTIONS}
    worst = max(slowest, key=lambda question: slowest[question])
    told = ", ".join(f"{question} {one:.0f}" for question, one in slowest.items())
    name = f"the slowest search, 95th of a hundred, {units} units with {issues:,} issues"
    return [
        Line(name, slowest[worst], "ms", Aim(200, "ms", at_most=True), f"{worst}; {told}"),
        Line("reading everything in for it, once per process", took, "s", None, f"{more:.0f} MB held afterwards"),
    ]


def _slowest(client: FlaskClient, question: str, visits: int) -> float:
    """The 95th of a hundred, in milliseconds, once it was asked."""
    ask = _asking(client, question)
    ask()
    return quantiles((ask() for _ in itertools.repeat(None, visits)), n=20)[-1]


def _asking(client: FlaskClient, question: str) -> Callable[[], float]:
    token = re.findall(r'name="csrf_token" value="([^"]+)"', client.get("/search").text)[0]

    def ask() -> float:
        began = perf_counter()
        answer = client.post("/search", data={"words": question, "csrf_token": token})
        assert answer.status_code == 200, answer.status_code
        return (perf_counter() - began) * 1_000

    return ask


def _held() -> int:
    """Bytes of memory this process holds."""
    told = Path("/proc/self/statm").read_text(encoding="ascii")
    return int(told.split()[1]) * os.sysconf("SC_PAGE_SIZE")
