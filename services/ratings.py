"""What those who rated said, once it is opened: how many said what, in whose words nobody can tell; and the figures beside it.

A sheet is its rater's own and no reader's (`clerk.rights`); it is opened here and nowhere else, for all at once, after the
ratings were opened on record, and what leaves this module are counts and words in the order of the alphabet.
"""

from collections.abc import Mapping
from typing import cast, get_args

from msgspec import Struct
from msgspec.structs import replace

from assessments.maturity import ComponentKey, Rating, Spread, spread
from assessments.rating import Rated, Sheet, sheet_of
from assessments.scorecard import FigureKey
from assessments.self_assessment.state import Opened
from projections.lives import Stint
from projections.self_assessments import AssessmentRow
from projections.share import Share
from services import clock
from services.house import House
from services.reader import quarters
from services.reader.position import Position
from workflows.kernel.moments import Day, Moment


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


class Asked(Struct, frozen=True, kw_only=True):
    """Who asks, and as of when: `day` is that of the hospital, `behind` what is not there for them."""

    at: Position
    on: Moment | None
    day: Day
    behind: frozenset[str]
    reads_respect: bool


def beside(house: House, one: Stint[AssessmentRow], asked: Asked) -> Mapping[FigureKey, Share]:
    """What is on record beside what was agreed: once it is published, as it was known at that position."""
    row = one.row
    if row.state == "published":
        day = clock.day_of(row.since, house.plate.zone)
        asked = replace(asked, at=Position(one.begun_by), on=None, day=day)
    return on_record(house, row.unit, asked)


def on_record(house: House, unit: str, asked: Asked) -> Mapping[FigureKey, Share]:
    """The figures of a unit, or ("") of the hospital, over the four quarters up to that day."""
    zone = house.plate.zone
    with house.views.look(asked.at, asked.on, asked.behind, unit or None) as look:
        looking = quarters.Looking(
            today=asked.day,
            terms=house.clerk.terms.now()[1].of(unit or None),
            day_of=lambda moment: clock.day_of(moment, zone),
            reads_respect=asked.reads_respect,
        )
        return quarters.beside(look, unit, looking)
