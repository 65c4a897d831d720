"""How many there must be, and how the ends of a small group are told."""

import pytest

from assessments.disclosure import Limits, Shown, mean_shown, share_shown


@pytest.mark.parametrize(
    ("limits", "respect", "whole_unit", "least"),
    [
        (Limits(), False, True, 10),
        (Limits(), True, True, 20),
        (Limits(pulse=True), False, True, 10),
        (Limits(pulse=True, few=True), False, True, 5),
        (Limits(pulse=True, few=True), False, False, 10),
        (Limits(pulse=True, few=True), True, True, 20),
        (Limits(few=True), False, True, 10),
    ],
    ids=["survey", "respect", "pulse", "five chosen", "five chosen, cut", "five chosen, respect", "five without pulse"],
)
def test_how_many_are_enough(limits: Limits, respect: bool, whole_unit: bool, least: int) -> None:
    assert limits.least(respect=respect, whole_unit=whole_unit) == least


def test_nobody_and_one_look_alike_in_a_small_group() -> None:
    assert share_shown(0, 10) == share_shown(1, 10) == Shown(10.0, "at_most")
    assert share_shown(10, 10) == share_shown(9, 10) == Shown(90.0, "at_least")
    assert share_shown(2, 10) == Shown(20.0)
    assert share_shown(0, 30) == Shown(0.0)


def test_a_mean_at_the_end_of_its_scale_is_told_as_near_it() -> None:
    assert mean_shown(5.0, 10, 1, 5) == mean_shown(4.9, 10, 1, 5) == Shown(4.8, "at_least")
    assert mean_shown(1.0, 10, 1, 5) == Shown(1.2, "at_most")
    assert mean_shown(4.0, 10, 1, 5) == Shown(4.0)
    assert mean_shown(5.0, 40, 1, 5) == Shown(5.0)
