"""How far an organisation has come: stages have an order and no distance, so nothing is ever averaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assessments import maturity
from assessments.maturity import DOMAINS, LANGUAGES, NOT_ASSESSABLE, STAGES, Rating, Stage, anchors

KEYS = tuple(anchors().components)
RATINGS: tuple[Rating, ...] = (*STAGES, NOT_ASSESSABLE)
BOARD = anchors().components["board"]
CRITERIA = {stage: BOARD.criteria(stage) for stage in STAGES}


def met(*stages: Stage) -> set[str]:
    """All that these stages of the board ask for."""
    return {key for stage in stages for key in BOARD.criteria(stage)}


def test_fourteen_components_stand_in_three_domains_leadership_first() -> None:
    counts = {domain: len(anchors().of(domain)) for domain in DOMAINS}
    assert counts == {"leadership": 6, "culture": 5, "improvement": 3}
    assert tuple(key for domain in DOMAINS for key in anchors().of(domain)) == KEYS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_parts_each_in_words_of_its_own(language: str) -> None:
    """Key by key, so that a rating by one is a rating by the other; no word is left in the first language."""
    said, first = anchors(language), anchors()
    assert said.language == language
    assert said.version == first.version
    assert tuple(said.components) == KEYS
    for key, component in said.components.items():
        assert component.domain == first.components[key].domain
        assert tuple(component.asked) == tuple(first.components[key].asked)
        here = {component.title, component.asks, component.beginning, *component.asked.values()}
        there = first.components[key]
        assert language == "en" or not here & {there.title, there.asks, there.beginning, *there.asked.values()}


def test_no_two_criteria_share_their_key_or_their_words() -> None:
    words = [one for component in anchors().components.values() for one in component.asked.values()]
    assert len(words) == len(set(words))
    assert all(component.criteria(stage) for component in anchors().components.values() for stage in STAGES[1:])


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ((), "beginning"),
        (("developing",), "developing"),
        (("developing", "advancing"), "advancing"),
        (("developing", "approaching"), "developing"),
        (("advancing", "approaching"), "beginning"),
        (("developing", "advancing", "approaching"), "approaching"),
    ],
)
def test_a_stage_is_reached_when_all_is_so_that_it_and_those_before_ask_for(
    said: tuple[Stage, ...], stage: Stage
) -> None:
    assert maturity.reached(CRITERIA, met(*said)) == stage


def test_half_of_what_a_stage_asks_for_does_not_reach_it() -> None:
    assert maturity.reached(CRITERIA, {"developing.agenda"}) == "beginning"


@given(some.sets(some.sampled_from(sorted(BOARD.asked))), some.sampled_from(sorted(BOARD.asked)))
def test_more_evidence_never_lowers_a_stage(before: set[str], more: str) -> None:
    then, now = maturity.reached(CRITERIA, before), maturity.reached(CRITERIA, before | {more})
    assert STAGES.index(then) <= STAGES.index(now)


@pytest.mark.parametrize(
    ("ratings", "middle"),
    [
        ((), ()),
        ((NOT_ASSESSABLE,), ()),
        (("advancing",), ("advancing",)),
        (("beginning", "approaching"), ("beginning", "approaching")),
        (("beginning", "developing", "developing", "approaching"), ("developing",)),
        (("beginning", "developing", NOT_ASSESSABLE, "advancing"), ("developing",)),
    ],
)
def test_the_middle_of_an_even_number_is_two_stages_unless_they_are_one(
    ratings: tuple[Rating, ...], middle: tuple[Stage, ...]
) -> None:
    assert maturity.median(ratings) == middle


@given(some.lists(some.sampled_from(RATINGS), min_size=1))
def test_the_order_of_raters_changes_nothing(ratings: list[Rating]) -> None:
    turned = list(reversed(ratings))
    assert maturity.median(ratings) == maturity.median(turned)
    assert maturity.spread(ratings) == maturity.spread(turned)
    assert sum(maturity.spread(ratings).counts.values()) == len(ratings)


def test_a_domain_has_its_lowest_and_its_middle_and_says_what_could_not_be_assessed() -> None:
    profile: maturity.Profile = {"methods": "approaching", "training": "beginning", "spread": NOT_ASSESSABLE}
    found = maturity.standing(profile, anchors().of("improvement"))
    assert found.lowest == "beginning"
    assert found.middle == ("beginning", "approaching")
    assert (found.assessed, found.of) == (2, 3)
    nothing = maturity.standing({}, anchors().of("culture"))
    assert (nothing.lowest, nothing.middle, nothing.assessed) == (None, (), 0)


@pytest.mark.parametrize("other", [*STAGES[:-1], NOT_ASSESSABLE])
def test_the_whole_is_approaching_only_when_all_fourteen_are(other: Rating) -> None:
    whole: dict[str, Rating] = dict.fromkeys(KEYS, "approaching")
    assert maturity.overall(whole, KEYS) == "approaching"
    assert maturity.overall({**whole, "trust": other}, KEYS) is None
    assert maturity.overall({key: one for key, one in whole.items() if key != "board"}, KEYS) is None
    assert maturity.overall({}, ()) is None


@pytest.mark.parametrize(
    ("ratings", "range_", "wide"),
    [
        (("developing", "developing"), 0, False),
        (("developing", "advancing"), 1, False),
        (("developing", "approaching"), 2, True),
        (("beginning", NOT_ASSESSABLE, "approaching"), 3, True),
        ((NOT_ASSESSABLE, NOT_ASSESSABLE), 0, False),
        ((), 0, False),
    ],
)
def test_raters_who_lie_two_stages_apart_are_flagged(ratings: tuple[Rating, ...], range_: int, wide: bool) -> None:
    found = maturity.spread(ratings)
    assert (found.range, found.is_wide) == (range_, wide)


def test_what_nobody_could_assess_has_not_moved() -> None:
    assert maturity.steps("developing", "approaching") == 2
    assert maturity.steps("advancing", "developing") == -1
    assert maturity.steps(NOT_ASSESSABLE, "developing") is None
    assert maturity.steps("developing", None) is None
