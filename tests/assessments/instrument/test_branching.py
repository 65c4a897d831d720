"""Who is asked what, and which answers cannot be."""

import pytest

from assessments.instrument import Fault, asked, faults
from tests.assessments.tiny import document, instrument, item, when

VISITED = instrument(
    items=[
        item("came", "yes"),
        item("easy", enableWhen=[when("came")]),
        item("why-not", enableWhen=[when("easy", "<=", 2), when("came", "=", 0)], enableBehavior="any"),
        item("both", enableWhen=[when("easy", ">", 3), when("came", "!=", 0)], enableBehavior="all"),
        item("silent", enableWhen=[{"question": "came", "operator": "exists", "answerBoolean": False}]),
    ],
    composites=[],
)


@pytest.mark.parametrize(
    ("answers", "then_asked"),
    [
        ({}, "came silent"),
        ({"came": 0}, "came why-not"),
        ({"came": 1}, "came easy"),
        ({"came": 1, "easy": 2}, "came easy why-not"),
        ({"came": 1, "easy": 4}, "came easy both"),
        ({"came": 1, "easy": 9}, "came easy"),
        ({"came": 0, "easy": 5}, "came why-not"),
    ],
    ids=["nothing yet", "no visit", "visit", "hard", "easy", "does not apply", "an answer left over from before"],
)
def test_who_is_asked_what(answers: dict[str, int], then_asked: str) -> None:
    assert " ".join(one.id for one in asked(VISITED, answers)) == then_asked


def test_a_ballot_that_may_be_counted() -> None:
    assert faults(VISITED, {"came": 1, "easy": 9}) == ()
    assert faults(VISITED, {}) == ()


def test_answers_that_cannot_be() -> None:
    assert faults(VISITED, {"came": 0, "easy": 4, "age": 40, "why-not": 6}) == (
        Fault("unknown", "age", 40),
        Fault("not_asked", "easy", 4),
        Fault("out_of_range", "why-not", 6),
    )


def test_a_long_chain_of_conditions_is_followed_to_its_end() -> None:
    chain = [item("i0"), *(item(f"i{n}", enableWhen=[when(f"i{n - 1}")]) for n in range(1, 300))]
    long = instrument(**{**document(), "items": chain, "composites": []})
    assert len(asked(long, {f"i{n}": 1 for n in range(300)})) == 300
