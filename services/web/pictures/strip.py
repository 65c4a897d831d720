"""A stretch of time with the moment that is looked at: what happened when is marked, the moment stands across.

Drawn twice, for a desktop and for a phone; the style sheet shows one.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, tzinfo

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag
from services.web.pictures.months import months
from services.web.pictures.sheet import INK, LINE, SOLID, TYPE, WAIT, Shape, Sheet
from services.web.pictures.span import Span

MARKS = {
    "held": ("rounds held", "M8 2a6 6 0 1 0 .01 0z", SOLID, SOLID),
    "missed": ("rounds not held", "M2 2 14 14M14 2 2 14", "none", "#a4241b"),
    "guided": ("a stop of Show me", "M8 1 15 8 8 15 1 8Z", "#f5b13d", INK),
    "begins": ("the record begins", "M8 2 14 14H2Z", "#f5b13d", INK),
}
"""By kind: its words, its outline in a square of 16, its ground, its ink."""
_WIDE = Shape(name="wide", width=1000, left=12, right=12, lane=34, bar=0, text=15, above=0)
_NARROW = Shape(name="narrow", width=360, left=10, right=10, lane=34, bar=0, text=15, above=0)
_EDGE = 8


class Mark(Struct, frozen=True):
    """What happened at a moment (µs UTC), as one of the kinds above, and what it says."""

    at: int
    kind: str
    said: str


def strip(
    marks: Sequence[Mark],
    *,
    start: int,
    end: int,
    here: int,
    beside: int | None = None,
    said: str,
    zone: tzinfo = UTC,
    key: str = "strip",
) -> Markup:
    """Both drawings between start and end, with a line at `here` and a broken one `beside` it; `said` is the whole in words."""
    sheets = (_sheet(shape, (start, end, here), zone, f"{key}-{shape.name}") for shape in (_WIDE, _NARROW))
    drawings = (_drawing(marks, sheet, beside, said) for sheet in sheets)
    shown = [kind for kind in MARKS if any(mark.kind == kind for mark in marks)]
    return tag("div", *drawings, tag("ul", *map(_part, shown), class_="legend"), class_="lanes")


def _sheet(shape: Shape, time: tuple[int, int, int], zone: tzinfo, key: str) -> Sheet:
    """`time` from its start to its end, and the moment looked at."""
    (start, end, here), room = time, shape.width - shape.left - shape.right
    return Sheet(shape, Span(start, max(end, start + 1), shape.left, room, zone), here, key)


def _drawing(marks: Sequence[Mark], sheet: Sheet, beside: int | None, said: str) -> Markup:
    shape, key = sheet.shape, sheet.key
    return tag(
        "svg",
        tag("title", "The days that can be replayed", id=f"{key}-title"),
        tag("desc", said, id=f"{key}-desc"),
        *months(sheet, shape.lane),
        tag("path", d=f"M{shape.left} {shape.lane / 2:g}H{shape.width - shape.right}", stroke=LINE, stroke_width=4),
        _gone(sheet),
        *(_mark(mark, sheet) for mark in marks),
        *_lines(sheet, beside),
        class_=f"lanes__{shape.name}",
        viewBox=f"0 0 {shape.width} {shape.lane + 28}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=TYPE,
        font_size=shape.text,
        fill=INK,
    )


def _gone(sheet: Sheet) -> Markup:
    """From the first day up to the one looked at."""
    middle, at = sheet.shape.lane / 2, sheet.span.at(sheet.today)
    return tag("path", d=f"M{sheet.shape.left} {middle:g}H{at:.1f}", stroke=SOLID, stroke_width=4)


def _lines(sheet: Sheet, beside: int | None) -> Iterator[Markup]:
    at = sheet.span.at(sheet.today)
    yield tag("path", d=f"M{at:.1f} 0V{sheet.shape.lane}", stroke=INK, stroke_width=3)
    if beside is not None:
        there = sheet.span.at(beside)
        yield tag("path", d=f"M{there:.1f} 0V{sheet.shape.lane}", stroke=WAIT, stroke_width=2, stroke_dasharray="4 3")


def _mark(mark: Mark, sheet: Sheet) -> Markup:
    _, outline, ground, ink = MARKS[mark.kind]
    left = min(max(sheet.span.at(mark.at), _EDGE), sheet.shape.width - _EDGE) - _EDGE
    return tag(
        "path",
        tag("title", mark.said),
        d=outline,
        transform=f"translate({left:.1f} {sheet.shape.lane / 2 - _EDGE:g})",
        fill=ground,
        stroke=ink,
        stroke_width=2,
    )


def _part(kind: str) -> Markup:
    words, outline, ground, ink = MARKS[kind]
    drawn = tag("path", d=outline, fill=ground, stroke=ink, stroke_width=2)
    picture = tag("svg", drawn, width=16, height=16, viewBox="0 0 16 16", aria_hidden="true", class_="glyph")
    return joined([tag("li", picture, f" {words}", class_="legend__part")])
