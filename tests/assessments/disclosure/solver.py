"""An attacker who knows no cleverness, only time: tries every small group and asks whether released figures say anything of it.

Figures say something of a group alone if leaving the group out of every figure makes fewer of them independent.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assessments.disclosure import Cell


def exposed(people: Mapping[str, int], cells: Sequence[Cell], least: int) -> frozenset[str] | None:
    """A group of fewer than `least` people that the figures of these cells single out, if there is one."""
    parts = sorted(part for part, number in people.items() if number)
    figures = np.array([[part in cell for part in parts] for cell in cells], float).reshape(len(cells), len(parts))
    known = _rank(figures)
    for size in range(1, len(parts) + 1):
        for group in combinations(range(len(parts)), size):
            if sum(people[parts[at]] for at in group) >= least:
                continue
            if _rank(np.delete(figures, group, axis=1)) < known:
                return frozenset(parts[at] for at in group)
    return None


def _rank(figures: NDArray[Any]) -> int:
    return int(np.linalg.matrix_rank(figures)) if figures.size else 0
