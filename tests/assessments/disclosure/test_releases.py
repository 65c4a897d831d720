"""A cell is shown if, and only if, nothing about fewer people follows from it and all that was shown before."""

from random import Random
from typing import Any

import pytest

from assessments.disclosure import Cell, Releases, Withheld, opened, published, released
from tests.assessments.disclosure.solver import exposed
from tests.assessments.vectors import case


def cell(*parts: str) -> Cell:
    return frozenset(parts)


def shown(before: Releases, *cells: Cell) -> Releases:
    for one in cells:
        after = released(before, one)
        assert isinstance(after, Releases), after
        before = after
    return before


THREE = {"4 West": 12, "ICU": 11, "Sleep lab": 6}
HOSPITAL = cell(*THREE)


def test_a_small_unit_is_not_shown_and_hears_where_its_voice_went() -> None:
    told = shown(opened(THREE, 10), HOSPITAL)
    assert released(told, cell("Sleep lab")) == Withheld("too_few", HOSPITAL)


def test_what_remains_of_a_whole_guards_its_smallest_part() -> None:
    told = shown(opened(THREE, 10), HOSPITAL, cell("4 West"))
    assert released(told, cell("ICU")) == Withheld("would_isolate", HOSPITAL)


def test_without_the_whole_both_large_units_may_be_shown() -> None:
    told = shown(opened(THREE, 10), cell("4 West"), cell("ICU"))
    assert released(told, HOSPITAL) == Withheld("would_isolate", None)


def test_the_same_cell_again_is_no_more_than_before() -> None:
    told = shown(opened(THREE, 10), HOSPITAL)
    assert shown(told, HOSPITAL).rows == told.rows


def test_a_cell_that_follows_from_others_is_no_more_than_before() -> None:
    told = shown(opened({"a": 12, "b": 15}, 10), cell("a"), cell("b"))
    assert shown(told, cell("a", "b")).rows == told.rows


def test_two_cuts_together_may_not_leave_a_few() -> None:
    crossed = {"4 West nurse": 14, "4 West doctor": 3, "ICU nurse": 12, "ICU doctor": 9}
    west, icu = cell("4 West nurse", "4 West doctor"), cell("ICU nurse", "ICU doctor")
    told = shown(opened(crossed, 10), west, icu, cell("4 West doctor", "ICU doctor"))
    assert released(told, cell("4 West nurse")) == Withheld("would_isolate", west)
    assert released(told, cell("ICU nurse")) == Withheld("would_isolate", icu)


def test_how_far_two_small_groups_lie_apart_is_told_of_them_alone() -> None:
    told = shown(opened({"a": 4, "b": 4, "rest": 30}, 10), cell("a", "rest"))
    assert released(told, cell("b", "rest")) == Withheld("would_isolate", None)


def test_nobody_answered() -> None:
    assert released(opened({}, 10), cell("4 West")) == Withheld("too_few", None)
    assert released(opened({"4 West": 0}, 10), cell("4 West")) == Withheld("too_few", None)


def test_a_part_nobody_knows_holds_nobody() -> None:
    assert released(opened(THREE, 10), cell("Pharmacy")) == Withheld("too_few", None)


@case("suppressed")
def test_as_published(case: dict[str, Any]) -> None:
    cells = {"X": frozenset(case["people"]), "A": cell("A"), "B": cell("B")}
    found = published(opened(case["people"], case["least"]), cells).withheld
    assert [name for name in cells if found[name] is None] == case["shown"]


def campaign(chance: Random) -> tuple[dict[str, int], list[Cell]]:
    """A few parts, some of them tiny, and cells as anybody might ask for them: nested, crossing, and beside the point."""
    parts = [f"p{n}" for n in range(chance.randint(1, 8))]
    people = {part: chance.choice([0, 1, 2, 3, 5, 8, 12, 20]) for part in parts}
    return people, [frozenset(chance.sample(parts, chance.randint(1, len(parts)))) for _ in range(chance.randint(1, 8))]


@pytest.mark.heavy
def test_over_random_campaigns_the_answer_is_the_independent_solvers(full: bool) -> None:
    """Never a cell too many, and never one too few."""
    chance = Random(20_261_127)
    asked = refused = 0
    for _ in range(10_000 if full else 300):
        people, cells = campaign(chance)
        told = opened(people, least := chance.choice([5, 10, 20]))
        out: list[Cell] = []
        for one in cells:
            met = sum(people[part] for part in one)
            result = released(told, one)
            singled_out = exposed(people, [*out, one], least)
            asked += 1
            if isinstance(result, Withheld):
                refused += 1
                assert result.why == ("too_few" if met < least else "would_isolate")
                assert met < least or singled_out, f"{people} {out} {one}: refused for nothing"
            else:
                assert met >= least
                assert singled_out is None, f"{people} {out} {one}: {singled_out} can be worked out"
                told, out = result, [*out, one]
    assert refused > asked / 10, "the campaigns ask for what must be refused, too"
