"""Contenders take turns; what counts is the median of their rounds."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

Round = Callable[[], float]
"""One round of one contender: how many it did per second."""


def per_second(count: int, work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return count / (perf_counter() - began)


def contest(contenders: Mapping[str, Round], rounds: int) -> dict[str, float]:
    """Median rates. Every round lets each contender run once, in turns from either end, so that nobody always comes first."""
    rates: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(rounds):
        for name in list(contenders)[:: -1 if turn % 2 else 1]:
            rates[name].append(contenders[name]())
    return {name: median(found) for name, found in rates.items()}


def percentile(sorted_values: list[float], share: float) -> float:
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))]
