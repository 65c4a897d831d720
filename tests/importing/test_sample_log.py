"""The sample log of a year, read by eye: what became of every row of it."""

import json
from collections import defaultdict
from typing import Any

import pytest

from services.house import House
from services.importing import Answers
from tests.importing.ward import imports, pairs, said, state_of
from tests.laws.tree import TOP
from workflows.concern.state import Ended, Owed
from workflows.issue.state import Closed, Declined, Resolved

CASES = TOP / "tests" / "cases"
READ = json.loads((CASES / "tracking_log_2025.expected.json").read_text(encoding="utf-8"))
ENTERED = json.loads((CASES / "tracking_log_2025.entered.json").read_text(encoding="utf-8"))
ROWS = [dict(zip(READ["fields"], row, strict=True)) for row in READ["rows"]]
BOTH = pytest.mark.parametrize("kind", ["csv", "xlsx"])
ALIASES = Answers(dates="mdy", units={"4W": "4-west", "Intensive Care": "icu", "ED": "emergency"})


def describe(house: House, issue: Any, voice: Any) -> str:
    """Where a row has come to, in the words of the expectation."""
    match issue, voice:
        case Closed(), Ended(how="no_reply", as_the_sheet_says=True):
            return "closed without a reply, as the sheet says"
        case Resolved(evidence=None), Owed(so_far=None):
            return "resolved, answer owed"
        case Declined(reason=None), Owed(so_far=None):
            return "declined, reason owed, answer owed"
        case Declined(reason=None), Ended(how="no_reply", as_the_sheet_says=True):
            return "declined, reason owed, told"
        case _:
            what = "waits for a barrier" if blocked(house, issue) else "open"
            told = voice.so_far is not None and voice.brought is not None
            return f"{what}, told how far it is" if told else f"{what}, answer owed"


def blocked(house: House, issue: Any) -> bool:
    return any(type(state_of(house, one)).__name__ == "Offered" for one in issue.matter.barriers)


@BOTH
def test_every_row_comes_to_stand_where_the_sheet_leaves_it(house: House, kind: str) -> None:
    report = imports(house, CASES / f"tracking_log_2025.{kind}", ALIASES)
    found = defaultdict(list)
    for row, (issue, voice) in zip(ROWS, pairs(house), strict=True):
        found[describe(house, issue, voice)].append(row["number"])
    assert found == {name: rows for name, rows in ENTERED.items() if name in found}
    assert sum(map(len, found.values())) == report.rows == report.added == 72


@BOTH
def test_what_does_not_enter_is_held_or_comes_back(house: House, kind: str) -> None:
    report = imports(house, CASES / f"tracking_log_2025.{kind}", ALIASES)
    assert [reject.number for reject in report.rejects] == ENTERED["rejects"]
    assert report.held == len(house.intake.rows.undecided()) == len(ENTERED["held"])
    assert {held.unit for held in house.intake.rows.undecided()} == {"icu", "4-west", "emergency"}
    assert list(report.findings.alike) == ENTERED["exact copy of an earlier row"]
    assert list(report.placeholders) == ENTERED["placeholders"]
    assert report.strange_units == {"5 North": 1}


def test_columns_become_what_they_mean(house: House) -> None:
    imports(house, CASES / "tracking_log_2025.csv", ALIASES)
    names = {person.id: person.name for person in house.people.everyone()}
    for row, (issue, voice) in zip(ROWS, pairs(house), strict=True):
        matter = issue.matter
        owner = names[matter.owner] if matter.owner else None
        assert (matter.unit, owner, matter.rank) == (row["unit"], (row["owners"] or [None])[0], row["priority"])
        assert row["due"] in (None, matter.due)
        assert (voice.voice.speaker, voice.voice.source) == ("unknown", "import")


def test_the_happened_day_is_the_sheets_and_the_recorded_one_today(house: House) -> None:
    imports(house, CASES / "tracking_log_2025.csv", ALIASES)
    begun = [house.clerk.mapper.fact(row) for row in house.ledger.rows(0, 1_000) if row[4] == "issue.listed"]
    assert [fact.head.occurred for fact in begun] == [row["opened"] for row in ROWS]
    assert {fact.head.via for fact in begun} == {"import"}


def test_the_executive_named_holds_the_barrier(house: House) -> None:
    imports(house, CASES / "tracking_log_2025.csv", ALIASES)
    barriers = [state_of(house, stream).obstacle for stream in house.ledger.streams("barrier")]
    waiting = [row for row in ROWS if row["status"] == "waiting"]
    assert len(barriers) == len(waiting) == 6
    for barrier, row in zip(barriers, waiting, strict=True):
        role = (row["executive"] or "").lower().replace(" ", "-")
        assert barrier.holder == (f"role-{role}" if role else "role-cno")
        assert said(house, barrier.what).endswith(f" – as the sheet says: {row['status_note']}")


def test_a_formula_is_a_text(house: House) -> None:
    imports(house, CASES / "tracking_log_2025.csv", ALIASES)
    words = [said(house, issue.matter.title) for issue, _ in pairs(house)]
    assert '=HYPERLINK("http://example.invalid","see")' in words


def test_what_is_never_said_is_never_assumed(house: House) -> None:
    """Nobody was heard, nothing has evidence, no reason is made up."""
    imports(house, CASES / "tracking_log_2025.csv", ALIASES)
    rows = [house.clerk.mapper.fact(row) for row in house.ledger.rows(0, 1_000)]
    assert "concern.heard" not in {fact.event.NAME for fact in rows}
    assert {getattr(fact.event, "evidence", "") for fact in rows if fact.event.NAME == "issue.resolved"} == {None}
    assert {getattr(fact.event, "reason", "") for fact in rows if fact.event.NAME == "issue.declined"} == {None}
