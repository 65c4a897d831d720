"""A unit's year replayed at the terminal: a day of it, and its stops one after the other."""

import json
from typing import Any

import pytest

from services.errands.carrying import carry_out
from services.errands.errand import Answer, Every, Replay
from services.house import House
from tests.sample.conftest import alder, home
from workflows.kernel.moments import day_after

__all__ = ["alder", "home"]
DAY = "2026-05-17"


def asked(house: House, at: str | None = None, *, as_of: str | None = None, play: Every | None = None) -> Answer:
    return carry_out(house, Replay(unit="4 West", at=at, as_of=as_of, play=play), print)


def figures(answer: Answer) -> dict[str, tuple[Any, Any]]:
    rows = answer.found["tables"]["How the unit stood"]
    return {row["figure"]: (row["known then"], row["true then"]) for row in rows}


def test_a_day_is_told_as_the_page_tells_it(alder: House) -> None:
    from tests.sample.test_places import signed_in
    from tests.web.test_pages_replay import figures as on_the_page

    page = on_the_page(signed_in(alder, "ines").get(f"/unit/4-west/replay?on={DAY}").text)
    told = figures(asked(alder, DAY))
    for name in ("Owed an answer", "Heard so far", "Open issues", "Past their day"):
        assert str(told[name][0]) == page[name][0]
    assert json.dumps(asked(alder, DAY).found)


def test_played_it_stands_at_each_stop_as_the_day_itself(alder: House) -> None:
    rows = asked(alder, DAY, play="month").found["tables"]["How the unit stood"]
    assert [row["day"][:7] for row in rows] == [
        "2026-05",
        "2026-06",
        "2026-07",
        "2026-08",
        "2026-09",
        "2026-10",
        "2026-11",
    ]
    one = rows[2]
    assert one["Open issues"] == figures(asked(alder, one["day"]))["Open issues"][0]


@pytest.mark.parametrize(("at", "says"), [("soon", "is not a moment"), ("2031-01-01", "has not come yet")])
def test_a_day_that_cannot_be_shown_is_told_so(alder: House, at: str, says: str) -> None:
    answer = asked(alder, at)
    assert (answer.status, says in " ".join(answer.said)) == (2, True)


def test_what_was_known_does_not_change_with_what_is_entered_later(alder: House) -> None:
    earlier = asked(alder, DAY, as_of=day_after(DAY, 1))
    assert figures(earlier)["Open issues"][0] == figures(asked(alder, DAY))["Open issues"][0]
    assert earlier.found["as_of"] < alder.ledger.head()[0]
