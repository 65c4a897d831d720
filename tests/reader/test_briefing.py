"""What changed between two positions of the log, for whoever rounds next."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from projections.briefing_book import Book
from services.reader import briefing
from tests.reader.ward import LEADER, NURSE, PARTNER, Ward
from workflows.barrier import commands as barrier
from workflows.concern import commands as concern
from workflows.issue import commands as issue
from workflows.promise import commands as promise
from workflows.rounds import commands as rounds


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    ward = Ward(tmp_path)
    yield ward
    ward.house.close()


def walked(ward: Ward, day: int, colour: rounds.Colour = "executive") -> str:
    """Rounds on that day, who came among those who were there."""
    visit = ward.on_day(day).gives(rounds.Schedule(unit="4w", day=f"2025-03-{3 + day:02}"))
    ward.gives(rounds.Hold(colour=colour, attendees=(PARTNER,) if colour == "executive" else ()), visit)
    return visit


def opened(ward: Ward, as_of: str | None = None) -> Book:
    with ward.looks(as_of) as look:
        last = briefing.before(look, "4w", PARTNER)
        assert last is not None
        return briefing.since(look, "4w", PARTNER, briefing.position(look, last.stream))


def raised(ward: Ward, what: str) -> tuple[str, str]:
    voice = ward.gives(concern.Raise(unit="4w", what=what), by=NURSE)
    return voice, ward.gives(issue.List(unit="4w", title=what, from_concern=voice, owner=LEADER))


def test_only_what_came_after_the_visit_is_new_and_all_that_waits_is_there(ward: Ward) -> None:
    _, old = raised(ward, "Before")
    walked(ward, 2)
    voice, new = raised(ward.on_day(3), "After")
    ward.gives(concern.Raise(unit="4w", what="Thank you", kind="thanks"), by=NURSE)
    found = opened(ward)
    assert [one.stream for one in found.raised] == [voice]
    assert [one.stream for one in found.waiting] == [old, new]
    assert (found.thanks, found.answered, found.resolved) == (1, (), ())


def test_answered_resolved_heard_and_whose_answer_it_was(ward: Ward) -> None:
    voice, line = raised(ward, "The fax")
    other, _ = raised(ward, "The door")
    walked(ward, 2)
    ward.on_day(3).gives(issue.Resolve(evidence="Seen"), line)
    ward.gives(concern.Answer(answer="It is gone", outcome="done"), voice, by=PARTNER)
    ward.gives(concern.Deliver(how="in_person"), voice)
    ward.gives(concern.Answer(answer="Oiled", outcome="done"), other)
    found = opened(ward)
    assert {one.stream for one in found.answered} == {voice, other}
    assert [one.stream for one in found.resolved] == [line]
    assert (found.heard, found.heard_of_yours) == ((), 0)
    ward.gives(concern.SayHeard(), voice, by=NURSE)
    assert ([one.stream for one in opened(ward).heard], opened(ward).heard_of_yours) == ([voice], 1)
    walked(ward, 5)
    after = opened(ward)
    assert (after.answered, after.resolved, after.heard, after.heard_of_yours) == ((), (), (), 0)


def test_promises_that_moved_what_the_executive_promised_and_money(ward: Ward) -> None:
    _, line = raised(ward, "The lift")
    log = barrier.Log(unit="4w", what="No money", issues=(line,), holder=PARTNER, due="2025-03-20", money=980_000)
    stands = ward.gives(log)
    ward.gives(barrier.Accept(), stands, by=PARTNER)
    ask = promise.Make(unit="4w", kind="commitment", to="unit-4w", what="Slings", due="2025-03-12", holder=PARTNER)
    slings = ward.gives(ask, by=PARTNER)
    walked(ward, 2)
    still = opened(ward)
    assert (still.moved, still.kept) == ((), ())
    assert [one.stream for one in still.promised] == [slings, stands]
    assert [one.stream for one in still.money] == [stands]
    ward.on_day(4).gives(barrier.PromiseNewDate(due="2025-04-10", reason="Budget"), stands, by=PARTNER)
    ward.gives(promise.Keep(), slings, by=PARTNER)
    moved = opened(ward)
    assert [one.stream for one in moved.moved] == [stands]
    assert [one.stream for one in moved.promised] == [stands]
    assert [one.stream for one in moved.kept] == [slings]


def test_it_is_the_visit_the_executive_came_to_that_counts(ward: Ward) -> None:
    mine = walked(ward, 2)
    theirs = walked(ward, 4, "team")
    with ward.looks() as look:
        for executive, last in ((PARTNER, mine), ("person-somebody", theirs), (None, theirs)):
            found = briefing.before(look, "4w", executive)
            assert found is not None
            assert found.stream == last
        assert briefing.before(look, "icu", PARTNER) is None


def test_the_book_of_a_past_day_knows_nothing_of_later(ward: Ward) -> None:
    walked(ward, 2)
    voice, _ = raised(ward.on_day(3), "Then")
    raised(ward.on_day(6), "Later")
    assert [one.stream for one in opened(ward, "2025-03-07").raised] == [voice]
    assert len(opened(ward).raised) == 2
