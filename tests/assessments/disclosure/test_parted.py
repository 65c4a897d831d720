"""What is told by position is settled so that nothing of a few follows: every sum of figures there can be is looked at."""

from collections.abc import Mapping, Sequence
from itertools import chain, combinations
from random import Random

import numpy as np
import pytest

from assessments.disclosure import WHOLE, Cell, Tally, parted, settled
from tests.assessments.disclosure.solver import exposed

LEAST = 10
Piles = Mapping[str, Sequence[Tally]]


def test_positions_are_told_where_each_has_enough_and_none_speaks_with_one_voice() -> None:
    piles = {
        "4 West": (Tally(20, 12), Tally(11, 5)),
        "ICU": (Tally(20, 12), Tally(9, 5)),
        "Emergency": (Tally(20, 12), Tally(12, 12)),
        "Lab": (Tally(15, 7),),
    }
    assert parted(piles, LEAST, {WHOLE, *piles}) == {"4 West"}
    assert parted(piles, LEAST, {WHOLE, "ICU"}) == frozenset(), "nor where the unit itself is held back"
    assert parted(piles, 20, {WHOLE, *piles}) == frozenset()


@pytest.mark.heavy
def test_over_random_waves_no_sum_of_what_is_told_is_of_a_few_or_of_one_voice(full: bool) -> None:
    chance = Random(20_261_130)
    told_apart = held_back = 0
    for _ in range(5_000 if full else 300):
        piles = {f"g{at}": [_tally(chance) for _ in range(chance.randint(1, 3))] for at in range(chance.randint(1, 4))}
        groups = {name: _sum(some) for name, some in piles.items()}
        told = settled(groups, LEAST)
        apart = parted(piles, LEAST, told)
        told_apart += len(apart)
        held_back += sum(len(some) > 1 for some in piles.values()) - len(apart)
        nothing_follows(
            {f"{name}.{at}": one for name, some in piles.items() for at, one in enumerate(some)}, told, apart
        )
    assert told_apart > 10
    assert held_back > 100


def cells_of(parts: Mapping[str, Tally], told: frozenset[str], apart: frozenset[str]) -> list[Cell]:
    """Of a part `group.pile` by name: the whole, groups, their piles, and of the hospital what is told of each position."""
    groups = [frozenset(part for part in parts if name in (WHOLE, part.partition(".")[0])) for name in told]
    piles = [part for part in parts if part.partition(".")[0] in apart]
    kinds = {part.partition(".")[2] for part in piles}
    sums = [frozenset(part for part in piles if part.partition(".")[2] == kind) for kind in kinds]
    return [*groups, *(frozenset({part}) for part in piles), *sums]


def nothing_follows(parts: Mapping[str, Tally], told: frozenset[str], apart: frozenset[str]) -> None:
    """Every set of parts that some sum of exact figures is about has enough people, and is no end that is told as a bound."""
    people = {name: one.n for name, one in parts.items()}
    cells = cells_of(parts, told, apart)
    assert exposed(people, cells, LEAST) is None, (parts, told, apart)
    met = sorted(part for part in parts if people[part])
    exact = [cell for cell in cells if not _of(parts, cell).is_end]
    rows = np.array([[part in cell for part in met] for cell in exact], float).reshape(len(exact), len(met))
    rank = np.linalg.matrix_rank(rows) if rows.size else 0
    for some in chain.from_iterable(combinations(range(len(met)), size) for size in range(1, len(met) + 1)):
        follows = np.zeros((1, len(met)))
        follows[0, list(some)] = 1
        if rank == np.linalg.matrix_rank(np.vstack([rows, follows])):
            one = _of(parts, frozenset(met[at] for at in some))
            assert one.n >= LEAST
            assert not one.is_end, (parts, told, apart, some)


def _of(parts: Mapping[str, Tally], cell: Cell) -> Tally:
    return _sum([parts[name] for name in cell])


def _sum(some: Sequence[Tally]) -> Tally:
    return sum(some, Tally(0, 0))


def _tally(chance: Random) -> Tally:
    n = chance.choice([3, 7, 10, 11, 12, 15, 22, 30])
    return Tally(n, chance.choice((0, 1, n - 1, n, *(chance.randint(0, n) for _ in range(6)))))
