"""A self-assessment: who rates, and, once the ratings are open, how many said what and what was agreed."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from assessments.maturity import DOMAINS, ComponentKey, Domain, Rating, Stage, anchors, standing
from assessments.scorecard import Against, FigureKey, against, scorecard
from projections.lives import Stint
from projections.self_assessments import AssessmentRow, AssessmentState
from projections.share import Share
from services.api.shapes.words import Date, Text, Words
from services.ratings import Said


class Count(Struct, frozen=True):
    """So many said this."""

    rating: Rating
    count: int


class Dissent(Struct, frozen=True, kw_only=True):
    """Somebody sees it otherwise, in their own name."""

    rater: str
    rating: Rating
    why: Text


class Beside(Struct, frozen=True, kw_only=True):
    """A figure of the four quarters up to then, beside what was agreed; `against`: where the two lie apart, if that can be
    said (null: either says nothing)."""

    figure: FigureKey
    part: int
    whole: int
    against: Against | None


class Component(Struct, frozen=True, kw_only=True):
    """`rated`: how many said what; `range` in stages between them (null: sealed). `agreed` is null until it is; `met` are the
    criteria it follows from."""

    component: ComponentKey
    domain: Domain
    agreed: Rating | None
    met: tuple[str, ...]
    note: Text
    rated: tuple[Count, ...]
    range: int | None
    dissents: tuple[Dissent, ...]
    beside: tuple[Beside, ...]


class DomainStanding(Struct, frozen=True, kw_only=True):
    """The lowest of what could be assessed, and the middle: two stages where they differ. There is no mean of stages."""

    domain: Domain
    lowest: Stage | None
    middle: tuple[Stage, ...]
    assessed: int
    of: int


class Assessment(Struct, frozen=True, kw_only=True):
    """Of a unit, or (null) the hospital. `handed_in` of `raters` have; what one of them said is in no answer."""

    id: str
    unit: str | None
    state: AssessmentState
    raters: tuple[str, ...]
    facilitator: str
    closes: Date
    handed_in: int
    domains: tuple[DomainStanding, ...]
    components: tuple[Component, ...]


Figures = Mapping[FigureKey, Share]


def assessment(
    stint: Stint[AssessmentRow], said: Mapping[ComponentKey, Said], figures: Figures, words: Words
) -> Assessment:
    row, setting = stint.row, stint.row.setting
    return Assessment(
        id=stint.stream,
        unit=setting.unit,
        state=row.state,
        raters=setting.raters,
        facilitator=setting.facilitator,
        closes=setting.closes,
        handed_in=len(setting.handed),
        domains=tuple(_standing(row, domain) for domain in DOMAINS if domain in setting.domains and row.agreed),
        components=tuple(_component(row, key, said.get(key), figures, words) for key in setting.components),
    )


def _standing(row: AssessmentRow, domain: Domain) -> DomainStanding:
    found = standing(row.profile, anchors().of(domain))
    return DomainStanding(domain=domain, lowest=found.lowest, middle=found.middle, assessed=found.assessed, of=found.of)


def _component(row: AssessmentRow, key: ComponentKey, said: Said | None, figures: Figures, words: Words) -> Component:
    agreed = next((one for one in row.agreed if one.component == key), None)
    return Component(
        component=key,
        domain=anchors().components[key].domain,
        agreed=agreed.rating if agreed else None,
        met=agreed.met if agreed else (),
        note=words(agreed.note if agreed else None),
        rated=tuple(Count(one, count) for one, count in said.spread.counts.items() if count) if said else (),
        range=said.spread.range if said else None,
        dissents=tuple(_dissents(row, key, words)),
        beside=tuple(_beside(key, agreed.rating if agreed else None, figures)),
    )


def _beside(key: ComponentKey, agreed: Rating | None, figures: Figures) -> Iterator[Beside]:
    for figure in scorecard().beside.get(key, ()):
        if (share := figures.get(figure)) is not None:
            lies = against(agreed, share.part, share.whole) if agreed else None
            yield Beside(figure=figure, part=share.part, whole=share.whole, against=lies)


def _dissents(row: AssessmentRow, key: ComponentKey, words: Words) -> Iterator[Dissent]:
    for one in row.dissents:
        if one.component == key:
            yield Dissent(rater=one.rater, rating=one.rating, why=words(one.why))
