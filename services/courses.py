"""What a unit said of the same thing each time it was asked, here and before that, and whether that changed.

Made of what was told of each time (`services.surveyed`), so that no difference says more than its two ends do. Only the same
words asked of the same units stand beside each other; from one time to the next other people may have answered.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from assessments.campaign import Campaign
from assessments.disclosure import Bound
from assessments.instrument import Instrument, Texts
from assessments.intervals import Mean, of_mean
from assessments.scoring import Change, mean_changed, share_changed
from projections.units import UnitRow
from services import past_surveys
from services.house import House
from services.surveyed import Result, Said, Scaled
from workflows.kernel.moments import Day

Of = Literal["scale", "share"]
"""A composite from 0 to 100; or, of an instrument that has none, the share of positive answers to one item, in percent."""


LEAST, MOST = 0, 100
"""The ends of every scale and share that is told."""


class Point(Struct, frozen=True, kw_only=True):
    """One time: `value` with its bounds, of `n` people, whose scores lie `sd` apart where it is a scale; None where too few
    answered, `sd` and bounds where an imported figure came without. `change` is that from `before`, the day of the last time
    that was told; None where nothing can be said of it."""

    closed: Day
    imported: bool = False
    n: int = 0
    value: float | None = None
    sd: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound = ""
    before: Day = ""
    change: Change | None = None


class Course(Struct, frozen=True, kw_only=True):
    """One thing over all times, the first of them first, as it was asked of these units: `about` is the composite or item of
    the instrument. Its figures lie between LEAST and MOST; a higher one is better, for reversed items are turned round."""

    units: tuple[str, ...]
    instrument: Instrument
    about: str
    title: Texts
    of: Of
    points: tuple[Point, ...]


class Time(Struct, frozen=True, kw_only=True):
    """Something was asked of `units` until a day, and `found`; `imported`: before it was asked here."""

    closed: Day
    units: tuple[str, ...]
    found: Result
    imported: bool = False


def of_units(
    house: House, asked: Iterable[tuple[Campaign, Result | None]], units: Iterable[UnitRow]
) -> tuple[Course, ...]:
    """What was `asked` here and what was found, beside what was counted before that of `units`: one of them, and those it goes
    on from."""
    here = [Time(closed=campaign.closes, units=campaign.units, found=found) for campaign, found in asked if found]
    return courses((*here, *_before(house, units)))


def _before(house: House, units: Iterable[UnitRow]) -> Iterator[Time]:
    for unit in units:
        for past in unit.past_surveys:
            if (found := past_surveys.result(house, unit.slug, past)) is not None:
                yield Time(closed=past.closed, units=(unit.slug,), found=found, imported=True)


def courses(times: Sequence[Time]) -> tuple[Course, ...]:
    """Of one unit, and of those it goes on from; times of which nothing was counted are left out."""
    alike: dict[object, list[Time]] = defaultdict(list)
    for one in sorted(times, key=lambda one: one.closed):
        if one.found.items or one.found.scales:
            alike[one.found.instrument.digest, frozenset(one.units)].append(one)
    return tuple(course for found in alike.values() for course in _courses(found))


def _courses(times: Sequence[Time]) -> Iterator[Course]:
    units, instrument = times[-1].units, times[-1].found.instrument
    for composite in instrument.composites:
        scales = [_scale(time, one) for time in times for one in time.found.scales if one.composite.id == composite.id]
        if scales:
            compared = _compared("scale", scales)
            yield Course(
                units=units,
                instrument=instrument,
                about=composite.id,
                title=composite.title,
                of="scale",
                points=compared,
            )
    told_by_item = {one.item.id for time in times if time.imported for one in time.found.items}
    for item in instrument.items:
        shares = [_share(time, one) for time in times for one in time.found.items if one.item.id == item.id]
        if len(shares) > 1 and (not instrument.composites or item.id in told_by_item):
            compared = _compared("share", shares)
            yield Course(
                units=units, instrument=instrument, about=item.id, title=item.text, of="share", points=compared
            )


def _scale(time: Time, one: Scaled) -> Point:
    if one.mean is None:
        return Point(closed=time.closed, imported=time.imported)
    low, high = (None, None) if one.sd is None else map(float, of_mean(one.mean, one.sd, one.n))
    return Point(
        closed=time.closed,
        imported=time.imported,
        n=one.n,
        value=one.mean,
        sd=one.sd,
        low=None if low is None else max(0.0, low),
        high=None if high is None else min(100.0, high),
        bound=one.bound,
    )


def _share(time: Time, one: Said) -> Point:
    if one.n is None:
        return Point(closed=time.closed, imported=time.imported)
    return Point(
        closed=time.closed,
        imported=time.imported,
        n=one.n,
        value=one.percent,
        low=one.low,
        high=one.high,
        bound=one.bound,
    )


def _compared(of: Of, points: Sequence[Point]) -> tuple[Point, ...]:
    """Each beside the last one before it that was told."""
    found: list[Point] = []
    last: Point | None = None
    for now in points:
        if now.value is None or last is None:
            found.append(now)
        else:
            found.append(replace(now, before=last.closed, change=_change(of, now, last)))
        last = last if now.value is None else now
    return tuple(found)


def _change(of: Of, now: Point, before: Point) -> Change | None:
    if now.value is None or before.value is None:
        return None
    if of == "share":
        return share_changed(_positive(now), now.n, _positive(before), before.n)
    if now.sd is None or before.sd is None:
        return None
    return mean_changed(Mean(now.value, now.sd, now.n), Mean(before.value, before.sd, before.n))


def _positive(point: Point) -> int:
    """As many as the share that is told stands for."""
    return round((point.value or 0) * point.n / 100)
