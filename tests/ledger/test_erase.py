"""Words leave the store, on request and for good; the facts stay."""

from services.ledger.contract import Done, Ledger, Reused
from tests.ledger.making import commit, draft
from tests.ledger.place import Place


def test_words_and_the_digest_of_their_command_go_and_all_else_stays(ledger: Ledger, place: Place) -> None:
    one = commit(draft("concern-a", 1, words=2), command="one", digest=b"d1")
    ledger.append([one, commit(draft("concern-b", 1), command="two", digest=b"d2")])
    before = ledger.entries(0, 10)
    assert ledger.leaves(1, 10) == [entry.leaf for entry in before[1:]]
    for _ in range(2):
        ledger.erase([(1, "words-0")])
    assert set(ledger.sealed([(1, "words-0"), (1, "words-1"), (2, "words-0")])) == {(1, "words-1"), (2, "words-0")}
    assert ledger.entries(0, 10) == before
    kept = {row[1]: row[3:] for row in place.tables()["sealed"] if row[0] == 1}
    assert kept["words-0"] == (None, None)
    assert ledger.done("one", b"d1") == Reused("one"), "it confirms no guess any more"
    assert ledger.done("two", b"d2") == Done(2, 2)
    assert ledger.append([commit(draft("concern-c", 1), command="three")])[0].last == 3  # type: ignore[union-attr]  # it is appended
