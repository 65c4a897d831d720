"""Practices: in whatever order they are taken up and set aside, each day is covered or not, and the last word counts."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workflows.kernel.practices import PRACTICES, SUGGESTED, Adoption, adopted, in_use, set_aside, taken_up

START = date(2025, 1, 1)


def day(n: int) -> str:
    return (START + timedelta(days=n)).isoformat()


STEPS = st.lists(st.tuples(st.sampled_from(("take", "leave")), st.integers(0, 60)), max_size=12)


def told(steps: list[tuple[str, int]]) -> tuple[Adoption, ...]:
    adoptions: tuple[Adoption, ...] = ()
    for what, n in steps:
        adoptions = (taken_up if what == "take" else set_aside)(adoptions, "rounds", day(n))
    return adoptions


@given(STEPS)
def test_at_most_one_is_in_use_and_none_ends_before_it_begins(steps: list[tuple[str, int]]) -> None:
    adoptions = told(steps)
    assert sum(one.until is None for one in adoptions) <= 1
    assert all(one.until is None or one.since < one.until for one in adoptions)
    assert not adopted(adoptions, "surveys", day(10))


@given(STEPS, st.integers(0, 60))
def test_the_last_word_counts(steps: list[tuple[str, int]], n: int) -> None:
    before = told(steps)
    after = taken_up(before, "rounds", day(n))
    assert all(adopted(after, "rounds", day(later)) for later in range(n, 62))
    gone = set_aside(after, "rounds", day(n))
    assert in_use(gone, "rounds") is None
    assert [adopted(gone, "rounds", day(each)) for each in range(62)] == [
        any(one.covers(day(each)) for one in before if one.until is not None) for each in range(62)
    ]


def test_every_practice_has_a_day_by_which_most_take_it_up() -> None:
    assert set(SUGGESTED) == set(PRACTICES)
