"""The one store call: what is accepted, what is refused, and that each commit is judged alone."""

import pytest

from services.ledger.contract import Appended, Done, Ledger, Placed, Reused, Stale
from tests.ledger.making import AT, commit, draft, one, told
from tests.ledger.place import Place
from tests.ledger.soundness import flaws


def test_facts_land_one_after_the_other(ledger: Ledger, place: Place) -> None:
    answers = ledger.append([commit(draft("concern-a", 1), draft("concern-a", 2)), one("issue-b", at=AT + 5)])
    assert answers == [
        Appended((Placed(1, 1, AT), Placed(2, 2, AT))),
        Appended((Placed(3, 3, AT + 5),)),
    ]
    assert ledger.head() == (3, AT + 5)
    assert flaws(place) == []


def test_each_unit_counts_for_itself_and_the_hospital_not_at_all(ledger: Ledger, place: Place) -> None:
    units = ["4-west", "icu", None, "4-west"]
    (answer,) = ledger.append([commit(*(draft("unit-x", n, unit) for n, unit in enumerate(units, start=1)))])
    assert isinstance(answer, Appended)
    assert [placed.unit_seq for placed in answer.placed] == [1, 1, None, 2]
    (answer,) = ledger.append([commit(draft("unit-x", 5, "icu"))])
    assert answer == Appended((Placed(5, 2, AT),))
    assert flaws(place) == []


def test_said_twice_is_done_once(ledger: Ledger, place: Place) -> None:
    said = commit(draft("concern-a", 1), draft("concern-a", 2), command=told(1))
    assert isinstance(ledger.append([said])[0], Appended)
    assert ledger.append([said]) == [Done(1, 2)]
    assert ledger.done(told(1), b"one") == Done(1, 2)
    assert ledger.head() == (2, AT)
    assert flaws(place) == []


def test_said_twice_in_one_breath_is_done_once(ledger: Ledger) -> None:
    said = one("concern-a", command=told(1))
    assert ledger.append([said, said]) == [Appended((Placed(1, 1, AT),)), Done(1, 1)]


def test_a_command_id_with_other_content_is_refused(ledger: Ledger) -> None:
    ledger.append([one("concern-a", command=told(1))])
    assert ledger.append([one("concern-b", command=told(1), digest=b"other")]) == [Reused(told(1))]
    assert ledger.done(told(1), b"other") == Reused(told(1))
    assert ledger.done(told(2), b"one") is None
    assert ledger.head() == (1, AT)


def test_a_stale_stream_refuses_the_whole_commit(ledger: Ledger, place: Place) -> None:
    ledger.append([one("concern-a")])
    assert ledger.append([commit(draft("issue-b", 1), draft("concern-a", 1))]) == [Stale("concern-a", 0, 1)]
    assert list(ledger.streams("issue")) == []
    assert flaws(place) == []


def test_a_refused_command_may_be_decided_again_under_its_id(ledger: Ledger) -> None:
    ledger.append([one("concern-a")])
    assert ledger.append([one("concern-a", command=told(1))]) == [Stale("concern-a", 0, 1)]
    assert ledger.done(told(1), b"one") is None
    assert ledger.append([one("concern-a", 2, command=told(1))]) == [Appended((Placed(2, 2, AT),))]


def test_a_stream_that_was_only_read_must_not_have_moved(ledger: Ledger) -> None:
    ledger.append([one("barrier-a")])
    closing = commit(draft("issue-b", 1), expects={"issue-b": 0, "barrier-a": 0})
    assert ledger.append([closing]) == [Stale("barrier-a", 0, 1)]
    closing = commit(draft("issue-b", 1), expects={"issue-b": 0, "barrier-a": 1})
    assert isinstance(ledger.append([closing])[0], Appended)


def test_a_stream_said_to_be_further_than_it_is_is_stale(ledger: Ledger) -> None:
    assert ledger.append([one("concern-a", 3)]) == [Stale("concern-a", 2, 0)]


def test_a_stream_written_unread_is_asserted_by_its_first_draft(ledger: Ledger, place: Place) -> None:
    ledger.append([one("issue-b")])
    blind = commit(draft("concern-a", 1), draft("issue-b", 1), expects={"concern-a": 0})
    assert ledger.append([blind]) == [Stale("issue-b", 0, 1)]
    seeing = commit(draft("concern-a", 1), draft("issue-b", 2), draft("issue-b", 3), expects={"concern-a": 0})
    assert isinstance(ledger.append([seeing])[0], Appended)
    assert flaws(place) == []


