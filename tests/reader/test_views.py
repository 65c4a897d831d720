"""What pages are answered: now, as it was known, as it was that day; a story on real nouns."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from projections.answers import SHELVES
from services.reader.answers import Board, IssuePage
from services.reader.rebuild import rebuild
from services.reader.views import Look
from tests.reader.ward import LEADER, NURSE, PARTNER, PHARMACY, Ward
from workflows import waiver
from workflows.barrier import commands as barrier
from workflows.concern import commands as concern
from workflows.issue import commands as issue
from workflows.kernel.moments import DAY, moment_of
from workflows.promise import commands as promise
from workflows.rounds import commands as rounds

START = moment_of("2025-03-03")


class Lift(NamedTuple):
    """One lift for two units: two voices, an issue in each unit, one barrier for both."""

    ward: Ward
    voice: str
    issue: str
    other: str
    barrier: str


@pytest.fixture
def lift(tmp_path: Path) -> Iterator[Lift]:
    ward = Ward(tmp_path)
    voice = ward.gives(concern.Raise(unit="4w", what="One lift for three units"), by=NURSE)
    mine = ward.on_day(1).gives(issue.List(unit="4w", title="One lift", from_concern=voice, owner=LEADER))
    other = ward.gives(issue.List(unit="icu", title="No lift at night"))
    log = barrier.Log(unit="4w", what="No second lift", issues=(mine, other), holder=PARTNER, due="2025-03-20")
    stands = ward.on_day(2).gives(log)
    ward.on_day(4).gives(barrier.Accept(), stands, by=PARTNER)
    waits = barrier.WaitOn(whom=PHARMACY, until="2025-04-01", reason="They have the budget")
    ward.on_day(10).gives(waits, stands, by=PARTNER)
    later = barrier.PromiseNewDate(due="2025-04-10", reason="Budget in April")
    ward.on_day(12).gives(later, stands, by=PARTNER)
    yield Lift(ward, voice, mine, other, stands)
    ward.house.close()


def board(lift: Lift, as_of: str | None = None, on: str | None = None, unit: str = "4w") -> Board:
    with lift.ward.looks(as_of, on) as look:
        return look.board(unit)


def page(look: Look, stream: str) -> IssuePage:
    found = look.issue(stream)
    assert found is not None
    return found


def day(moment: int | None) -> int | None:
    return None if moment is None else (moment - START) // DAY


def test_a_board_says_what_is_open_whose_desk_it_is_on_and_since_when(lift: Lift) -> None:
    (line,) = board(lift).open
    assert line.issue.row.matter.number == line.issue.row.title.seq
    assert (line.issue.row.state, line.barriers[0].row.state) == ("open", "working")
    assert line.desk is not None
    held = line.desk.row
    assert (held.holder, held.owes, held.waiting_on, day(held.since)) == (PARTNER, "remove", PHARMACY, 4)
    assert (held.first_due, held.due) == ("2025-03-20", "2025-04-10")
    assert [stint.stream for stint in line.voices] == [lift.voice]


def test_another_unit_sees_the_same_barrier_on_its_own_issue(lift: Lift) -> None:
    (line,) = board(lift, unit="icu").open
    assert [stint.stream for stint in line.barriers] == [lift.barrier]
    with lift.ward.looks() as look:
        assert [stint.stream for stint in page(look, lift.issue).alike] == [lift.other]
        assert [stint.stream for stint in look.barriers(holder=PARTNER)] == [lift.barrier]
        assert [stint.stream for stint in look.barriers(unit="icu")] == []


def test_as_it_was_known_on_a_past_day(lift: Lift) -> None:
    (line,) = board(lift, as_of="2025-03-08").open
    assert line.desk is not None
    assert (line.desk.row.holder, line.desk.row.waiting_on, line.desk.row.due) == (PARTNER, None, "2025-03-20")
    (before,) = board(lift, as_of="2025-03-04").open
    assert (before.barriers, before.desk and before.desk.row.holder) == ((), LEADER)


def test_what_was_not_known_yet_is_not_shown_and_the_page_says_why(lift: Lift) -> None:
    early = board(lift, as_of="2025-03-02")
    assert (early.open, early.unit, early.at) == ((), None, 0)
    assert day(early.nothing_before) == 0
    assert board(lift).nothing_before is None
    with lift.ward.looks(as_of="2025-03-03") as look:
        assert look.issue(lift.issue) is None


def test_as_it_was_on_a_past_day_by_what_is_known_now(lift: Lift) -> None:
    """Recorded on day 13: the pharmacy was waited for since day 6 already."""
    ward = lift.ward.on_day(13)
    ward.gives(barrier.Resume(), lift.barrier, by=PARTNER, occurred="2025-03-16T12:00Z")
    with ward.looks(on="2025-03-14") as look:
        (held,) = [stint for stint in look.board("4w").owed if stint.stream == lift.barrier]
        assert held.row.waiting_on == PHARMACY
    (line,) = board(lift).open
    assert line.desk is not None
    assert line.desk.row.waiting_on is None
    assert board(lift, on="2025-03-02").open == ()


def test_a_late_entry_splits_what_is_told_of_the_past_but_not_what_was_known_then(lift: Lift) -> None:
    ward = lift.ward.on_day(20)
    assigned = barrier.Assign(holder=PHARMACY, due="2025-04-20")
    ward.gives(assigned, lift.barrier, by=PARTNER, occurred="2025-03-11T12:00Z")
    with ward.looks(on="2025-03-12") as look:
        (now_known,) = [stint for stint in look.board("4w").owed if stint.stream == lift.barrier]
    with ward.looks(as_of="2025-03-20", on="2025-03-12") as look:
        (then_known,) = [stint for stint in look.board("4w").owed if stint.stream == lift.barrier]
    assert (now_known.row.holder, then_known.row.holder) == (PHARMACY, PARTNER)
    assert rebuild(ward.house.reader).same


def test_the_stints_of_an_issue_tell_who_held_it_and_why_it_moved(lift: Lift) -> None:
    with lift.ward.looks() as look:
        held = [stint for stint in page(look, lift.issue).held if stint.stream == lift.barrier]
    told = [(s.row.holder, s.row.owes, s.row.waiting_on, day(s.began), day(s.ended), s.row.event) for s in held]
    assert told == [
        (PARTNER, "accept", None, 2, 4, "barrier.logged"),
        (PARTNER, "remove", None, 4, 10, "barrier.accepted"),
        (PARTNER, "remove", PHARMACY, 10, 12, "barrier.waited_on"),
        (PARTNER, "remove", PHARMACY, 12, None, "barrier.new_date_promised"),
    ]
    assert [s.row.due for s in held][2:] == ["2025-03-20", "2025-04-10"]
    assert all(earlier.ended_by == later.begun_by for earlier, later in pairwise(held))


def test_a_desk_says_what_i_owe_to_whom_by_when(lift: Lift) -> None:
    with lift.ward.looks() as look:
        (owing,) = look.desk([PARTNER])
        assert (owing.held.row.owes, owing.held.row.to, owing.held.row.due) == ("remove", "unit-4w", "2025-04-10")
        assert owing.about is not None
        assert owing.about.stream == lift.barrier
        due = [(one.held.row.owes, one.held.row.due) for one in look.due("2025-04-04")]
        assert due == sorted(due, key=lambda pair: pair[1] or "")
        assert {owes for owes, _ in due} == {"answer", "resolve"}
        assert {one.held.stream for one in look.due("2025-05-01", "icu")} == {lift.other}


def test_voices_are_counted_side_by_side_and_silence_is_not_hidden(lift: Lift) -> None:
    ward = lift.ward.on_day(14)
    ward.gives(concern.Answer(answer="A second lift comes", outcome="done"), lift.voice)
    ward.gives(concern.Raise(unit="4w", what="Thank you for the lift", kind="thanks"), by=NURSE)
    with ward.looks() as look:
        counts = look.counts(["4w", "icu"])
        assert {shelf: n for shelf, n in counts["4w"].items() if n} == {"answered": 1, "noted": 1}
        assert dict(counts["icu"]) == dict.fromkeys(SHELVES, 0)
        (mine,) = look.said([lift.voice])
        assert mine.row.answer is not None
        assert mine.row.answer.outcome == "done"
    with ward.looks(as_of="2025-03-10") as look:
        assert look.counts(["4w"])["4w"]["owed"] == 1
    with ward.looks(on="2025-03-10") as look:
        assert look.counts(["4w"])["4w"]["owed"] == 1


def test_a_moved_issue_leaves_one_board_and_arrives_on_another(lift: Lift) -> None:
    ward = lift.ward.on_day(15)
    fresh = ward.gives(issue.List(unit="4w", title="Heparin looks alike"))
    ward.on_day(16).gives(issue.Move(unit="icu"), fresh)
    assert fresh not in [line.issue.stream for line in board(lift).open]
    assert fresh in [line.issue.stream for line in board(lift, unit="icu").open]
    assert fresh in [line.issue.stream for line in board(lift, on="2025-03-18").open]
    assert fresh not in [line.issue.stream for line in board(lift, on="2025-03-18", unit="icu").open]


def test_rounds_promises_and_waivers_stand_on_the_board(lift: Lift) -> None:
    ward = lift.ward.on_day(16)
    visit = ward.gives(rounds.Schedule(unit="4w", day="2025-03-25", partner=PARTNER))
    made = ward.gives(promise.Make(unit="4w", kind="ask", to=PARTNER, what="$9,800", due="2025-04-01", holder=PARTNER))
    ward.gives(waiver.Grant(rule="rounds.monthly", reason="Flood", unit="4w"))
    shown = board(lift)
    assert [stint.stream for stint in shown.rounds] == [visit]
    assert [stint.stream for stint in shown.promises] == [made]
    assert [stint.row.waived.rule for stint in shown.waivers] == ["rounds.monthly"]
    assert {stint.row.owes for stint in shown.owed} >= {"hold", "keep"}
    ward.gives(rounds.SayNotHeld(reason="unit_emergency"), visit)
    with ward.looks() as look:
        found = look.visit(visit)
        assert found is not None
        assert (found.row.state, found.row.reason) == ("not_held", "unit_emergency")
        assert [stint.row.slug for stint in look.units()] == ["", "4w", "icu"]
        assert look.units()[1].row.in_role("executive_partner") == (PARTNER,)
