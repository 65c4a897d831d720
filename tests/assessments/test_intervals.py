"""Means, many comparisons, agreement and omega, against numbers worked out another way."""

from math import isnan, sqrt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from assessments.agreement import NotComputable, omega, slight_skew
from assessments.intervals import Mean, discoveries, fisher, of_mean, welch


def test_a_mean_of_one_person_has_no_bounds() -> None:
    low, high = of_mean([4.0, 4.0], [0.0, 1.0], [1, 4])
    assert isnan(low[0])
    assert (float(low[1]), float(high[1])) == pytest.approx((4 - 3.182446 / 2, 4 + 3.182446 / 2))


@given(st.lists(st.floats(1, 5), min_size=2, max_size=20), st.lists(st.floats(1, 5), min_size=2, max_size=20))
def test_two_means_as_scipy_has_them(now: list[float], before: list[float]) -> None:
    one, other = (Mean(float(np.mean(of)), float(np.std(of, ddof=1)), len(of)) for of in (now, before))
    assume(min(np.std(now), np.std(before)) > 1e-3)
    theirs = stats.ttest_ind(now, before, equal_var=False).confidence_interval()
    _, low, high = welch(one, other)
    assert (float(low), float(high)) == pytest.approx((theirs.low, theirs.high))


@given(st.tuples(*[st.integers(0, 8)] * 4))
def test_small_tables_as_scipy_has_them(table: tuple[int, int, int, int]) -> None:
    a, b, c, d = table
    two, one = fisher(a, b, c, d)
    assert two == pytest.approx(stats.fisher_exact([[a, b], [c, d]]).pvalue)
    assert one == pytest.approx(stats.fisher_exact([[a, b], [c, d]], alternative="greater").pvalue)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_many_comparisons_as_scipy_has_them(p: list[float]) -> None:
    theirs = stats.false_discovery_control(p) <= 0.05 + 1e-12
    assert discoveries(p).tolist() == theirs.tolist()


def test_what_could_not_be_compared_does_not_count() -> None:
    assert discoveries([0.04, float("nan"), 0.9]).tolist() == [False, False, False]
    assert discoveries([0.02, float("nan"), 0.9]).tolist() == [True, False, False]


def test_omega_of_items_that_one_factor_makes() -> None:
    loadings = np.array([0.9, 0.7, 0.6, 0.5])
    spread = np.outer(loadings, loadings)
    np.fill_diagonal(spread, 1)
    expected = loadings.sum() ** 2 / (loadings.sum() ** 2 + (1 - loadings**2).sum())
    assert omega(spread) == pytest.approx(expected, abs=1e-6)


def test_where_no_one_factor_is_there_is_no_omega() -> None:
    impossible = np.array([[1.0, 0.9, 0.9], [0.9, 1.0, 0.2], [0.9, 0.2, 1.0]])
    assert omega(impossible) == NotComputable("no_one_factor")
    assert omega(np.eye(2)) == NotComputable("too_few_items")


def test_against_leaning_answers_agreement_is_known_for_five_answers_only() -> None:
    assert slight_skew(5) == 1.34
    assert slight_skew(7) == NotComputable("no_null")
    assert sqrt(1.34) < sqrt(2), "it is the stricter of the two"
