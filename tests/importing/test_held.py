"""Rows held back: nobody sees them but who may, and what enters is only what was decided."""

from pathlib import Path

from services.house import House
from services.importing import Answers, Import, held

ROOT = Path(__file__).parents[2]
LOG = ROOT / "tests" / "cases" / "tracking_log_2025.csv"


def _import(house: House) -> None:
    answers = Answers(dates="mdy")
    Import(house, answers, dry=False).run(LOG)


def _bytes(house: House) -> bytes:
    return b"".join(path.read_bytes() for path in house.directory.glob("ledger.sqlite*"))


def test_what_is_let_in_says_only_what_was_decided(house: House) -> None:
    _import(house)
    waiting = held.waiting(house)
    assert len(waiting) == 4
    named = next(row for row in waiting if "López" in row.what)
    head, _ = house.ledger.head()
    assert held.let_in(house, named.id, "Nobody explained the drain.", None) is None
    entered = [row[4] for row in house.ledger.rows(head, 100)]
    assert "issue.listed" in entered
    assert len(held.waiting(house)) == 3
    assert "López".encode() not in _bytes(house)


def test_a_decision_holds_for_the_next_copy_of_the_sheet(house: House) -> None:
    _import(house)
    first, *others = held.waiting(house)
    held.let_in(house, first.id, "Said in other words.", None)
    for row in others:
        held.leave_out(house, row.id)
    head = house.ledger.head()
    _import(house)
    assert house.ledger.head() == head
    assert held.waiting(house) == []


def test_a_row_that_was_decided_on_cannot_be_let_in_again(house: House) -> None:
    _import(house)
    first = held.waiting(house)[0]
    held.leave_out(house, first.id)
    refusal = held.let_in(house, first.id, "Again.", None)
    assert refusal is not None
    assert refusal.key == "unknown"
