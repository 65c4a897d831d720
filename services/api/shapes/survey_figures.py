"""What a survey found, in figures: items, scales, positions, and what was scored again."""

from collections.abc import Sequence

from msgspec import Struct

from assessments.campaign.positions import TOGETHER
from assessments.disclosure import Bound
from assessments.instrument import Instrument
from services.surveyed import Held, Said, Scaled


class Item(Struct, frozen=True, kw_only=True):
    """Of `n` answers `percent` were positive; `low` and `high` bound it (Wilson, 95 %). All null where too few answered.

    In a small group all and nobody are told as a `bound`: the share is no more (`at_most`) or no less (`at_least`) than that;
    and `falls`, how the answers fall, is empty.
    """

    item: str
    text: str
    n: int | None
    percent: int | None
    low: int | None
    high: int | None
    bound: Bound
    falls: tuple[int, ...]


class Scale(Struct, frozen=True, kw_only=True):
    """The `mean` of the scores of `n` people, from 0 to 100, and how far they lie apart; null where too few answered. `bound`:
    it is no more, or no less, than that. `percent`: the plain mean of its items' shares of positive answers, between `low` and
    `high`; `agreement`: r_wg(j) of its people against even answers, `strict` against slightly skewed ones; all null where one
    of its items is not told to the point. `agree`: the percent of people at 75 or more, of instruments scored so."""

    scale: str
    text: str
    n: int | None
    mean: float | None
    sd: float | None
    bound: Bound
    percent: float | None
    low: float | None
    high: float | None
    agreement: float | None
    strict: float | None
    agree: int | None
    agree_bound: Bound


class Position(Struct, frozen=True, kw_only=True):
    """Those who hold these `positions`, which too few hold to be told apart: of `units`, where that is told."""

    positions: tuple[str, ...]
    units: tuple[str, ...]
    eligible: int
    ballots: int
    rate: int | None
    items: tuple[Item, ...]


class Anew(Struct, frozen=True, kw_only=True):
    """The items of which `version` put the key right, as the same ballots are scored by it: a new series beside the old."""

    version: int
    items: tuple[Item, ...]


def items(items: Sequence[Said]) -> tuple[Item, ...]:
    return tuple(
        Item(
            item=one.item.id,
            text=one.item.text.get("en", ""),
            n=one.n,
            percent=one.percent,
            low=one.low,
            high=one.high,
            bound=one.bound,
            falls=one.falls,
        )
        for one in items
    )


def scales(some: Sequence[Scaled]) -> tuple[Scale, ...]:
    return tuple(
        Scale(
            scale=one.composite.id,
            text=one.composite.title.get("en", ""),
            n=None if one.mean is None else one.n,
            mean=None if one.mean is None else round(one.mean, 1),
            sd=None if one.sd is None or one.mean is None else round(one.sd, 1),
            bound=one.bound,
            percent=round(one.share.percent, 1) if one.share else None,
            low=round(one.share.low, 1) if one.share else None,
            high=round(one.share.high, 1) if one.share else None,
            agreement=None if one.agreement is None else round(one.agreement, 2),
            strict=None if one.strict is None else round(one.strict, 2),
            agree=one.agree,
            agree_bound=one.agree_bound,
        )
        for one in some
    )


def positions(some: Sequence[Held]) -> tuple[Position, ...]:
    return tuple(
        Position(
            positions=tuple(one.positions.split(TOGETHER)),
            units=one.units,
            eligible=one.eligible,
            ballots=one.ballots,
            rate=one.rate,
            items=items(one.items),
        )
        for one in some
    )


def anew(newer: Instrument | None, some: Sequence[Said]) -> Anew | None:
    return None if newer is None else Anew(version=newer.version, items=items(some))
