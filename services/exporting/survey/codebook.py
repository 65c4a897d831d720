"""What was asked, variable by variable: words, values, which way round, which values count as positive."""

from collections.abc import Sequence

from msgspec import Struct

from assessments.campaign import Asking, Campaign
from assessments.disclosure import ORDINARY, SMALL, Limits
from assessments.instrument import Instrument, Item, Scale
from services.surveyed import Result


class Value(Struct, frozen=True):
    """`positive` as it counts for this variable, turned round where the variable is; `missing`: left out of every figure."""

    value: int
    label: str
    positive: bool
    missing: bool = False


class Variable(Struct, frozen=True, kw_only=True):
    """`shown_from`: with fewer answers nothing of it is told."""

    variable: str
    label: str
    topic: str
    scale: str
    values: tuple[Value, ...]
    reverse: bool
    respect: bool
    composites: tuple[str, ...]
    shown_from: int


class Codebook(Struct, frozen=True, kw_only=True):
    """Of one campaign: what it asked, by which rules its figures came about, of how many ballots."""

    campaign: str
    unit: str
    closed: str
    ballots: int | None
    ballots_digest: str | None
    instrument: str
    version: int
    instrument_digest: str
    title: str
    licence: str
    source: str
    validation: str
    scoring: str
    rules: tuple[str, ...]
    mode: str
    whole_from: int
    variables: tuple[Variable, ...]


MODES = {
    "open": "open: from a poster, without names; that one person answers once is not guaranteed",
    "confidential": "confidential: by a personal link; who answered is held apart from what was answered",
    "anonymous": "anonymous: by shuffled cards; each person could answer once, and nobody can tell which answer is whose",
}
HEAD = ("variable", "label", "topic", "scale", "values", "missing", "positive", "reverse", "composites", "shown_from")


def variables(instrument: Instrument, campaign: Asking) -> tuple[Variable, ...]:
    return tuple(_variable(instrument, campaign, item) for item in instrument.items)


def rows(found: Sequence[Variable]) -> list[tuple[str, ...]]:
    return [
        (
            one.variable,
            one.label,
            one.topic,
            one.scale,
            "; ".join(f"{value.value}={value.label}" for value in one.values if not value.missing),
            "; ".join(f"{value.value}={value.label}" for value in one.values if value.missing),
            " ".join(str(value.value) for value in one.values if value.positive),
            "yes" if one.reverse else "no",
            " ".join(one.composites),
            str(one.shown_from),
        )
        for one in found
    ]


def codebook(found: Result, stream: str, campaign: Campaign) -> Codebook:
    instrument, provenance = found.instrument, found.provenance
    assert provenance is not None
    first = instrument.languages[0].language
    return Codebook(
        campaign=stream,
        unit=campaign.unit,
        closed=campaign.closes,
        ballots=found.ballots,
        ballots_digest=campaign.digest,
        instrument=instrument.id,
        version=instrument.version,
        instrument_digest=instrument.digest,
        title=instrument.title[first],
        licence=f"{instrument.licence.name}: {instrument.licence.terms}",
        source=instrument.source,
        validation=instrument.validation.statement[first],
        scoring=provenance.scoring,
        rules=provenance.rules,
        mode=MODES[campaign.mode],
        whole_from=SMALL,
        variables=variables(instrument, campaign),
    )


def _variable(instrument: Instrument, campaign: Asking, item: Item) -> Variable:
    first, scale = instrument.languages[0].language, instrument.scale_of(item)
    limits = Limits(pulse=True, few=campaign.least < ORDINARY)
    away = [Value(scale.away.value, scale.away.text[first], positive=False, missing=True)] if scale.away else []
    values = [
        Value(one.value, one.text[first], positive=_turned(scale, item, one.value) in scale.positive)
        for one in scale.options
    ]
    return Variable(
        variable=item.id,
        label=item.text.get(first, ""),
        topic=item.topic,
        scale=scale.id,
        values=(*values, *away),
        reverse=item.reverse,
        respect=item.respect,
        composites=tuple(one.id for one in instrument.composites if item.id in one.items),
        shown_from=max(campaign.least, limits.least(respect=item.respect, whole_unit=True)),
    )


def _turned(scale: Scale, item: Item, value: int) -> int:
    return scale.least + scale.most - value if item.reverse else value
