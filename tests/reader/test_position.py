"""Days, instants and positions: what a page is asked for, and what each of them means in the hospital's zone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.ledger.sqlite import SqliteLedger
from services.reader.position import NOW, NotAMoment, as_of, on
from tests.projections.errand import Given, fact
from tests.reader.stage import recorded
from workflows.kernel.moments import moment_of

ZONE = "America/Chicago"
MOMENTS = ("2025-03-05T05:59:59.999999+00:00", "2025-03-05T06:00:00+00:00", "2025-03-09T12:00:00+00:00")
"""The last microsecond of 4 March in Chicago, the first of 5 March, and the day its clocks go forward."""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    facts = [
        fact(seq, 1, Given(holder="a", unit="4w"), moment_of(at), stream=f"errand-{seq}")
        for seq, at in enumerate(MOMENTS, 1)
    ]
    opened = recorded(tmp_path, facts)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("asked", "seq"),
    [
        ("2025-03-03", 0),
        ("2025-03-04", 1),
        ("2025-03-05", 2),
        ("2025-03-08", 2),
        ("2025-03-09", 3),
        ("2031-01-01", 3),
        ("2025-03-04T23:59:59-06:00", 0),
        ("2025-03-05T00:00", 2),
        ("2025-03-05T05:59:59.999999Z", 1),
        ("2025-03-05T06:00:00 00:00", 2),
        ("0", 0),
        ("#2", 2),
        ("3", 3),
    ],
)
def test_the_last_position_recorded_by_then(ledger: SqliteLedger, asked: str, seq: int) -> None:
    assert as_of(asked, ledger, ZONE).seq == seq


@pytest.mark.parametrize("asked", [None, ""])
def test_nothing_asked_means_now(ledger: SqliteLedger, asked: str | None) -> None:
    assert (as_of(asked, ledger, ZONE), on(asked, ZONE)) == (NOW, None)


@pytest.mark.parametrize(
    "asked",
    [
        "yesterday",
        "2025-13-01",
        "2025-02-30",
        "0001-01-01",
        "9999-12-31",
        "1e9",
        "-1",
        "2025-03-04T25:00",
        "٣",
        "12 3",
        "2025",
    ],
)
def test_what_is_no_moment_is_refused_with_a_sentence(ledger: SqliteLedger, asked: str) -> None:
    with pytest.raises(NotAMoment, match=r"is not a moment: write a day|there is no position"):
        as_of(asked, ledger, ZONE)


def test_a_position_that_is_not_reached_yet_is_refused(ledger: SqliteLedger) -> None:
    with pytest.raises(NotAMoment, match="3 facts so far; there is no position 4 yet"):
        as_of("#4", ledger, ZONE)


@given(st.text(max_size=45))
def test_whatever_is_written_is_a_moment_or_refused(text: str) -> None:
    try:
        found = on(text, ZONE)
    except NotAMoment:
        return
    assert found is None or abs(found) < 10**18


def test_a_day_is_over_at_midnight_in_the_hospitals_zone() -> None:
    assert on("2025-03-04", ZONE) == moment_of(MOMENTS[0])
    assert on("2025-03-09", ZONE) == moment_of("2025-03-10T05:00:00+00:00") - 1
    assert on("2025-03-04T12:00", ZONE) == moment_of("2025-03-04T18:00:00+00:00")
