"""What those who rated said, once it is opened: how many said what, in whose words nobody can tell.

A sheet is its rater's own and no reader's (`clerk.rights`); it is opened here and nowhere else, for all at once, after the
ratings were opened on record, and what leaves this module are counts and words in the order of the alphabet.
"""

from collections.abc import Mapping
from typing import cast, get_args

from msgspec import Struct

from assessments.maturity import ComponentKey, Rating, Spread, spread
from assessments.rating import Rated, Sheet, sheet_of
from assessments.self_assessment.state import Opened
from services.house import House


class Said(Struct, frozen=True, kw_only=True):
    """Of one component: how they lie apart, why, and what shows it (ids of records)."""

    spread: Spread
    why: tuple[str, ...]
    evidence: tuple[str, ...]


class Own(Struct, frozen=True, kw_only=True):
    """What somebody said of one component themselves."""

    rating: Rating
    why: str
    evidence: tuple[str, ...]


def opened(house: House, assessment: str) -> Mapping[ComponentKey, Said]:
    """By component, of all who handed in; nothing as long as the ratings are sealed."""
    state = house.clerk.memory.get(assessment).state
    if not isinstance(state, Opened):
        return {}
    sheets = [_read(house, _sheet(house, assessment, rater)) for rater in state.setting.handed]
    return {key: _said([sheet[key] for sheet in sheets if key in sheet]) for key in state.setting.components}


def own(house: House, assessment: str, rater: str) -> Mapping[ComponentKey, Own]:
    """What this person said, for nobody but them."""
    return _read(house, _sheet(house, assessment, rater))


def _sheet(house: House, assessment: str, rater: str) -> tuple[Rated, ...]:
    sheet = house.clerk.memory.get(sheet_of(assessment, rater)).state
    return sheet.ratings if isinstance(sheet, Sheet) else ()


def _read(house: House, ratings: tuple[Rated, ...]) -> Mapping[ComponentKey, Own]:
    """Without what was erased."""
    refs = [ref for one in ratings for ref in (one.stage, one.why, one.evidence) if ref is not None]
    words = house.door.open(refs, lambda _: True)
    return {
        one.component: Own(
            rating=cast(Rating, words[one.stage]),
            why=words.get(one.why, "") if one.why else "",
            evidence=tuple(words.get(one.evidence, "").split()) if one.evidence else (),
        )
        for one in ratings
        if words.get(one.stage) in get_args(Rating)
    }


def _said(some: list[Own]) -> Said:
    return Said(
        spread=spread([one.rating for one in some]),
        why=tuple(sorted(one.why for one in some if one.why)),
        evidence=tuple(sorted({name for one in some for name in one.evidence})),
    )
