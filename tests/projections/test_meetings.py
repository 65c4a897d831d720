"""A year of meetings as figures: three colours, late, missed, paused; and what is missing in a team."""

from datetime import date

from hypothesis import given as whatever
from hypothesis import strategies as some

from projections.meetings import Figures, MonthLine, Pauses, figures, months
from projections.partnerships import PartnershipRow
from projections.rounds import RoundsRow
from projections.teams import chairs, leading
from projections.units import UnitRow
from workflows.kernel.grammar import Ref
from workflows.kernel.months import Month, months_after
from workflows.kernel.pauses import Pause, days_paused
from workflows.kernel.roles import Held
from workflows.partnership.commands import Colour
from workflows.partnership.course import Cadence, Course, Met, Passed, Stretch
from workflows.partnership.state import Bond
from workflows.rounds.state import Visit
from workflows.unit.state import Recognised, Seat

NEVER = Pauses((), 7)
FLOOD = Pause("2025-09-08", "2025-09-16", Ref(1, "reason"))


def row(**course: object) -> PartnershipRow:
    bond = Bond(
        unit="4w",
        executive="person-dana",
        rank="vice_president",
        clinician=False,
        interest=None,
        nominated=0,
        course=Course(**{"stretches": (Stretch("2025-01"),), **course}),  # type: ignore[arg-type]  # a test says what it is about
    )
    return PartnershipRow(state="active", since=0, bond=bond)


def met(month: Month, colour: Colour = "executive", day: str = "") -> Met:
    return Met(day or f"{month}-10", month, colour, (), None, None)


def stands(found: tuple[MonthLine, ...]) -> list[str]:
    return [line.standing for line in found]


def test_a_year_keeps_every_colour_apart() -> None:
    ours = row(
        met=(met("2025-01"), met("2025-02", day="2025-03-05"), met("2025-03", "deputy"), met("2025-04", "team")),
        passed=(Passed("2025-03", "deputy"), Passed("2025-04", "team"), Passed("2025-05", "missed")),
    )
    found = months([ours], NEVER, "2024-12", "2025-06")
    assert stands(found) == ["not_due", "executive", "late", "deputy", "team", "missed", "open"]
    counted = figures([ours], found, ())
    assert (counted.due, counted.with_executive, counted.late, counted.missed) == (5, 2, 1, 1)
    assert (counted.held, counted.attended) == (4, 2)


def test_a_pause_declared_after_the_clock_said_missed_still_takes_the_month_out() -> None:
    ours = row(stretches=(Stretch("2025-09"),), passed=(Passed("2025-09", "missed"),))
    assert stands(months([ours], Pauses((FLOOD,), 7), "2025-09", "2025-09")) == ["paused"]
    assert stands(months([ours], Pauses((FLOOD,), 10), "2025-09", "2025-09")) == ["missed"]
    came = row(stretches=(Stretch("2025-09"),), met=(met("2025-09"),))
    found = months([came], Pauses((FLOOD,), 7), "2025-09", "2025-09")
    assert (stands(found), figures([came], found, ()).due) == (["executive"], 1)


def test_after_graduation_one_meeting_in_three_months_is_due_and_nothing_before_it_changes() -> None:
    ours = row(
        stretches=(Stretch("2025-08"),),
        cadences=(Cadence("2025-10", 3),),
        met=(met("2025-08"), met("2025-11")),
        passed=(Passed("2025-09", "missed"),),
    )
    found = months([ours], NEVER, "2025-08", "2025-12")
    assert stands(found) == ["executive", "missed", "not_due", "executive", "not_due"]
    assert figures([ours], found, ()).due == 3


def test_two_executives_share_a_year() -> None:
    before = row(
        stretches=(Stretch("2025-01", "2025-02"),), met=(met("2025-01"),), passed=(Passed("2025-02", "missed"),)
    )
    after = row(stretches=(Stretch("2025-04"),), met=(met("2025-04"),))
    assert stands(months([before, after], NEVER, "2025-01", "2025-04")) == [
        "executive",
        "missed",
        "not_due",
        "executive",
    ]


def test_rounds_without_a_guide_are_counted_and_nothing_more() -> None:
    def walked(guide: str | None) -> RoundsRow:
        visit = Visit(unit="4w", day="2025-01-10", first_day="2025-01-10", partner=None, guide=guide, scheduled=0)
        return RoundsRow(state="held", since=0, visit=visit)

    counted = figures([], (), [walked(None), walked("person-lena")])
    assert (counted.rounds, counted.without_guide) == (2, 1)


DAYS = some.dates(min_value=date(2025, 1, 1), max_value=date(2025, 3, 31))


@whatever(some.lists(some.tuples(DAYS, DAYS), max_size=5))
def test_no_day_of_a_pause_counts_twice(drawn: list[tuple[date, date]]) -> None:
    pauses = [Pause(str(min(pair)), str(max(pair)), Ref(1, "reason")) for pair in drawn]
    every = {f"2025-02-{day:02}" for day in range(1, 29)}
    inside = {day for day in every if any(pause.since <= day <= pause.until for pause in pauses)}
    assert days_paused(pauses, "2025-02-01", "2025-02-28") == len(inside)


@whatever(some.integers(0, 11), some.integers(-30, 30))
def test_months_go_on_and_back(month: int, count: int) -> None:
    begun = f"2025-{month + 1:02}"
    assert months_after(months_after(begun, count), -count) == begun


def test_figures_of_units_add_up() -> None:
    both = Figures(due=3, missed=1) + Figures(due=2, with_executive=2)
    assert (both.due, both.missed, both.with_executive) == (5, 1, 2)


def test_what_is_missing_shows_as_missing_and_what_is_waived_as_waived() -> None:
    ours = UnitRow(
        slug="4w",
        name="4 West",
        is_open=True,
        roles=(Held("person-manager", "unit_manager", "2025-01-01"),),
        number=1,
        recorded=0,
        team=(Seat("person-nurse", "nurse", "2025-01-01"), Seat("person-vera", "volunteer", "2025-01-01")),
        leaders=(Recognised("person-nurse", Ref(2, "what"), 0),),
    )
    found = chairs(ours, ("nurse", "pharmacist", "patient_partner"), {"chair.pharmacist"})
    assert [(one.discipline, one.is_empty, one.waived) for one in found] == [
        ("nurse", False, False),
        ("pharmacist", False, True),
        ("patient_partner", True, False),
        ("volunteer", False, False),
    ]
    map_of_all = leading([ours], ("cmo",), ("unit_manager", "chief"), {("", "leader.chief")})
    assert [(post.role, post.is_gap, post.waived) for post in map_of_all.posts] == [
        ("unit_manager", False, False),
        ("chief", False, True),
    ]
    assert (map_of_all.formal, len(map_of_all.informal)) == (1, 1)
