"""Scores come out as worked out by hand, whatever was answered; order, names and gaps do not move them."""

from collections.abc import Sequence
from math import isnan
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.agreement import Icc, NotComputable, uniform
from assessments.instrument import Answers, Instrument
from assessments.scoring import (
    Cut,
    Scores,
    answered,
    composite_share,
    composite_shift,
    marks,
    rounded_rate,
    score,
    straight_lined,
    tabulated,
    verdict,
)
from assessments.scoring.persons import enough
from tests.assessments import oracle
from tests.assessments.tiny import instrument, item

COMPOSITES = [{"id": "all", "title": {"en": "All"}, "items": ["a", "b", "c", "d"]}]
TINY = instrument(
    items=[item("a"), item("b"), item("c", reverse=True), item("d")], composites=COMPOSITES, missing="half/1"
)
COMPOSITE = TINY.composites[0]

answer = st.sampled_from([1, 2, 3, 4, 5, 9])
ballot = st.dictionaries(st.sampled_from("abcd"), answer)
wave = st.lists(st.tuples(st.integers(0, 2), ballot), min_size=1, max_size=30)


def scored(people: Sequence[tuple[int, Answers]], units: int = 3, of: Instrument = TINY) -> Scores:
    where = np.array([unit for unit, _ in people], np.int32)
    return score(of, tabulated(of, [answers for _, answers in people]), Cut(where, units), "ballots")


def same(one: float, other: float | None) -> bool:
    return isnan(one) if other is None else one == pytest.approx(other, abs=1e-9)


@given(wave)
def test_scores_come_out_as_worked_out_by_hand(people: list[tuple[int, Answers]]) -> None:
    found, least = scored(people), enough("half/1", 4)
    for unit in range(3):
        here = [answers for at, answers in people if at == unit]
        for one in found.items(unit):
            assert same(one.percent, oracle.percent(TINY, one.item, here))
            assert sum(one.falls) == one.n == len(oracle.valid(TINY, one.item, here))
        told = found.composites(unit)[0]
        scores = oracle.persons(TINY, COMPOSITE, here, least)
        assert told.n == len(scores)
        assert same(told.mean, sum(scores) / len(scores) if scores else None)
        assert same(told.sd, oracle.spread_of(scores))
        assert same(told.percent, oracle.composite_percent(TINY, COMPOSITE, here))
        assert same(told.agreement, oracle.agreement(TINY, COMPOSITE, here, uniform(5)))
        assert same(told.strict, oracle.agreement(TINY, COMPOSITE, here, 1.34))


@given(wave)
def test_reliability_and_units_come_out_as_worked_out_by_hand(people: list[tuple[int, Answers]]) -> None:
    found = scored(people).by_composite[0]
    by_hand = oracle.alpha(TINY, COMPOSITE, [answers for _, answers in people])
    assert isinstance(found.alpha, NotComputable) if by_hand is None else found.alpha == pytest.approx(by_hand)
    groups = [oracle.persons(TINY, COMPOSITE, [a for at, a in people if at == unit], 2) for unit in range(3)]
    pair = oracle.icc(groups)
    if pair is None:
        assert isinstance(found.icc, NotComputable)
    else:
        assert isinstance(found.icc, Icc)
        assert (found.icc.one, found.icc.two) == pytest.approx(pair, abs=1e-9)


def told(found: Scores, units: list[int]) -> str:
    """Everything that is shown of these units, in their order, as far as ten digits say it."""
    rounded = [
        [(one.n, one.falls, round(one.percent, 10), round(one.low, 10)) for one in found.items(unit)]
        + [tuple(round(getattr(one, name), 10) for name in one.__struct_fields__[1:]) for one in found.composites(unit)]
        for unit in units
    ]
    return repr(rounded)


@given(wave, st.randoms(use_true_random=False))
def test_the_order_people_stand_in_moves_nothing(people: list[tuple[int, Answers]], chance: Random) -> None:
    assert told(scored(chance.sample(people, len(people))), [0, 1, 2]) == told(scored(people), [0, 1, 2])


@given(wave, st.permutations([0, 1, 2]))
def test_what_units_are_called_moves_nothing(people: list[tuple[int, Answers]], named: list[int]) -> None:
    renamed = scored([(named[unit], answers) for unit, answers in people])
    assert told(renamed, named) == told(scored(people), [0, 1, 2])


@given(wave)
def test_an_item_worded_the_other_way_and_answered_so_scores_the_same(people: list[tuple[int, Answers]]) -> None:
    straight = instrument(items=[item("a"), item("b"), item("c"), item("d")], composites=COMPOSITES, missing="half/1")
    turned = [(unit, {k: 6 - v if k == "c" and v != 9 else v for k, v in answers.items()}) for unit, answers in people]
    theirs, ours = scored(turned, of=straight), scored(people)
    for unit in range(3):
        assert repr(theirs.composites(unit)) == repr(ours.composites(unit))
        assert [repr(one.percent) for one in theirs.items(unit)] == [repr(one.percent) for one in ours.items(unit)]


