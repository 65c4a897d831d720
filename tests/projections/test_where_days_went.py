"""Every moment of an issue lies with one holder for one thing: what is added up is the whole, whatever overlaps."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from projections.accountability import Holding
from projections.lives import Stint
from projections.where_days_went import Part, parts
from workflows.kernel.moments import DAY

PEOPLE = ("person-a", "person-b")


def held(
    noun: str, owes: Any, began: int, ended: int | None, *, by: str = "person-a", waiting_on: str | None = None
) -> Stint[Holding]:
    """From one day to another."""
    row = Holding(
        noun=noun,
        unit="4w",
        holder=by,
        owes=owes,
        to=None,
        since=began * DAY,
        due=None,
        first_due=None,
        waiting_on=waiting_on,
        why=None,
        event="",
    )
    return Stint(
        began << 20, f"{noun}-{began}", owes, row, began * DAY, None if ended is None else ended * DAY, 1, None
    )


def test_while_a_barrier_is_open_its_ball_counts() -> None:
    found = parts(
        [
            held("issue", "resolve", 0, None),
            held("barrier", "remove", 2, 6, by="person-b"),
            held("barrier", "remove", 6, 9, by="person-b", waiting_on="party-c"),
            held("barrier", "verify", 9, 10, by="unit-4w"),
            held("concern", "answer", 0, None, by="person-b"),
        ],
        0,
        12 * DAY,
    )
    assert found == (
        Part("person-a", "resolve", False, 4 * DAY),
        Part("person-b", "remove", False, 4 * DAY),
        Part("party-c", "remove", True, 3 * DAY),
        Part("unit-4w", "verify", False, DAY),
    )


def test_what_nobody_held_is_said_too() -> None:
    assert parts([held("issue", "resolve", 1, 3)], 0, 4 * DAY) == (
        Part(None, "", False, 2 * DAY),
        Part("person-a", "resolve", False, 2 * DAY),
    )


_stints = st.builds(
    lambda noun, owes, began, lasted, holder, waits: held(
        noun, owes, began, None if lasted is None else began + lasted, by=holder, waiting_on=waits
    ),
    st.sampled_from(["issue", "barrier", "concern"]),
    st.sampled_from(["resolve", "remove", "verify", "answer", "reply"]),
    st.integers(0, 20),
    st.none() | st.integers(0, 9),
    st.sampled_from(PEOPLE),
    st.none() | st.just("party-c"),
)


@given(st.lists(_stints, max_size=8), st.integers(0, 10), st.integers(0, 15))
def test_the_parts_are_the_whole(stints: list[Stint[Holding]], began: int, lasts: int) -> None:
    found = parts(stints, began * DAY, (began + lasts) * DAY)
    assert sum(part.lasted for part in found) == lasts * DAY
    assert len({(part.holder, part.owes, part.waits) for part in found}) == len(found)
