"""What a unit said of the same thing each time it was asked, and whether that changed.

Made of what was told of each time (`services.surveyed`), so that no difference says more than its two ends do. Only the same
words asked of the same units stand beside each other; from one time to the next other people may have answered.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from assessments.disclosure import Bound
from assessments.instrument import Instrument, Texts
from assessments.intervals import Mean, of_mean
from assessments.scoring import Change, mean_changed, share_changed
from services.surveyed import Result, Said, Scaled
from workflows.kernel.moments import Day

Of = Literal["scale", "share"]
"""A composite from 0 to 100; or, of an instrument that has none, the share of positive answers to one item, in percent."""


class Wave(Struct, frozen=True, kw_only=True):
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
    """One thing over all times, the first of them first, as it was asked of these units."""

    units: tuple[str, ...]
    instrument: Instrument
    title: Texts
    of: Of
    waves: tuple[Wave, ...]


class Time(Struct, frozen=True, kw_only=True):
    """Something was asked of `units` until a day, and `found`; `imported`: before it was asked here."""

    closed: Day
    units: tuple[str, ...]
    found: Result
    imported: bool = False


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
            yield Course(units=units, instrument=instrument, title=composite.title, of="scale", waves=compared)
    told_by_item = {one.item.id for time in times if time.imported for one in time.found.items}
    for item in instrument.items:
        shares = [_share(time, one) for time in times for one in time.found.items if one.item.id == item.id]
        if len(shares) > 1 and (not instrument.composites or item.id in told_by_item):
            compared = _compared("share", shares)
            yield Course(units=units, instrument=instrument, title=item.text, of="share", waves=compared)


def _scale(time: Time, one: Scaled) -> Wave:
    if one.mean is None:
        return Wave(closed=time.closed, imported=time.imported)
    low, high = (None, None) if one.sd is None else map(float, of_mean(one.mean, one.sd, one.n))
    return Wave(
        closed=time.closed,
        imported=time.imported,
        n=one.n,
        value=one.mean,
        sd=one.sd,
        low=None if low is None else max(0.0, low),
        high=None if high is None else min(100.0, high),
        bound=one.bound,
    )


def _share(time: Time, one: Said) -> Wave:
    if one.n is None:
        return Wave(closed=time.closed, imported=time.imported)
    return Wave(
        closed=time.closed,
        imported=time.imported,
        n=one.n,
        value=one.percent,
        low=one.low,
        high=one.high,
        bound=one.bound,
    )


def _compared(of: Of, waves: Sequence[Wave]) -> tuple[Wave, ...]:
    """Each beside the last one before it that was told."""
    found: list[Wave] = []
    last: Wave | None = None
    for now in waves:
        if now.value is None or last is None:
            found.append(now)
        else:
            found.append(replace(now, before=last.closed, change=_change(of, now, last)))
        last = last if now.value is None else now
    return tuple(found)


def _change(of: Of, now: Wave, before: Wave) -> Change | None:
    if now.value is None or before.value is None:
        return None
    if of == "share":
        return share_changed(_positive(now), now.n, _positive(before), before.n)
    if now.sd is None or before.sd is None:
        return None
    return mean_changed(Mean(now.value, now.sd, now.n), Mean(before.value, before.sd, before.n))


def _positive(wave: Wave) -> int:
    """As many as the share that is told stands for."""
    return round((wave.value or 0) * wave.n / 100)
