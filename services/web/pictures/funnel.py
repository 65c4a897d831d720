"""Shares of places of unlike size, inside the bounds that chance alone would draw around the share of all: who lies between
them differs from the others by no more than chance; nobody is ranked."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag
from services.web.pictures.sheet import INK, LINE, SOFT, TYPE

WIDTH, HEIGHT, LEFT, TOP, RIGHT, FLOOR = 360, 240, 40, 12, 16, 40
TEXT = 13


class Place(Struct, frozen=True):
    """A `percent` of `whole`; `is_beyond` where chance alone would not bring it."""

    name: str
    whole: int
    percent: float
    is_beyond: bool


class Bound(Struct, frozen=True):
    """For a place of that size: between `low` and `high` percent lies what chance brings."""

    whole: int
    low: float
    high: float


def funnel(places: Sequence[Place], bounds: Sequence[Bound], middle: float, *, title: str, key: str) -> Markup:
    """`bounds` from the smallest size to the largest; `middle` is the share of all. `key` keeps two on a page apart."""
    widest = max(bound.whole for bound in bounds)
    parts = [_across(percent) for percent in (0, 50, 100)]
    parts.append(_path([(one.whole, one.low) for one in bounds], widest))
    parts.append(_path([(one.whole, one.high) for one in bounds], widest))
    parts.append(_path([(bounds[0].whole, middle), (widest, middle)], widest, dashed=True))
    parts += [_dot(place, widest) for place in places]
    parts.append(tag("text", "how many it speaks of", x=LEFT, y=HEIGHT - 6, fill=SOFT))
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title") + tag("desc", sentence(places, middle), id=f"{key}-desc"),
        joined(parts),
        class_="shares",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=TYPE,
        font_size=TEXT,
    )


def sentence(places: Sequence[Place], middle: float) -> str:
    """What it shows, in words."""
    beyond = [place.name for place in places if place.is_beyond]
    if not beyond:
        return f"All lie around {middle:.0f} % no farther than chance would bring."
    return f"Farther from {middle:.0f} % than chance would bring: {', '.join(beyond)}."


def _x(whole: float, widest: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * whole / widest


def _y(percent: float) -> float:
    return TOP + (HEIGHT - TOP - FLOOR) * (1 - percent / 100)


def _across(percent: int) -> Markup:
    at = _y(percent)
    line = tag("line", x1=LEFT, x2=WIDTH - RIGHT, y1=at, y2=at, stroke=LINE)
    return line + tag("text", f"{percent} %", x=0, y=at + 4, fill=SOFT)


def _path(points: Sequence[tuple[float, float]], widest: int, *, dashed: bool = False) -> Markup:
    d = "M" + " L".join(f"{_x(whole, widest):.1f} {_y(percent):.1f}" for whole, percent in points)
    return tag("path", d=d, fill="none", stroke=SOFT, stroke_dasharray="4 3" if dashed else None)


def _dot(place: Place, widest: int) -> Markup:
    """Beyond is another shape, so that nothing hangs on colour."""
    x, y = _x(place.whole, widest), _y(place.percent)
    words = tag("title", f"{place.name}: {place.percent:.0f} % of {place.whole}")
    if place.is_beyond:
        return tag("g", words, tag("path", d=f"M{x:.1f} {y - 7:.1f}l7 12h-14z", fill=INK))
    return tag("g", words, tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=4.5, fill=INK))
