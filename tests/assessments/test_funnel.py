"""Units of unlike size around the share of all: within the funnel lies what chance brings."""

import pytest

from assessments.scorecard.funnel import SMALLEST, bounds, chance, is_beyond, limits, share_of_all


@pytest.mark.parametrize(
    ("middle", "whole", "low", "high"),
    [(0.5, 100, 40.2, 59.8), (0.5, 25, 30.4, 69.6), (0.9, 10, 71.4, 100.0), (0.0, 10, 0.0, 0.0)],
)
def test_the_limits_are_those_of_a_share_of_that_size(middle: float, whole: int, low: float, high: float) -> None:
    found = limits(middle, whole)
    assert (round(found.low, 1), round(found.high, 1)) == (low, high)


def test_a_small_place_may_lie_farther_away_than_a_large_one() -> None:
    assert not is_beyond(3, 10, 0.5)
    assert is_beyond(30, 100, 0.5)


def test_beyond_the_limits_lies_what_chance_brings_less_than_once_in_twenty() -> None:
    for part, whole, middle in ((30, 100, 0.5), (41, 100, 0.5), (3, 10, 0.5), (12, 31, 0.6)):
        assert is_beyond(part, whole, middle) == (chance(part, whole, middle) < 0.05)
    assert chance(50, 100, 0.5) == 1.0
    assert chance(10, 10, 1.0) == 1.0


def test_the_funnel_narrows_from_the_smallest_to_the_largest() -> None:
    found = bounds(0.4, 200)
    assert (found[0].whole, found[-1].whole) == (SMALLEST, 200)
    widths = [one.high - one.low for one in found]
    assert widths == sorted(widths, reverse=True)
    assert [one.whole for one in bounds(0.4, SMALLEST)] == [SMALLEST]


def test_the_share_of_all_counts_each_voice_once() -> None:
    assert share_of_all([(9, 10), (1, 2)]) == pytest.approx(10 / 12)
    assert share_of_all([(0, 0)]) is None
