"""The index is held against the plain way: reading every text."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from services.search.folding import Term, folded, meets
from services.search.index import Index

WORDS = st.sampled_from(["gel", "gels", "gelatine", "pump", "pumps", "ot", "12", "café"])
TEXTS = st.lists(WORDS, max_size=4).map(" ".join)
STREAMS = st.sampled_from([f"issue-{n}" for n in range(6)])
STEPS = st.lists(st.one_of(st.tuples(st.just("add"), STREAMS, TEXTS), st.tuples(st.just("drop"), STREAMS, st.just(""))))


@given(STEPS, st.lists(WORDS, min_size=1, max_size=2))
def test_it_finds_what_a_reader_of_everything_would(steps: list[tuple[str, str, str]], asked: list[str]) -> None:
    index, said = Index(), dict[str, set[str]]()
    for step, stream, text in steps:
        if step == "add":
            index.place(stream, "icu")
            index.add(stream, folded(text))
            said.setdefault(stream, set()).update(folded(text))
        elif stream in said:
            index.drop(stream)
            said[stream] = set()
    terms = [frozenset(folded(one)) for one in asked]
    assert [stream for _, stream, _ in index.find(terms)] == _read(said, terms)


def _read(said: Mapping[str, set[str]], terms: list[Term]) -> list[str]:
    """In the order in which they first came, the last first."""
    found = [
        stream
        for stream, words in said.items()
        if all(any(meets(one, word) for one in term for word in words) for term in terms)
    ]
    return found[::-1]


def test_it_goes_on_where_it_ended() -> None:
    index = Index()
    for n in range(5):
        index.place(f"issue-{n}", None)
        index.add(f"issue-{n}", ["gel"])
    first = list(index.find([frozenset({"gel"})]))
    assert [number for number, _, _ in first] == [4, 3, 2, 1, 0]
    assert list(index.find([frozenset({"gel"})], 2)) == first[3:]


def test_what_is_dropped_leaves_no_word_behind() -> None:
    index = Index()
    for stream, word in (("issue-1", "gel"), ("issue-2", "gonzalez"), ("issue-1", "pump"), ("issue-2", "gel")):
        index.place(stream, None)
        index.add(stream, [word])
    index.drop("issue-2")
    assert "gonzalez" not in repr(vars(index))
    assert [stream for _, stream, _ in index.find([frozenset({"gel"})])] == ["issue-1"]


def test_a_record_that_moves_stands_where_it_moved() -> None:
    index = Index()
    index.place("issue-1", "icu")
    index.add("issue-1", ["gel"])
    index.place("issue-1", "4-west")
    assert list(index.find([frozenset({"gel"})])) == [(0, "issue-1", "4-west")]
