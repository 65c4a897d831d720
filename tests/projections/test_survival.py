"""How many still wait: what goes on counts as long as it was seen to, and no median is made of finished things alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projections.survival import Span, survival

TREATED = ((6, 3), (7, 1), (10, 1), (13, 1), (16, 1), (22, 1), (23, 1))
STILL = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
"""Weeks in remission of 21 people with leukemia under 6-MP; after Freireich and others 1963, in every textbook since."""


def test_the_textbook_case() -> None:
    found = survival([*(Span(day, True, count) for day, count in TREATED), *(Span(day, False) for day in STILL)])
    shares = [(step.day, round(step.share, 3)) for step in found.steps]
    assert shares == [(6, 0.857), (7, 0.807), (10, 0.753), (13, 0.690), (16, 0.627), (22, 0.538), (23, 0.448)]
    assert [step.at_risk for step in found.steps] == [21, 17, 15, 12, 11, 7, 6]
    assert (found.days(0.5), found.days(0.9), found.whole, found.over, found.longest) == (23, None, 21, 9, 35)


def test_of_nothing_nothing_is_said() -> None:
    assert survival([]).days(0.5) is None
    assert survival([Span(3, False, 4)]).steps == ()


@pytest.mark.parametrize(("day", "share"), [(0, 1.0), (6, 0.75), (7, 0.75), (8, 0.0)])
def test_the_share_that_waits_on_a_day(day: int, share: float) -> None:
    assert survival([Span(6, True), Span(7, False, 2), Span(8, True)]).share_at(day) == share


spans = st.builds(Span, st.integers(0, 400), st.booleans(), st.integers(1, 5))


@given(st.lists(spans, max_size=40))
def test_it_only_steps_down_and_where_all_ended_it_is_the_plain_share(some: list[Span]) -> None:
    found = survival(some)
    shares = [1.0, *(step.share for step in found.steps)]
    assert shares == sorted(shares, reverse=True)
    assert found.whole == sum(one.count for one in some)
    if all(one.over for one in some):
        for step in found.steps:
            left = sum(one.count for one in some if one.days > step.day)
            assert step.share == pytest.approx(left / found.whole)


@given(st.lists(spans, min_size=1, max_size=20))
def test_counts_are_as_good_as_one_by_one(some: list[Span]) -> None:
    single = [Span(one.days, one.over) for one in some for _ in range(one.count)]
    assert survival(single) == survival(some)