def test_commits_of_one_call_see_each_other_and_are_judged_alone(ledger: Ledger, place: Place) -> None:
    known = one("concern-a", command=told(1))
    ledger.append([known])
    answers = ledger.append(
        [
            one("concern-a", 2),
            one("concern-a", 2),
            known,
            one("concern-a", 3),
            one("concern-c", command=told(1), digest=b"other"),
            commit(draft("concern-c", 1), draft("concern-a", 9)),
            one("concern-c"),
        ]
    )
    assert answers == [
        Appended((Placed(2, 2, AT),)),
        Stale("concern-a", 1, 2),
        Done(1, 1),
        Appended((Placed(3, 3, AT),)),
        Reused(told(1)),
        Stale("concern-a", 8, 3),
        Appended((Placed(4, 4, AT),)),
    ]
    assert flaws(place) == []


def test_at_never_falls_though_a_clock_may(ledger: Ledger, place: Place) -> None:
    ledger.append([one("concern-a", at=AT)])
    assert ledger.append([one("concern-a", 2, at=AT - 60_000_000)]) == [Appended((Placed(2, 2, AT),))]
    assert flaws(place) == []


def test_a_restarted_process_goes_on_where_the_last_one_stopped(place: Place) -> None:
    for version in range(1, 4):
        ledger = place.open()
        assert ledger.append([one("concern-a", version)]) == [Appended((Placed(version, version, AT),))]
        ledger.close()
    assert flaws(place) == []


def test_what_a_process_before_stored_is_known_though_it_was_taken_for_granted(place: Place) -> None:
    ledger = place.open()
    ledger.append([one("concern-a", command=told(1))])
    ledger.close()
    ledger = place.open()
    doubly_stale = commit(draft("concern-a", 1), expects={"concern-a": 0, "issue-a": 7})
    assert ledger.append([doubly_stale]) == [Stale("concern-a", 0, 1)]
    ledger.close()
    ledger = place.open()
    assert ledger.append([one("concern-b"), one("concern-a"), one("concern-c", command=told(1)), one("concern-d")]) == [
        Appended((Placed(2, 2, AT),)),
        Stale("concern-a", 0, 1),
        Done(1, 1),
        Appended((Placed(3, 3, AT),)),
    ]
    ledger.close()
    assert flaws(place) == []


def test_nothing_to_append_is_nothing(ledger: Ledger) -> None:
    assert ledger.append([]) == []
    assert ledger.head() == (0, 0)


def test_a_commit_that_contradicts_itself_cannot_be_made() -> None:
    """It would otherwise fail everybody's commit that is written in the same transaction."""
    with pytest.raises(ValueError, match="Version 1 of concern-a does not follow 1"):
        commit(draft("concern-a", 1), expects={"concern-a": 1})
    with pytest.raises(ValueError, match="Version 4 of concern-a does not follow 2"):
        commit(draft("concern-a", 2), draft("concern-a", 4))
    with pytest.raises(ValueError, match="nothing to append"):
        commit()


@pytest.mark.parametrize("beside", [0, 1], ids=["alone", "beside another"])
def test_alone_or_beside_another_a_command_is_judged_alike(ledger: Ledger, place: Place, beside: int) -> None:
    """A store may take a shorter way for a single event: nobody can tell which way it went."""
    others = [one(f"unit-{nth}") for nth in range(beside)]
    said = commit(draft("concern-a", 1, words=2), command=told(1), expects={"concern-a": 0, "issue-b": 0})
    read = commit(draft("concern-c", 1), command=told(2), expects={"concern-c": 0, "issue-b": 3})
    (placed, *_) = ledger.append([said, *others])
    assert placed == Appended((Placed(1, 1, AT),))
    assert ledger.append([said, *others])[0] == Done(1, 1)
    assert ledger.append([one("concern-a", 2, command=told(1), digest=b"other"), *others])[0] == Reused(told(1))
    assert ledger.append([one("concern-a", 4, command=told(3)), *others])[0] == Stale("concern-a", 3, 1)
    assert ledger.append([read, *others])[0] == Stale("issue-b", 3, 0)
    assert sorted(ledger.sealed([(1, "words-0"), (1, "words-1")])) == [(1, "words-0"), (1, "words-1")]
    assert flaws(place) == []
