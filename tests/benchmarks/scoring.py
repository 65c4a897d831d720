"""Scoring a whole nation of respondents beside the barest pass over the same answers, and the auditor cell by cell."""

import tracemalloc
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assessments.disclosure import Cell, Withheld, opened, released
from assessments.instrument import Instrument, read
from assessments.scoring import Cut, score
from tests.assessments.tiny import document, item
from tests.benchmarks.table import Aim, Line

ITEMS = 40
ROUNDS = 3


def scoring(people: int = 1_000_000, units: int = 2_000) -> list[Line]:
    """Shares, Wilson's bounds, ten composites, alpha, omega, r_wg(j) and ICC, beside two `add.reduceat` for each column."""
    instrument, answers, groups = _answered(people, units)
    cut, starts = Cut(groups, units), np.searchsorted(groups, np.arange(units))
    bare, whole = _side_by_side(lambda: _bare(answers, starts), lambda: score(instrument, answers, cut, "ballots"))
    tracemalloc.start()
    score(instrument, answers, cut, "ballots")
    peak = (tracemalloc.get_traced_memory()[1] + answers.nbytes + groups.nbytes) / 2**20
    tracemalloc.stop()
    told = f"{people:,} people, {ITEMS} items, {units:,} units: {whole:.2f} s, bare {bare:.3f} s"
    return [
        Line("scores of everything, vs a bare pass over the answers", whole / bare, "×", Aim(25, at_most=True), told),
        Line("– memory at its highest, answers included", peak, "MB", Aim(400, "MB", at_most=True)),
    ]


def auditing(units: int = 200) -> list[Line]:
    """A hospital that shows its total, each role, each unit, and each role of each unit: what may be shown of it."""
    chance = Random(5)
    people = {f"{unit}/{role}": chance.randint(0, 30) for unit in range(units) for role in range(4)}
    cells: list[Cell] = [frozenset(people)]
    cells += [frozenset(f"{unit}/{role}" for unit in range(units)) for role in range(4)]
    cells += [frozenset(f"{unit}/{role}" for role in range(4)) for unit in range(units)]
    cells += [frozenset({part}) for part in people]
    told, shown, took = opened(people, 10), 0, list[float]()
    for cell in cells:
        began = perf_counter()
        result = released(told, cell)
        took.append(1_000 * (perf_counter() - began))
        if not isinstance(result, Withheld):
            told, shown = result, shown + 1
    beside = f"{len(cells):,} cells, {shown:,} shown; median {median(took):.2f} ms, slowest {max(took):.1f} ms"
    return [Line("the release auditor, a cell", sum(took) / len(took), "ms", Aim(2, "ms", at_most=True), beside)]


def _answered(people: int, units: int) -> tuple[Instrument, NDArray[np.int8], NDArray[np.int32]]:
    """People who answer much alike, four items a composite; one answer in twenty is missing."""
    chance = np.random.default_rng(1)
    lean = chance.integers(-1, 2, people, dtype=np.int8)
    answers = np.empty((people, ITEMS), np.int8, order="F")
    for column in range(ITEMS):
        said = np.clip(3 + lean + chance.integers(-1, 2, people, dtype=np.int8), 1, 5)
        answers[:, column] = np.where(chance.integers(0, 20, people, dtype=np.int8) == 0, -1, said)
    names = [f"i{number}" for number in range(ITEMS)]
    composites = [{"id": f"c{at}", "title": {"en": f"C{at}"}, "items": names[at : at + 4]} for at in range(0, ITEMS, 4)]
    found = read(document(items=[item(name) for name in names], composites=composites))
    assert isinstance(found, Instrument)
    return found, answers, np.sort(chance.integers(0, units, people, dtype=np.int32))


def _bare(answers: NDArray[np.int8], starts: NDArray[np.intp]) -> None:
    for column in answers.T:
        with np.errstate(invalid="ignore", divide="ignore"):
            np.add.reduceat(column >= 4, starts) / np.add.reduceat(column >= 0, starts)


def _side_by_side(*ways: Callable[[], Any]) -> list[float]:
    """The best of ROUNDS of each, in turn."""
    took: list[list[float]] = [[] for _ in ways]
    for _ in range(ROUNDS):
        for way, times in zip(ways, took, strict=True):
            began = perf_counter()
            way()
            times.append(perf_counter() - began)
    return [min(times) for times in took]
