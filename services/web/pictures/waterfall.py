"""Stretches of days, one below the other, each where it begins: what a time was made of, or who waited when.

Drawn twice, for a desktop with names at the left and for a phone with names above; the style sheet shows one.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag
from services.web.pictures.sheet import INK, LINE, SOFT, SOLID, TYPE, WAIT, Shape

Paint = Literal["solid", "striped", "dotted"]
_MARKS: dict[Paint, tuple[str, str]] = {
    "solid": (SOLID, ""),
    "striped": ("#ffffff", "M-2 2 2 -2M0 8 8 0M6 10 10 6"),
    "dotted": ("#fff0d6", "M2 2h2M6 6h2"),
}
"""Ground and marks: each differs without its colour."""
_WIDE = Shape(name="wide", width=1000, left=330, right=90, lane=32, bar=20, text=15, above=0)
_NARROW = Shape(name="narrow", width=360, left=2, right=64, lane=50, bar=18, text=15, above=24)


class Fall(Struct, frozen=True):
    """A stretch of `days` that begins `start` days from the left, and how it is painted."""

    name: str
    start: float
    days: float
    paint: Paint = "solid"


def waterfall(
    falls: Sequence[Fall], *, title: str, said: str, key: str, painted: Sequence[tuple[Paint, str]]
) -> Markup:
    """Both drawings and what each paint means; `said` is the whole in words, `key` keeps two on a page apart."""
    drawings = (_drawing(falls, shape, (title, said), f"{key}-{shape.name}") for shape in (_WIDE, _NARROW))
    shown = [(paint, words) for paint, words in painted if any(fall.paint == paint for fall in falls)]
    legend = tag("ul", *(_part(paint, words, f"{key}-legend") for paint, words in shown), class_="legend")
    return tag("div", *drawings, legend, class_="lanes")


def _drawing(falls: Sequence[Fall], shape: Shape, told: tuple[str, str], key: str) -> Markup:
    title, said = told
    most = max((fall.start + fall.days for fall in falls), default=1) or 1
    floor = len(falls) * shape.lane
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", said, id=f"{key}-desc"),
        tag("defs", *(_pattern(key, paint) for paint in _MARKS)),
        *_axis(shape, most, floor),
        joined(_row(fall, row, shape, most, key=key) for row, fall in enumerate(falls)),
        class_=f"lanes__{shape.name}",
        viewBox=f"0 0 {shape.width} {floor + 28}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=TYPE,
        font_size=shape.text,
        fill=INK,
    )


def _at(days: float, shape: Shape, most: float) -> float:
    return shape.left + days / most * (shape.width - shape.left - shape.right)


def _axis(shape: Shape, most: float, floor: float) -> Iterator[Markup]:
    """A line at the beginning and at the end, with the days between them."""
    for days in (0, most):
        x = _at(days, shape, most)
        yield tag("path", d=f"M{x:.1f} 0V{floor:g}", stroke=LINE)
        yield tag("text", f"day {ceil(days)}", x=x, y=floor + 20, fill=SOFT, text_anchor="start" if not days else "end")


def _row(fall: Fall, row: int, shape: Shape, most: float, *, key: str) -> Markup:
    top = row * shape.lane
    middle = top + shape.above + (shape.lane - shape.above) / 2
    left, right = _at(fall.start, shape, most), _at(fall.start + fall.days, shape, most)
    baseline = top + 17 if shape.above else middle + shape.text * 0.35
    room = int((shape.width if shape.above else shape.left - 10) / (shape.text * 0.6))
    name = fall.name if len(fall.name) <= room else fall.name[: room - 1].rstrip() + "…"
    bar = tag(
        "rect",
        tag("title", fall.name),
        x=left,
        y=middle - shape.bar / 2,
        width=max(right - left, 2.0),
        height=shape.bar,
        fill=f"url(#{key}-{fall.paint})",
        stroke=SOLID,
        stroke_width=1.5,
    )
    count = tag("text", f"{fall.days:.0f} d", x=right + 6, y=middle + shape.text * 0.35, font_weight=700)
    return tag("g", tag("text", name, x=0, y=baseline), bar, count)


def _pattern(key: str, paint: Paint) -> Markup:
    ground, marks = _MARKS[paint]
    rect = tag("rect", width=8, height=8, fill=ground)
    drawn = tag("path", d=marks, stroke=WAIT, stroke_width=1.6) if marks else ""
    return tag("pattern", rect, drawn, id=f"{key}-{paint}", width=8, height=8, patternUnits="userSpaceOnUse")


def _part(paint: Paint, words: str, key: str) -> Markup:
    box = tag("rect", x=1, y=1, width=22, height=14, fill=f"url(#{key}-{paint})", stroke=SOLID, stroke_width=1.5)
    swatch = tag("svg", tag("defs", _pattern(key, paint)), box, width=24, height=16, aria_hidden="true", class_="glyph")
    return tag("li", swatch, f" {words}", class_="legend__part")