@given(wave, st.integers(1, 5))
def test_people_who_answered_nothing_move_nothing(people: list[tuple[int, Answers]], silent: int) -> None:
    nothing: list[tuple[int, Answers]] = [(1, {}), (2, {"a": 9})] * silent
    assert told(scored(people + nothing), [0, 1, 2]) == told(scored(people), [0, 1, 2])
    assert int(answered(tabulated(TINY, [answers for _, answers in nothing])).sum()) == 0


def test_where_a_score_comes_from() -> None:
    found = scored([(0, {"a": 5})]).provenance
    assert (found.instrument, found.version, found.instrument_digest) == ("tiny", 1, TINY.digest)
    assert found.scoring == "scoring/1"
    assert "missing: half/1" in found.rules
    assert found.ballots == "ballots"


def test_an_empty_unit_has_no_scores() -> None:
    empty = scored([(0, {"a": 5, "b": 4})]).composites(2)[0]
    assert empty.n == 0
    assert all(isnan(one) for one in (empty.percent, empty.mean, empty.sd, empty.agreement, empty.pomp))


def test_one_person_has_a_mean_and_nothing_more() -> None:
    one = scored([(0, {"a": 5, "b": 4})]).composites(0)[0]
    assert (one.n, one.mean) == (1, 4.5)
    assert all(isnan(value) for value in (one.sd, one.low, one.high, one.agreement))


def test_of_identical_answers_nothing_can_be_said_that_needs_a_difference() -> None:
    found = scored([(unit, dict.fromkeys("abd", 4) | {"c": 2}) for unit in range(3) for _ in range(5)])
    kept = found.by_composite[0]
    assert (kept.alpha, kept.omega) == (NotComputable("no_spread"), NotComputable("no_spread"))
    assert kept.icc == NotComputable("no_spread")
    assert list(kept.agreement) == [1.0, 1.0, 1.0]


def test_nobody_at_all() -> None:
    found = score(TINY, tabulated(TINY, []), Cut.everybody(0), "ballots")
    assert found.n.tolist() == [0]
    assert found.by_composite[0].alpha == NotComputable("too_few_people")


def test_a_composite_of_many_items_takes_no_more_room_than_its_people() -> None:
    names = [f"i{n}" for n in range(300)]
    wide = instrument(
        items=[item(name) for name in names], composites=[{"id": "c", "title": {"en": "C"}, "items": names}]
    )
    people: list[tuple[int, Answers]] = [(0, dict.fromkeys(names, 5)), (1_999, dict.fromkeys(names[:100], 2))]
    found = scored(people, units=2_000, of=wide)
    assert [found.composites(unit)[0].mean for unit in (0, 1_999)] == [5.0, 2.0]


def test_who_answered_everything_alike_is_noted() -> None:
    long = instrument(items=[item(name, reverse=name == "e") for name in "abcde"], composites=[])
    people = [dict.fromkeys("abcde", 3), dict.fromkeys("abcd", 3), {}]
    assert straight_lined(long, tabulated(long, people)).tolist() == [True, False, False]


def people_of(seed: int, n: int, lean: float = 0.6) -> list[Answers]:
    chance = Random(seed)
    return [{name: 5 if chance.random() < lean else 2 for name in "abd"} | {"c": 1} for _ in range(n)]


def test_the_bounds_of_a_composite_hold_and_are_the_same_in_any_order() -> None:
    people = people_of(1, 60)
    told = [marks(TINY, COMPOSITE, tabulated(TINY, some)) for some in (people, people[::-1])]
    share, low, high = composite_share(told[0], seed=7)
    assert composite_share(told[1], seed=7) == (share, low, high)
    assert low < share < high
    assert composite_share(told[0], seed=8) != (share, low, high)


def test_the_bounds_of_a_composite_are_about_as_wide_as_theory_says() -> None:
    people = people_of(2, 400)
    _, low, high = composite_share(marks(TINY, COMPOSITE, tabulated(TINY, people)), seed=7)
    expected = 1.96 * (3 * 0.6 * 0.4) ** 0.5 / 4 / 400**0.5  # three independent items of four vary
    assert (high - low) / 2 == pytest.approx(expected, rel=0.15)


def test_a_wave_that_fell() -> None:
    now, before = (marks(TINY, COMPOSITE, tabulated(TINY, people_of(3, 80, lean))) for lean in (0.4, 0.8))
    difference, low, high = composite_shift(now, before, seed=7)
    assert verdict(100 * difference, 100 * low, 100 * high) == "fell"


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ((6.0, 1.0, 11.0), "rose"),
        ((-6.0, -11.0, -1.0), "fell"),
        ((3.0, 1.0, 5.0), "too_small_to_matter"),
        ((6.0, -1.0, 13.0), "not_distinguishable"),
        ((6.0, float("nan"), float("nan")), "not_computable"),
    ],
)
def test_when_a_change_is_called_one(said: tuple[float, float, float], then: str) -> None:
    assert verdict(*said) == then


def test_while_a_campaign_runs_no_single_ballot_shows() -> None:
    assert [rounded_rate(n, 40, 0, least=10) for n in (9, 10, 12, 14)] == [None, 25, 30, 35]
    assert rounded_rate(0, 0, 0, least=10) is None
