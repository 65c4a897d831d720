"""The same file again, next month's copy, and what people did in between."""

from collections.abc import Mapping

import pytest

from services.house import House
from services.importing import Answers, Import, Report
from tests.importing.ward import MDY, imports, log, names_of_facts, operates, pairs, standing
from tests.laws.tree import TOP
from workflows.barrier import commands as barrier
from workflows.concern import commands as concern
from workflows.issue import commands as issue
from workflows.unit import commands as unit

SAMPLE = TOP / "tests" / "cases" / "tracking_log_2025.csv"
OPEN = {"Owner": "nurse mgr", "Priority": "3"}
TOLD = {"Status": "Closed", "Date closed": "2025-02-01", "Feedback": "Y"}
WAITING = {"Status": "Waiting on budget", "Senior Exec": "COO"}


def month(house: House, *rows: Mapping[str, str]) -> tuple[Report, list[str]]:
    """One month's copy, and the names of the facts it added."""
    before = len(names_of_facts(house))
    report = imports(house, log(*rows))
    assert not report.rejects, report.rejects
    return report, names_of_facts(house)[before:]


def test_the_same_file_twice_adds_nothing(house: House) -> None:
    imports(house, SAMPLE)
    head, people = house.ledger.head(), house.people.everyone()
    again = imports(house, SAMPLE)
    assert (again.added, again.moved_on, again.commands) == (0, 0, 0)
    assert (house.ledger.head(), house.people.everyone()) == (head, people)
    assert len(house.intake.rows.undecided()) == 4


def test_the_workbook_after_the_csv_adds_only_what_the_csv_could_not_say(house: House) -> None:
    """The CSV writes some days so that they can be read two ways, the workbook holds them as days."""
    first = imports(house, SAMPLE, Answers(units={"4W": "4-west", "ED": "emergency", "Intensive Care": "icu"}))
    second = imports(house, SAMPLE.with_suffix(".xlsx"), Answers(units={"4W": "4-west", "ED": "emergency"}))
    assert (first.added, second.added, second.moved_on) == (56, 12, 0)


@pytest.mark.parametrize(
    ("then", "adds"),
    [
        ({"Owner": "biomed"}, ["issue.assigned"]),
        ({"Target date": "2025-05-01"}, ["issue.assigned"]),
        ({"Priority": "1"}, ["issue.prioritised"]),
        ({"Status": "in progress"}, []),
        ({"Feedback": "emailed"}, ["concern.answered", "concern.delivered"]),
        ({"Status": "Closed", "Date closed": "2025-02-01"}, ["issue.resolved"]),
        ({"Status": "can't do"}, ["issue.declined"]),
        (WAITING, ["barrier.logged", "issue.blocked"]),
        (
            TOLD,
            ["concern.answered", "concern.delivered", "concern.fell_silent", "issue.resolved", "issue.closed"],
        ),
        (
            {"Status": "can't do", "Feedback": "Y"},
            ["issue.declined", "concern.answered", "concern.delivered", "concern.fell_silent"],
        ),
    ],
)
def test_next_months_copy_adds_only_what_is_new(house: House, then: dict[str, str], adds: list[str]) -> None:
    month(house, OPEN)
    report, added = month(house, OPEN | then, {"Identified Issue": "Fax"})
    assert added == [*adds, "concern.raised", "concern.listed", "issue.listed"]
    assert (report.added, report.moved_on) == (1, int(bool(adds)))
    assert month(house, OPEN | then, {"Identified Issue": "Fax"})[1] == []


def test_months_may_come_in_any_order(house: House) -> None:
    month(house, OPEN)
    month(house, OPEN | {"Owner": "biomed", "Priority": "1"})
    assert month(house, OPEN)[1] == []
    assert month(house, OPEN | {"Owner": "biomed", "Priority": "1"})[1] == []


def test_feedback_that_comes_later_closes_what_was_resolved(house: House) -> None:
    month(house, TOLD | {"Feedback": "N"})
    assert standing(house) == [("Resolved", "Owed")]
    _, added = month(house, TOLD | {"Feedback": "told staff at huddle 2025-02-10"})
    assert added == ["concern.answered", "concern.delivered", "concern.fell_silent", "issue.closed"]
    assert standing(house) == [("Closed", "no_reply")]


def test_told_on_another_day_than_closed_happened_on_both_days(house: House) -> None:
    month(house, TOLD | {"Feedback": "told staff at huddle 2025-02-10"})
    facts = [house.clerk.mapper.fact(row) for row in house.ledger.rows(0, 100)]
    happened = {fact.event.NAME: fact.head.occurred for fact in facts}
    assert (happened["issue.resolved"], happened["concern.delivered"]) == ("2025-02-01", "2025-02-10")
    assert standing(house) == [("Closed", "no_reply")]


def test_an_answer_so_far_becomes_the_whole_one(house: House) -> None:
    month(house, OPEN | {"Feedback": "emailed"})
    _, added = month(house, OPEN | TOLD)
    assert added == ["concern.answered", "concern.delivered", "concern.fell_silent", "issue.resolved", "issue.closed"]


def test_a_barrier_nobody_took_on_is_gone_when_the_sheet_says_it_is_over(house: House) -> None:
    month(house, WAITING)
    _, added = month(house, TOLD)
    assert added[:2] == ["barrier.removal_claimed", "barrier.removal_verified"]
    assert standing(house) == [("Closed", "no_reply")]
    assert month(house, TOLD)[1] == []


