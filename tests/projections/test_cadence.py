"""Rounds as often as was agreed: a month's best, its days of grace, its pauses; not adopted is not missed."""

import pytest

from projections.cadence import Cadence, Standing
from projections.rounds import RoundsRow, RoundsState
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, moment_of
from workflows.kernel.pauses import Pause
from workflows.kernel.practices import Adoption
from workflows.kernel.terms import Terms
from workflows.rounds.commands import Colour, Kind, Shift
from workflows.rounds.state import Visit

TODAY: Day = "2025-06-20"
ROUNDING = (Adoption("rounds", "2025-01-01"),)


def rounds(
    day: Day,
    state: RoundsState = "summarised",
    *,
    colour: Colour | None = "executive",
    first: Day | None = None,
    kind: Kind = "staff",
    shift: Shift = "day",
) -> RoundsRow:
    visit = Visit(
        unit="4w",
        day=day,
        first_day=first or day,
        partner=None,
        guide=None,
        scheduled=moment_of(first or day),
        kind=kind,
        shift=shift,
    )
    return RoundsRow(
        state=state, since=moment_of(day), visit=visit, colour=colour if state in ("held", "summarised") else None
    )


def standings(
    *rows: RoundsRow, kind: Kind = "staff", terms: Terms | None = None, adoptions: tuple[Adoption, ...] = ROUNDING
) -> list[Standing]:
    """From January to June; the practice is taken up on New Year, unless said otherwise."""
    pause = Pause("2025-04-10", "2025-04-20", Ref(1, "reason"))
    asked = terms or Terms(patient_rounds_monthly=1)
    cadence = Cadence(terms=lambda _: asked, adoptions=adoptions, pauses=(pause,), today=TODAY)
    return [month.standing for month in cadence.months(rows, kind, 6)]


def test_a_practice_counts_from_when_it_was_taken_up_and_only_where_it_is_asked_for() -> None:
    walked = rounds("2025-02-05")
    assert standings(walked, adoptions=()) == ["not_adopted", "executive", *["not_adopted"] * 4]
    late = (Adoption("rounds", "2025-04-20"),)
    assert standings(walked, adoptions=late) == ["not_adopted", "executive", *["not_adopted"] * 2, "missed", "open"]
    assert standings(terms=Terms(staff_rounds_monthly=0)) == ["not_adopted"] * 6
    assert standings(walked, kind="patient", terms=Terms()) == ["not_adopted"] * 6


def test_who_came_is_told_apart_and_what_did_not_happen_from_what_has_a_reason() -> None:
    told = standings(
        rounds("2025-01-10"),
        rounds("2025-02-10", colour="deputy"),
        rounds("2025-03-10", "not_held"),
        rounds("2025-05-10", colour="team"),
    )
    assert told == ["executive", "deputy", "not_held", "paused", "team", "open"]
    assert standings(rounds("2025-01-10"))[1:] == ["missed", "missed", "paused", "missed", "open"]


@pytest.mark.parametrize(
    ("held", "january", "february"), [("2025-02-07", "late", "missed"), ("2025-02-08", "missed", "executive")]
)
def test_rounds_that_moved_count_once(held: Day, january: Standing, february: Standing) -> None:
    """In the days of grace for the month they were first set for, and then for the month they came to be in."""
    assert standings(rounds(held, first="2025-01-20"))[:2] == [january, february]


def test_two_in_a_month_are_two() -> None:
    twice = Terms(staff_rounds_monthly=2)
    assert standings(rounds("2025-05-05"), rounds("2025-05-19", colour="deputy"), terms=twice)[4] == "executive"
    assert standings(rounds("2025-05-05"), terms=twice)[4] == "missed"


def test_nights_have_their_quota() -> None:
    rows = (rounds("2025-02-05", shift="night"), rounds("2025-04-05", shift="weekend"))
    at_night = Terms(night_rounds_quarterly=1)
    asked = Cadence(terms=lambda _: at_night, adoptions=ROUNDING, pauses=(), today=TODAY).quotas(rows, 2)
    assert [(one.first, one.held, one.asked, one.over) for one in asked] == [
        ("2025-01", 1, 1, True),
        ("2025-04", 0, 1, False),
    ]
    assert Cadence(terms=lambda _: Terms(), adoptions=ROUNDING, pauses=(), today=TODAY).quotas(rows) == ()
    assert Cadence(terms=lambda _: at_night, adoptions=(), pauses=(), today=TODAY).quotas(rows) == ()


def test_a_month_is_held_against_what_was_asked_for_then() -> None:
    """Terms adopted in spring make nothing missed in winter."""

    def terms(month: str) -> Terms:
        return Terms(patient_rounds_monthly=1 if month >= "2025-05" else 0)

    cadence = Cadence(terms=terms, adoptions=ROUNDING, pauses=(), today=TODAY)
    standing = [one.standing for one in cadence.months((), "patient", 6)]
    assert standing == [*["not_adopted"] * 4, "missed", "open"]
