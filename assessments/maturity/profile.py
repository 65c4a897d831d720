"""The rules of maturity. Stages have an order and no distance, so there are lowest, middle and spread, and never a mean."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Literal, get_args

from msgspec import Struct

Stage = Literal["beginning", "developing", "advancing", "approaching"]
STAGES: tuple[Stage, ...] = get_args(Stage)
NOT_ASSESSABLE: Literal["not_assessable"] = "not_assessable"
Rating = Literal["beginning", "developing", "advancing", "approaching", "not_assessable"]
"""A study could place only nine of fourteen components: not being able to say is an answer."""
Domain = Literal["leadership", "culture", "improvement"]
DOMAINS: tuple[Domain, ...] = get_args(Domain)
ComponentKey = Literal[
    "board",
    "executive",
    "physicians",
    "strategy",
    "measures",
    "technology",
    "trust",
    "accountability",
    "unsafe_conditions",
    "strengthening",
    "assessment",
    "methods",
    "training",
    "spread",
]
"""The same in every version of the anchors, so that what was rated once can be compared for ever."""

Profile = Mapping[str, Rating]
"""What was agreed, by component; one that was not spoken of is missing."""

WIDE = 2
"""Raters who lie so many stages apart have not seen the same house."""


def reached(criteria: Mapping[Stage, Collection[str]], met: Collection[str]) -> Stage:
    """The highest stage for which all is so that it and every stage before it ask for."""
    found: Stage = "beginning"
    for stage in STAGES:
        if not set(criteria.get(stage, ())) <= set(met):
            break
        found = stage
    return found


class Standing(Struct, frozen=True, kw_only=True):
    """Of a domain: `lowest` of what could be assessed (None: nothing), its `middle`, the two in the middle where they differ;
    how many components were `assessed`, of how many."""

    lowest: Stage | None
    middle: tuple[Stage, ...]
    assessed: int
    of: int


def standing(profile: Profile, components: Collection[str]) -> Standing:
    found = _stages(profile.get(key) for key in components)
    return Standing(lowest=found[0] if found else None, middle=median(found), assessed=len(found), of=len(components))


def median(ratings: Iterable[Rating]) -> tuple[Stage, ...]:
    """The stage in the middle; of an even number the two there, unless they are one. Between two stages lies none."""
    found = _stages(ratings)
    if not found:
        return ()
    lower, upper = found[(len(found) - 1) // 2], found[len(found) // 2]
    return (lower,) if lower == upper else (lower, upper)


def overall(profile: Profile, components: Collection[str]) -> Stage | None:
    """A whole is approaching when every part of it is; of anything else there is no overall stage."""
    there = bool(components) and all(profile.get(key) == "approaching" for key in components)
    return "approaching" if there else None


class Spread(Struct, frozen=True, kw_only=True):
    """How raters lie apart on one component: how many said what, and the stages between which they lie."""

    counts: Mapping[Rating, int]
    lowest: Stage | None
    highest: Stage | None

    @property
    def range(self) -> int:
        """In stages; 0 where all say the same."""
        return STAGES.index(self.highest) - STAGES.index(self.lowest) if self.lowest and self.highest else 0

    @property
    def is_wide(self) -> bool:
        return self.range >= WIDE


def spread(ratings: Collection[Rating]) -> Spread:
    said, found = Counter(ratings), _stages(ratings)
    every: tuple[Rating, ...] = (*STAGES, NOT_ASSESSABLE)
    return Spread(
        counts={one: said[one] for one in every},
        lowest=found[0] if found else None,
        highest=found[-1] if found else None,
    )


def steps(before: Rating | None, after: Rating | None) -> int | None:
    """How many stages it moved; None where either time nobody could say."""
    then, now = _stages([before]), _stages([after])
    return STAGES.index(now[0]) - STAGES.index(then[0]) if then and now else None


def _stages(ratings: Iterable[Rating | None]) -> list[Stage]:
    """Those that are stages, in their order."""
    said = list(ratings)
    return [stage for stage in STAGES for one in said if one == stage]
