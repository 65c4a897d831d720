"""What a unit said of the same thing each time it was asked, and whether that changed.

Made of what was told of each time (`services.surveyed`), so that no difference says more than its two ends do. Only the same
words asked of the same units stand beside each other; from one time to the next other people may have answered.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from assessments.campaign import Campaign
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
    answered. `change` is that from `before`, the day of the last time that was told."""

    stream: str
    closed: Day
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


Counted = tuple[str, Campaign, Result]
"""A campaign by its stream, and what was found once it was counted."""


def courses(counted: Sequence[Counted]) -> tuple[Course, ...]:
    """Of campaigns of one unit, and of those it goes on from; those without figures are left out."""
    alike: dict[object, list[Counted]] = defaultdict(list)
    for one in sorted(counted, key=lambda one: (one[1].closes, one[0])):
        _, campaign, found = one
        if found.provenance is not None:
            alike[campaign.instrument_digest, frozenset(campaign.units)].append(one)
    return tuple(course for times in alike.values() for course in _courses(times))


def _courses(times: Sequence[Counted]) -> Iterator[Course]:
    units, instrument = times[-1][1].units, times[-1][2].instrument
    for at, composite in enumerate(instrument.composites):
        scales = [_scale(stream, campaign.closes, found.scales[at]) for stream, campaign, found in times]
        compared = _compared("scale", scales)
        yield Course(units=units, instrument=instrument, title=composite.title, of="scale", waves=compared)
    if instrument.composites or len(times) == 1:
        return
    for at, item in enumerate(instrument.items):
        shares = [_share(stream, campaign.closes, found.items[at]) for stream, campaign, found in times]
        compared = _compared("share", shares)
        yield Course(units=units, instrument=instrument, title=item.text, of="share", waves=compared)


def _scale(stream: str, closed: Day, one: Scaled) -> Wave:
    if one.mean is None or one.sd is None:
        return Wave(stream=stream, closed=closed)
    low, high = map(float, of_mean(one.mean, one.sd, one.n))
    return Wave(
        stream=stream,
        closed=closed,
        n=one.n,
        value=one.mean,
        sd=one.sd,
        low=max(0.0, low),
        high=min(100.0, high),
        bound=one.bound,
    )


def _share(stream: str, closed: Day, one: Said) -> Wave:
    if one.n is None:
        return Wave(stream=stream, closed=closed)
    return Wave(stream=stream, closed=closed, n=one.n, value=one.percent, low=one.low, high=one.high, bound=one.bound)


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


def _change(of: Of, now: Wave, before: Wave) -> Change:
    if of == "share":
        return share_changed(_positive(now), now.n, _positive(before), before.n)
    return mean_changed(_mean(now), _mean(before))


def _positive(wave: Wave) -> int:
    """As many as the share that is told stands for."""
    return round((wave.value or 0) * wave.n / 100)


def _mean(wave: Wave) -> Mean:
    return Mean(wave.value or 0, wave.sd or 0, wave.n)
