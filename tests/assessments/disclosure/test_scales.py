"""Means of scales of a wave are settled so that nothing of a few follows, nor that all of a few stand at an end."""

from collections.abc import Sequence
from itertools import chain, combinations
from random import Random

import pytest

from assessments.disclosure import WHOLE, Sum, settled_means
from tests.assessments.disclosure.solver import exposed

LEAST = 10


def test_a_mean_is_held_back_with_the_one_of_too_few_and_with_one_at_an_end() -> None:
    groups = {"4 West": _of(31, 3.4), "ICU": _of(22, 3.9), "Lab": _of(6, 3.0)}
    assert settled_means(groups, LEAST, {WHOLE, *groups}) == {WHOLE, "4 West"}
    groups = {"4 West": _of(31, 3.4), "ICU": _of(12, 5.0), "Emergency": _of(24, 2.9)}
    assert settled_means(groups, LEAST, {WHOLE, *groups}) == {WHOLE, "4 West"}
    groups = {"4 West": _of(31, 3.4), "ICU": _of(12, 3.0)}
    assert settled_means(groups, LEAST, {WHOLE, *groups}) == {WHOLE, "4 West", "ICU"}
    assert settled_means(groups, LEAST, {WHOLE, "4 West"}) == {WHOLE, "4 West"}


@pytest.mark.heavy
def test_over_random_waves_no_sum_of_means_is_of_a_few_or_at_an_end(full: bool) -> None:
    chance, held_back = Random(20_261_131), 0
    for _ in range(5_000 if full else 300):
        numbers = [chance.choice([3, 7, 10, 12, 15, 22, 34]) for _ in range(chance.randint(1, 5))]
        groups = {
            f"g{at}": _of(n, chance.choice((1.0, 5.0, *(chance.uniform(1, 5),) * 4))) for at, n in enumerate(numbers)
        }
        told = settled_means(groups, LEAST, {WHOLE, *groups})
        held_back += len(groups) + 1 - len(told)
        every = frozenset(groups)
        cells = [every if name == WHOLE else frozenset({name}) for name in told]
        assert exposed({name: one.n for name, one in groups.items()}, cells, LEAST) is None
        if WHOLE not in told:
            assert not told
            continue
        hidden = sorted(every - told)
        for some in chain.from_iterable(combinations(sorted(told - {WHOLE}), size) for size in range(len(told))):
            _safe([groups[name] for name in some])
            _safe([groups[name] for name in (*some, *hidden)])
    assert held_back > 100


def _safe(some: Sequence[Sum]) -> None:
    """What follows from what is told: sums of groups that are told, with all that are not or without them."""
    both = Sum(sum(one.n for one in some), sum(one.total for one in some), 1, 5)
    assert both.n == 0 or (both.n >= LEAST and not both.is_end)


def _of(n: int, mean: float) -> Sum:
    return Sum(n, n * mean, 1, 5)
