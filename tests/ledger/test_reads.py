"""What a ledger gives back."""

from services.ledger.contract import Ledger
from tests.ledger.making import AT, commit, draft, one


def told(ledger: Ledger) -> None:
    """Six facts: a concern of three, an issue, a barrier without a unit, a second issue; ten µs between commits."""
    concern = commit(draft("concern-a", 1), draft("concern-a", 2), draft("concern-a", 3, words=2))
    later = [commit(draft("issue-z", 1, "icu"), at=AT + 10), commit(draft("barrier-b", 1, None), at=AT + 20)]
    ledger.append([concern, *later, one("issue-a", at=AT + 30)])


def test_rows_come_in_order_between_two_positions(ledger: Ledger) -> None:
    told(ledger)
    assert [row[0] for row in ledger.rows(0, 100)] == [1, 2, 3, 4, 5, 6]
    assert [row[0] for row in ledger.rows(2, 2)] == [3, 4]
    assert [row[0] for row in ledger.rows(2, 100, upto=5)] == [3, 4, 5]
    assert ledger.rows(6, 100) == []


def test_a_row_holds_what_was_drafted(ledger: Ledger) -> None:
    told(ledger)
    fourth, fifth = draft("issue-z", 1), draft("barrier-b", 1)
    assert ledger.rows(3, 2) == [
        (4, "icu", 1, AT + 10, "issue.raised", 1, fourth.head, fourth.body),
        (5, None, None, AT + 20, "barrier.raised", 1, fifth.head, fifth.body),
    ]


def test_a_stream_is_read_from_a_version_and_up_to_a_position(ledger: Ledger) -> None:
    told(ledger)
    assert [row[0] for row in ledger.stream_rows("concern-a")] == [1, 2, 3]
    assert [row[0] for row in ledger.stream_rows("concern-a", after=1)] == [2, 3]
    assert [row[0] for row in ledger.stream_rows("concern-a", upto=2)] == [1, 2]
    assert ledger.stream_rows("concern-b") == []


def test_several_streams_are_read_at_once_in_the_order_of_the_log(ledger: Ledger) -> None:
    told(ledger)
    assert [row[0] for row in ledger.rows_of(["issue-a", "concern-a", "concern-b"])] == sorted(
        row[0] for stream in ("issue-a", "concern-a") for row in ledger.stream_rows(stream)
    )
    assert ledger.rows_of([]) == []


def test_a_unit_is_read_from_a_place_in_it_and_up_to_a_position(ledger: Ledger) -> None:
    told(ledger)
    assert [row[0] for row in ledger.unit_rows("4-west", 0, 100)] == [1, 2, 3, 6]
    assert [row[0] for row in ledger.unit_rows("4-west", 1, 2)] == [2, 3]
    assert [row[0] for row in ledger.unit_rows("4-west", 0, 100, upto=5)] == [1, 2, 3]
    assert ledger.unit_rows("nowhere", 0, 100) == []


def test_streams_of_a_noun_come_in_the_order_they_began(ledger: Ledger) -> None:
    told(ledger)
    assert list(ledger.streams("issue")) == ["issue-z", "issue-a"]
    assert list(ledger.streams("iss")) == []


def test_the_last_position_by_a_moment(ledger: Ledger) -> None:
    assert ledger.last_seq_by(AT) == 0
    told(ledger)
    moments = [AT - 1, AT, AT + 9, AT + 10, AT + 25, AT + 30, AT + 10**12]
    assert [ledger.last_seq_by(moment) for moment in moments] == [0, 3, 3, 4, 5, 6, 6]


def test_sealed_texts_come_with_the_place_they_are_bound_to(ledger: Ledger) -> None:
    told(ledger)
    wanted = [(3, "words-1"), (1, "words-0"), (3, "nothing"), (99, "words-0")]
    assert ledger.sealed(wanted) == {
        (3, "words-1"): ("concern-a", 3, "key-concern-a", b"\x01" * 32, b"concern-a 3"),
        (1, "words-0"): ("concern-a", 1, "key-concern-a", b"\x00" * 32, b"concern-a 1"),
    }
    assert ledger.sealed([]) == {}


def test_the_facts_of_each_unit_are_counted(ledger: Ledger) -> None:
    told(ledger)
    assert ledger.units() == (6, {"4-west": 4, "icu": 1})


def test_an_empty_ledger_says_so(ledger: Ledger) -> None:
    assert ledger.head() == (0, 0)
    assert ledger.units() == (0, {})
    assert ledger.rows(0, 10) == []
