"""Days, weeks and months as texts."""

import pytest

from workflows.kernel.periods import Every, first_day, kind_of, last_day, period_of


@pytest.mark.parametrize(
    ("period", "kind", "first", "last"),
    [
        ("2025-03", "month", "2025-03-01", "2025-03-31"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2025-W01", "week", "2024-12-30", "2025-01-05"),
        ("2020-W53", "week", "2020-12-28", "2021-01-03"),
        ("2025-03-14", "day", "2025-03-14", "2025-03-14"),
    ],
)
def test_a_period_has_its_first_and_its_last_day(period: str, kind: Every, first: str, last: str) -> None:
    assert (kind_of(period), first_day(period), last_day(period)) == (kind, first, last)
    assert period_of(first, kind) == period_of(last, kind) == period


@pytest.mark.parametrize("period", ["2025-W53", "2025-02-30", "2025-13", "2025", "soon"])
def test_what_the_calendar_does_not_have_is_none(period: str) -> None:
    assert kind_of(period) is None
    with pytest.raises(ValueError, match="no day"):
        first_day(period)
