"""The four responsibilities: when a goal is met, how consistently, and where a claim lies apart from a figure."""

import pytest

from assessments.maturity import NOT_ASSESSABLE, Rating, anchors
from assessments.scorecard import Against, Consistency, Period, Verdict, against, consistency, judged, scorecard
from projections.responsibilities import quarter, within
from projections.share import Share


def test_each_component_is_one_of_the_fourteen_and_each_figure_says_what_it_counts() -> None:
    card = scorecard()
    named = {key for one in card.responsibilities.values() for key in one.components}
    assert named | set(card.beside) <= set(anchors().components)
    used = {one.figure for one in card.responsibilities.values()} | {one.figure for one in card.ready.values()}
    used |= {one for some in card.beside.values() for one in some}
    assert used == set(card.figures)


@pytest.mark.parametrize(
    ("part", "whole", "adopted", "verdict"),
    [
        (80, 100, True, "met"),
        (79, 100, True, "not_met"),
        (95, 100, True, "certain"),
        (4, 4, True, "few"),
        (5, 5, True, "met"),
        (0, 0, True, "none"),
        (0, 9, False, "not_adopted"),
    ],
)
def test_met_is_what_the_number_says_and_certain_what_its_lower_bound_says(
    part: int, whole: int, adopted: bool, verdict: Verdict
) -> None:
    assert judged(Period(name="2025-Q1", part=part, whole=whole, adopted=adopted), 80) == verdict


def test_bounds_are_those_of_wilson() -> None:
    assert Period(name="2025-Q1", part=9, whole=10).bounds == (60, 98)
    assert Period(name="2025-Q1", part=0, whole=0).bounds is None


def test_what_was_not_asked_for_was_not_missed() -> None:
    said: tuple[Verdict, ...] = ("not_adopted", "few", "none", "met", "not_met", "certain")
    assert consistency(said) == Consistency(2, 3)
    assert consistency(("not_adopted", "none")) == Consistency(0, 0)


@pytest.mark.parametrize(
    ("rating", "part", "whole", "said"),
    [
        ("advancing", 4, 10, "says_more"),
        ("approaching", 74, 100, "says_more"),
        ("advancing", 3, 4, "few"),
        ("advancing", 75, 100, "fits"),
        ("developing", 1, 10, "fits"),
        ("beginning", 9, 10, "says_less"),
        ("beginning", 8, 10, "fits"),
        ("advancing", 0, 4, "few"),
        ("advancing", 0, 0, None),
        (NOT_ASSESSABLE, 1, 10, None),
    ],
)
def test_a_claim_is_held_against_the_figure(rating: Rating, part: int, whole: int, said: Against | None) -> None:
    assert against(rating, part, whole) == said


def test_what_still_has_time_is_not_counted_and_what_was_given_up_is_not_either() -> None:
    counts = {("", "3"): 2, ("", "20"): 1, ("2025-03-01", ""): 1, ("2025-03-30", ""): 4, ("", "~9"): 5}
    assert within(counts, 13, "2025-03-31") == Share(2, 4)


def test_a_quarter_has_its_days() -> None:
    span = quarter("2025-Q1", "2025-02-01")
    assert (span.first, span.last) == ("2025-01-01", "2025-03-31")
    assert [span.has(day) for day in ("2025-03-31", "2025-04-01")] == [True, False]
