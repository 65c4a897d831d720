"""Which groups stand beside the whole is settled so that nothing of a few follows, tried with every answer there can be."""

from collections.abc import Mapping, Sequence
from itertools import product
from random import Random

import pytest

from assessments.disclosure import WHOLE, Tally, settled, share_shown
from tests.assessments.disclosure.solver import exposed

LEAST = 10


def test_a_unit_is_held_back_with_the_one_where_too_few_answered() -> None:
    found = settled({"4 West": Tally(31, 20), "ICU": Tally(22, 9), "Sleep Lab": Tally(6, 4)}, LEAST)
    assert found == {WHOLE, "4 West"}


def test_where_enough_answered_everywhere_all_is_told() -> None:
    assert settled({"a": Tally(31, 20), "b": Tally(12, 5)}, LEAST) == {WHOLE, "a", "b"}


def test_all_of_a_small_unit_cannot_be_worked_out_from_the_others() -> None:
    """All of the ICU agreed: 'at least 92 %'. The hospital less the other two would say that it is all of them."""
    tallies = {"4 West": Tally(31, 20), "ICU": Tally(12, 12), "Emergency": Tally(24, 9)}
    assert settled(tallies, LEAST) == {WHOLE, "4 West", "ICU"}


def test_two_ends_give_each_other_away_and_neither_is_told() -> None:
    """Of 12 + 14 thirteen agreed: that can only be all of one and one of the other."""
    assert settled({"a": Tally(12, 12), "b": Tally(14, 1)}, LEAST) == {WHOLE}
    assert settled({"a": Tally(12, 12), "b": Tally(14, 0)}, LEAST) == {WHOLE, "a", "b"}


def test_of_respect_twenty_must_have_answered() -> None:
    assert settled({"a": Tally(31, 20), "b": Tally(12, 5), "c": Tally(11, 5)}, 20) == {WHOLE, "a"}


@pytest.mark.heavy
def test_over_random_waves_nothing_of_a_few_can_be_worked_out(full: bool) -> None:
    chance = Random(20_261_128)
    ends = held_back = 0
    for _ in range(10_000 if full else 500):
        tallies = {f"g{number}": _tally(chance) for number in range(chance.randint(1, 5))}
        told = settled(tallies, LEAST)
        ends += sum(tallies[name].is_end for name in told - {WHOLE})
        held_back += len(tallies) - len(told - {WHOLE})
        holds(tallies, told)
    assert ends > 500 / 10
    assert held_back > 500 / 10


def _tally(chance: Random) -> Tally:
    n = chance.choice([0, 3, 7, 10, 11, 12, 15, 22, 30, 34])
    agreed = (0, 1, n - 1, n, chance.randint(0, n)) if n else (0,)
    return Tally(n, chance.choice(agreed))


def holds(tallies: Mapping[str, Tally], told: frozenset[str]) -> None:
    """No sum of what is told is of a few, and no answers that fit it are alone in saying what nearly all of a few said."""
    people = {name: one.n for name, one in tallies.items()}
    everybody = frozenset(people)
    cells = [everybody if name == WHOLE else frozenset({name}) for name in told]
    assert all(sum(people[part] for part in cell) >= LEAST for cell in cells)
    assert exposed(people, cells, LEAST) is None, tallies
    if WHOLE not in told:
        return
    whole = Tally(sum(people.values()), sum(one.positive for one in tallies.values()))
    fits = _fitting(tallies, told, whole)
    for name in told - {WHOLE}:
        if tallies[name].is_end:
            assert len(fits[name]) > 1, f"{name} can be worked out: {tallies} {told}"


def _fitting(tallies: Mapping[str, Tally], told: frozenset[str], whole: Tally) -> Mapping[str, set[int]]:
    """For each group, how many can have agreed, by trying every answer there can be that fits all that is told."""
    could = {name: _could(one, name in told) for name, one in tallies.items()}
    known = [name for name in tallies if len(could[name]) <= 2]
    unknown = sum(tallies[name].n for name in tallies if name not in known)
    totals = set(_could(whole, is_told=True))
    found: dict[str, set[int]] = {name: set() for name in tallies}
    for guess in product(*(could[name] for name in known)):
        if any(0 <= total - sum(guess) <= unknown for total in totals):
            for name, one in zip(known, guess, strict=True):
                found[name].add(one)
    return found


def _could(one: Tally, is_told: bool) -> Sequence[int]:
    shown = share_shown(one.positive, one.n) if one.n else None
    if shown is None or (is_told and not shown.bound):
        return (one.positive,)
    if not is_told:
        return range(one.n + 1)
    return (0, 1) if shown.bound == "at_most" else (one.n - 1, one.n)
