"""A key that was put right scores the same ballots a second time, and what stands side by side then tells of no few."""

from random import Random

import pytest

from assessments.disclosure import WHOLE, Tally
from assessments.rescoring import Keys, changed, is_corrected, told_anew
from tests.assessments import tiny
from tests.assessments.disclosure.test_settling import holds

LEAST = 10


def test_only_the_key_may_be_another() -> None:
    asked = tiny.instrument()
    turned = tiny.instrument(version=2, items=[tiny.item("a"), tiny.item("b"), tiny.item("c")])
    assert is_corrected(asked, turned)
    (keys,) = changed(asked, turned)
    assert (keys.item, keys.before, keys.now) == ("c", frozenset({1, 2}), frozenset({4, 5}))
    assert not is_corrected(turned, asked), "nor by an older one"
    assert not is_corrected(asked, tiny.instrument(version=2)), "nothing was put right"
    reworded = [tiny.item("a"), tiny.item("b"), {**tiny.item("c"), "text": {"en": "Others"}}]
    assert not is_corrected(asked, tiny.instrument(version=2, items=reworded)), "other words are another question"


def test_a_new_series_is_told_where_the_old_was_and_nothing_of_a_few_follows_from_both() -> None:
    keys = Keys("c", frozenset(range(1, 6)), frozenset({1, 2}), frozenset({4, 5}))
    many = [{"c": 1}] * 12 + [{"c": 3}] * 9 + [{"c": 5}] * 14
    assert told_anew(keys, {"0": many}, frozenset({WHOLE}), LEAST) == {WHOLE: Tally(35, 14)}
    small = [{"c": 1}] * 6 + [{"c": 5}] * 8
    assert told_anew(keys, {"0": small}, frozenset({WHOLE}), LEAST) == {}, "that nobody said 'neither' would follow"
    assert told_anew(keys, {"0": many}, frozenset(), LEAST) == {}, "what was held back stays held back"


@pytest.mark.heavy
def test_over_random_waves_whatever_follows_from_both_keys_is_settled(full: bool) -> None:
    chance, told_apart = Random(20_261_133), 0
    keys = Keys("c", frozenset(range(1, 6)), frozenset({1, 2}), frozenset({4, 5}))
    for _ in range(2_000 if full else 200):
        numbers = [chance.choice([6, 11, 14, 22, 40]) for _ in range(chance.randint(1, 4))]
        groups = {f"g{at}": [{"c": chance.choice((1, 2, 3, 4, 5))} for _ in range(n)] for at, n in enumerate(numbers)}
        told = frozenset({WHOLE, *groups})
        found = frozenset(told_anew(keys, groups, told, LEAST))
        told_apart += len(found) > 1
        for cell in keys.cells:
            tallies = {name: Tally(len(some), sum(one["c"] in cell for one in some)) for name, some in groups.items()}
            holds(tallies, found)
    assert told_apart > 20