def test_a_barrier_somebody_took_on_is_theirs_to_remove(house: House) -> None:
    month(house, WAITING)
    (stream,) = house.ledger.streams("barrier")
    operates(house, barrier.Accept(), stream)
    report = imports(house, log(TOLD))
    assert [reject.faults[0].why for reject in report.rejects] == ["issue.blocked"]
    assert "put it right in Heard" in report.rejects[0].faults[0].todo
    assert standing(house) == [("Open", "Owed")]


def test_what_was_taken_up_again_here_is_not_closed_by_an_old_copy(house: House) -> None:
    month(house, TOLD)
    (stream,) = house.ledger.streams("issue")
    operates(house, issue.Reopen(why="It is back"), stream)
    assert month(house, TOLD)[1] == []
    assert standing(house) == [("Open", "no_reply")]


def test_what_was_answered_here_needs_no_answer_from_the_sheet(house: House) -> None:
    month(house, OPEN)
    (voice,) = house.ledger.streams("concern")
    operates(house, concern.Answer(answer="The lift is repaired", outcome="done"), voice)
    _, added = month(house, OPEN | TOLD)
    assert added == ["concern.delivered", "concern.fell_silent", "issue.resolved", "issue.closed"]


def test_what_was_undone_here_comes_back_as_a_conflict_with_its_row(house: House) -> None:
    month(house, OPEN)
    (stream,) = house.ledger.streams("issue")
    operates(house, issue.Unlist(why="Listed twice"), stream)
    report = imports(house, log(OPEN | TOLD, {"Identified Issue": "Fax"}))
    ((reject,), added) = report.rejects, report.added
    assert (reject.number, reject.faults[0].why, added) == (2, "issue.unlisted", 1)
    assert reject.cells[:4] == ("icu", "Lift broken", "", "nurse mgr")


def test_another_suggestion_for_a_known_row_is_a_conflict_not_an_overwriting(house: House) -> None:
    month(house, {"Recommended Solution": "Repair it"})
    changed = imports(house, log({"Recommended Solution": "Buy another"}))
    assert [reject.faults[0].why for reject in changed.rejects] == ["command.reused"]


def test_another_spelling_of_a_known_row_is_the_same_row(house: House) -> None:
    month(house, OPEN)
    assert month(house, OPEN | {"Unit": "icu", "Identified Issue": "LIFT  broken."})[1] == []


def test_a_row_twice_is_two_issues_and_says_so(house: House) -> None:
    report, added = month(house, OPEN, OPEN)
    assert added.count("issue.listed") == 2
    assert report.findings.alike == (3,)
    assert month(house, OPEN, OPEN)[1] == []
    assert month(house, OPEN, OPEN, OPEN)[1].count("issue.listed") == 1


def test_an_owner_who_became_known_is_not_assigned_again(house: House) -> None:
    month(house, OPEN)
    (placeholder,) = (person for person in house.people.everyone() if not person.known)
    house.people.rename(placeholder.id, placeholder.name, "nurse@alder.example")
    assert month(house, OPEN)[1] == []
    house.people.add("nurse mgr", "another@alder.example")
    assert month(house, OPEN)[1] == []


def test_a_dry_run_says_what_would_happen_and_stores_nothing(house: House) -> None:
    before = (house.ledger.head(), house.people.everyone(), house.intake.rows.undecided())
    dry = imports(house, SAMPLE, dry=True)
    assert (house.ledger.head(), house.people.everyone(), house.intake.rows.undecided()) == before
    real = imports(house, SAMPLE)
    assert dry.dry
    for field in real.__struct_fields__:
        if field != "dry":
            assert getattr(dry, field) == getattr(real, field), field
    assert imports(house, SAMPLE, dry=True).commands == 0


def test_an_unknown_unit_is_offered_and_named_by_the_person(house: House) -> None:
    row = {"Unit": "Tower 3"}
    assert imports(house, log(row)).strange_units == {"Tower 3": 1}
    assert imports(house, log(row), Answers(units={"Tower 3": "4-west"})).added == 1
    assert imports(house, log({"Unit": "4 West"})).added == 0, "two names of one unit, one row"


def test_two_names_of_a_unit_are_one_unit(house: House) -> None:
    answers = Answers(dates="mdy", units={"4W": "4-west", "West 4": "4-west"})
    rows = [{"Unit": name, "Date opened": f"2025-01-0{day}"} for day, name in enumerate(("4W", "West 4", "4 west "), 1)]
    imports(house, log(*rows), answers)
    assert {issue.matter.unit for issue, _ in pairs(house)} == {"4-west"}


def test_an_answer_for_the_dates_decides_for_the_file(house: House) -> None:
    row = {"Date opened": "03/04/2025"}
    assert imports(house, log(row), Answers()).two_ways == 1
    assert imports(house, log(row), MDY).added == 1


def test_somebody_who_writes_meanwhile_costs_no_row(house: House) -> None:
    rows = [{"Identified Issue": f"Lift {n} broken", **(TOLD if n % 2 else OPEN)} for n in range(150)]

    def meddle(done: int, _: int) -> None:
        if done == 100 and len(names) < 2:
            names.append(operates(house, unit.Rename(name=f"ICU {len(names)}"), "unit-icu"))

    names: list[str] = []
    report = Import(house, MDY, dry=False, progress=meddle).run(log(*rows))
    assert (len(names), report.added, report.moved_on, report.rejects) == (2, 150, 0, ())
    assert standing(house) == [("Open", "Owed"), ("Closed", "no_reply")] * 75
    assert imports(house, log(*rows)).commands == 0
