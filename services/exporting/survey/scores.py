"""The figures of a survey as rows, as the page tells them and no finer."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from assessments.instrument import Instrument
from services.exporting.survey.codebook import Variable
from services.surveyed import Said, Scaled

HEAD = ("variable", "n", "percent_positive", "low", "high", "bound", "told")
ANSWERS = ("variable", "value", "label", "positive", "count")
SCALES = (
    "scale",
    "label",
    "n",
    "mean_0_to_100",
    "low",
    "high",
    "bound",
    "told",
    "percent_positive",
    "positive_low",
    "positive_high",
    "agreement",
    "agreement_strict",
)
TOO_FEW, BOUND, WHOLE = "too few answered", "a bound", "as it is"


class Score(Struct, frozen=True, kw_only=True):
    """`n` and all else are null where too few answered. `bound`: the share is no more (at_most) or no less (at_least) than
    that. `low` and `high` are Wilson's, 95 %, in percent."""

    variable: str
    n: int | None
    percent_positive: int | None
    low: int | None
    high: int | None
    bound: str
    told: str


def scores(items: Sequence[Said]) -> tuple[Score, ...]:
    return tuple(
        Score(
            variable=one.item.id,
            n=one.n,
            percent_positive=one.percent,
            low=one.low,
            high=one.high,
            bound=one.bound,
            told=TOO_FEW if one.percent is None else BOUND if one.bound else WHOLE,
        )
        for one in items
    )


def rows(found: Sequence[Score]) -> list[tuple[str, ...]]:
    """Empty cells where there is no figure: R reads them as NA."""
    return [
        (one.variable, *map(cell, (one.n, one.percent_positive, one.low, one.high)), one.bound, one.told)
        for one in found
    ]


def answers(items: Sequence[Said], variables: Sequence[Variable]) -> list[tuple[str, ...]]:
    """How answers fall, of those items of which that is told."""
    known: Mapping[str, Variable] = {one.variable: one for one in variables}
    return [
        (one.item.id, str(value.value), value.label, "1" if value.positive else "0", str(count))
        for one in items
        for value, count in zip(
            (value for value in known[one.item.id].values if not value.missing), one.falls, strict=False
        )
    ]


def scales(found: Sequence[Scaled], instrument: Instrument) -> list[tuple[str | float | None, ...]]:
    """The means of scales from 0 to 100, with 95 % bounds (Student), as the page tells them; None where there is no figure."""
    first = instrument.languages[0].language
    return [_scale(one, one.composite.title.get(first, "")) for one in found]


def _scale(one: Scaled, label: str) -> tuple[str | float | None, ...]:
    if one.mean is None or one.sure is None:
        return one.composite.id, label, None, None, None, None, "", TOO_FEW, *(None,) * 5
    told = BOUND if one.bound else WHOLE
    positive = (one.share.percent, one.share.low, one.share.high) if one.share else (None,) * 3
    alike = (None if rwg is None else round(rwg, 2) for rwg in (one.agreement, one.strict))
    shares = (None if share is None else round(share) for share in positive)
    return one.composite.id, label, one.n, round(one.mean), *one.sure, one.bound, told, *shares, *alike


def cell(figure: float | str | None) -> str:
    """Empty where there is none."""
    return "" if figure is None else str(figure)
