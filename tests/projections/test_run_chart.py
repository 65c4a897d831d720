"""A run chart says by two rules when a process has changed: worked examples, counted by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projections.readings import ReadingRow, up_to
from projections.run_chart import FEW, Run, chart, median, shifts, trends
from workflows.kernel.grammar import Ref
from workflows.measure.commands import Kind
from workflows.measure.state import Gauge, Target, Value

WORDS = Ref(1, "title")


def numbers(*values: float) -> list[Fraction]:
    return [Fraction(str(value)) for value in values]


def gauge(kind: Kind, per: int | None = None) -> Gauge:
    return Gauge(
        unit="4w",
        title=WORDS,
        kind=kind,
        definition=WORDS,
        source=WORDS,
        owner="person-nurse",
        every="month",
        better="lower",
        per=per,
        per_what=None,
        serves=None,
        registered=0,
        targets=(Target(None, 0),),
    )


def row(period: str, count: int | None = None, of: int | None = None, *, gone: bool = False) -> ReadingRow:
    value = Value(period=period, count=count, of=of, recorded=0, withdrawn=WORDS if gone else None)
    return ReadingRow(unit="4w", value=value)


def test_six_in_a_row_on_one_side_are_a_shift() -> None:
    """Median 6: six below, then six above."""
    found = shifts(numbers(5, 4, 5, 3, 5, 4, 7, 8, 7, 9, 8, 7))
    assert found == (Run("below", 0, 5, 6), Run("above", 6, 11, 6))


def test_five_in_a_row_on_one_side_are_none() -> None:
    assert shifts(numbers(5, 4, 5, 3, 5, 7, 8, 7, 9, 8)) == ()


def test_what_lies_on_the_median_neither_breaks_a_shift_nor_counts() -> None:
    """Median 6: five below with a 6 among them are five; with one more below they are six."""
    assert shifts(numbers(5, 4, 6, 5, 3, 5, 7, 8, 7, 9, 8)) == ()
    assert shifts(numbers(5, 4, 6, 5, 3, 5, 4, 7, 8, 7, 9, 8, 6))[0] == Run("below", 0, 6, 6)


def test_five_that_rise_one_after_the_other_are_a_trend() -> None:
    assert trends(numbers(3, 2, 3, 4, 5, 6, 1)) == (Run("rising", 1, 5, 5),)
    assert trends(numbers(9, 8, 7, 5, 4)) == (Run("falling", 0, 4, 5),)
    assert trends(numbers(3, 2, 3, 4, 5, 1)) == ()


def test_the_same_value_again_neither_breaks_a_trend_nor_counts() -> None:
    assert trends(numbers(1, 2, 2, 3, 4, 4, 5)) == (Run("rising", 0, 6, 5),)
    assert trends(numbers(1, 2, 2, 3, 4, 4)) == ()


@given(st.lists(st.integers(0, 9), max_size=40))
def test_every_run_is_as_long_as_it_says_and_of_one_kind(values: list[int]) -> None:
    line = median(numbers(*values))
    for run in shifts(numbers(*values)):
        inside = [one for one in values[run.first : run.last + 1] if one != line]
        assert len(inside) == run.count >= 6
        assert all(line is not None and (one > line) == (run.way == "above") for one in inside)
    for run in trends(numbers(*values)):
        inside = values[run.first : run.last + 1]
        assert len(set(inside)) == run.count >= 5
        assert inside == sorted(inside, reverse=run.way == "falling")


def test_a_rate_is_per_so_many_and_stands_in_the_middle_of_its_month() -> None:
    found = chart(gauge("rate", 1000), [row("2025-01", 2, 800), row("2025-02", 1, 0, gone=True)], "2025-03-01")
    assert [(point.day, point.number) for point in found.points] == [("2025-01-16", Fraction(5, 2))]
    assert (found.median, found.since, found.is_few) == (Fraction(5, 2), None, True)


def test_days_since_are_the_days_between_and_those_that_run() -> None:
    rows = [row("2025-01-01"), row("2025-01-11"), row("2025-02-10"), row("2025-02-12", gone=True)]
    found = chart(gauge("days_since"), rows, "2025-03-02")
    assert [(point.day, int(point.number)) for point in found.points] == [("2025-01-11", 10), ("2025-02-10", 30)]
    assert (found.median, found.since) == (Fraction(20), 20)
    assert chart(gauge("days_since"), [], "2025-03-02").since is None


def test_a_median_of_few_values_is_marked() -> None:
    rows = [row(f"2025-{month:02}", month) for month in range(1, 13)]
    assert not chart(gauge("count"), rows, "2026-01-01").is_few
    assert chart(gauge("count"), rows[: FEW - 1], "2026-01-01").is_few


@pytest.mark.parametrize(("day", "there"), [("2025-01-30", 0), ("2025-01-31", 1), ("2025-02-15", 1), ("2025-02-28", 2)])
def test_a_past_day_has_the_values_whose_time_was_over(day: str, there: int) -> None:
    assert len(up_to([row("2025-02", 1), row("2025-01", 2)], day)) == there
