"""A run chart: values in the order of time, the line in their middle, what is aimed for, and on the axis below what happened
meanwhile. Values in a row that is more than chance have a shape of their own.

Drawn twice, for a desktop and for a phone; the style sheet shows one.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, tzinfo
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag
from services.web.pictures.months import months
from services.web.pictures.sheet import INK, LINE, SOFT, SOLID, TYPE, Shape, Sheet
from services.web.pictures.span import Span

Kind = Literal["rounds", "barrier", "change", "unit"]
FLAGS: dict[Kind, tuple[str, str, str]] = {
    "rounds": ("rounds held", "M6 1a5 5 0 1 0 .01 0z", "#ffffff"),
    "barrier": ("barrier removed", "M6 1 11.5 11H.5z", "#cfe8d8"),
    "change": ("change begun", "M1 1H11V11H1Z", "#ffe0a8"),
    "unit": ("unit renamed, merged or split", "M6 0 12 6 6 12 0 6Z", "#d9d4ee"),
}
"""By kind: its words, its outline in a square of 12, its ground."""
AIM = "#2f6b3f"
_DOT, _DIAMOND = "M6 2a4 4 0 1 0 .01 0z", "M6 0 12 6 6 12 0 6Z"
_TOP, _FLAG = 18, 18


class Dot(Struct, frozen=True):
    """A value at a moment (µs UTC), and what it says. `beyond`: in a row that is more than chance."""

    at: int
    value: float
    said: str
    beyond: bool = False


class Flag(Struct, frozen=True):
    """What happened at a moment (µs UTC)."""

    at: int
    kind: Kind
    said: str


class Lines(Struct, frozen=True, kw_only=True):
    """The values, the lines across them, and `open`: what has run on since the last one, not over yet."""

    dots: tuple[Dot, ...]
    median: float | None = None
    goal: float | None = None
    open: Dot | None = None

    @property
    def all(self) -> tuple[Dot, ...]:
        return (*self.dots, *((self.open,) if self.open else ()))

    @property
    def most(self) -> float:
        return max((*(dot.value for dot in self.all), self.goal or 0, self.median or 0, 0.0))


_WIDE = Shape(name="wide", width=1000, left=44, right=20, lane=200, bar=0, text=15, above=0)
_NARROW = Shape(name="narrow", width=360, left=34, right=12, lane=170, bar=0, text=15, above=0)


def run_chart(
    lines: Lines,
    flags: Sequence[Flag],
    *,
    start: int,
    end: int,
    title: str,
    said: str,
    zone: tzinfo = UTC,
    key: str = "run",
) -> Markup:
    """Both drawings between start and end (µs UTC), months as they fall in `zone`. `said` is the whole in words; give each
    picture of a page a `key` of its own."""
    inside = [flag for flag in flags if start <= flag.at <= end]
    drawings = (
        _drawing(lines, inside, _sheet(shape, start, end, zone, key), title, said) for shape in (_WIDE, _NARROW)
    )
    return tag("div", *drawings, _legend(lines, inside), class_="lanes")


def _sheet(shape: Shape, start: int, end: int, zone: tzinfo, key: str) -> Sheet:
    room = shape.width - shape.left - shape.right
    return Sheet(shape, Span(start, end, shape.left, room, zone), end, f"{key}-{shape.name}")


def _drawing(lines: Lines, flags: Sequence[Flag], sheet: Sheet, title: str, said: str) -> Markup:
    shape, key = sheet.shape, sheet.key
    floor = _TOP + shape.lane
    kinds = [kind for kind in FLAGS if any(flag.kind == kind for flag in flags)]
    bottom = floor + 8 + len(kinds) * _FLAG
    scale = _Scale(lines.most, floor, shape.lane)
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", said, id=f"{key}-desc"),
        *months(sheet, bottom),
        *_levels(scale, sheet),
        *_across(lines, scale, sheet),
        _path(lines, scale, sheet),
        *(_dot(dot, scale, sheet) for dot in lines.dots),
        _open(lines.open, scale, sheet),
        *(_flag(flag, floor + 8 + kinds.index(flag.kind) * _FLAG, sheet) for flag in flags),
        class_=f"lanes__{shape.name}",
        viewBox=f"0 0 {shape.width} {bottom + 28:g}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=TYPE,
        font_size=shape.text,
        fill=INK,
    )


class _Scale(Struct, frozen=True):
    """From 0 at `floor` up to a round number that holds `most`, over `high` units."""

    most: float
    floor: float
    high: float

    @property
    def step(self) -> float:
        """The smallest of 1, 2, 2.5, 5, 10, … of which four hold the most."""
        step = 10.0**-3
        while True:
            for times in (1, 2, 2.5, 5):
                if step * times * 4 >= self.most:
                    return step * times
            step *= 10

    @property
    def top(self) -> float:
        return self.step * 4

    def at(self, value: float) -> float:
        return self.floor - value / self.top * self.high


def _levels(scale: _Scale, sheet: Sheet) -> Iterator[Markup]:
    shape = sheet.shape
    for n in range(5):
        value = n * scale.step
        y = scale.at(value)
        yield tag("path", d=f"M{shape.left} {y:.1f}H{shape.width - shape.right}", stroke=SOFT if n == 0 else LINE)
        yield tag("text", f"{value:g}", x=shape.left - 6, y=y + 5, text_anchor="end", fill=SOFT, font_size=13)


def _across(lines: Lines, scale: _Scale, sheet: Sheet) -> Iterator[Markup]:
    """The median and what is aimed for, each with its own dashes."""
    left, right = sheet.shape.left, sheet.shape.width - sheet.shape.right
    for value, ink, dashes in ((lines.goal, AIM, "2 4"), (lines.median, SOFT, "9 5")):
        if value is not None:
            y = scale.at(value)
            yield tag("path", d=f"M{left} {y:.1f}H{right}", stroke=ink, stroke_width=2, stroke_dasharray=dashes)


def _path(lines: Lines, scale: _Scale, sheet: Sheet) -> Markup:
    places = [f"{sheet.span.at(dot.at):.1f} {scale.at(dot.value):.1f}" for dot in lines.dots]
    return tag("path", d=f"M{'L'.join(places)}", fill="none", stroke=SOLID, stroke_width=2) if places else Markup()


def _dot(dot: Dot, scale: _Scale, sheet: Sheet) -> Markup:
    x, y = sheet.span.at(dot.at), scale.at(dot.value)
    shape = _DIAMOND if dot.beyond else _DOT
    return tag(
        "path",
        tag("title", dot.said),
        d=shape,
        transform=f"translate({x - 6:.1f} {y - 6:.1f})",
        fill="#fff" if dot.beyond else SOLID,
        stroke=SOLID,
        stroke_width=2,
        class_="run__dot",
    )


def _open(dot: Dot | None, scale: _Scale, sheet: Sheet) -> Markup:
    """What has not ended yet: an arrow up from the axis."""
    if dot is None:
        return Markup()
    x, y = sheet.span.at(dot.at) - 3, scale.at(dot.value)
    arrow = f"M{x:.1f} {scale.floor:g}V{y:.1f}M{x - 5:.1f} {y + 7:.1f}L{x:.1f} {y:.1f} {x + 5:.1f} {y + 7:.1f}"
    return tag(
        "path", tag("title", dot.said), d=arrow, fill="none", stroke=SOLID, stroke_width=2.5, stroke_dasharray=None
    )


def _flag(flag: Flag, top: float, sheet: Sheet) -> Markup:
    _, outline, ground = FLAGS[flag.kind]
    place = f"translate({sheet.span.at(flag.at) - 6:.1f} {top:g})"
    return tag("path", tag("title", flag.said), d=outline, transform=place, fill=ground, stroke=INK, stroke_width=1.5)


def _legend(lines: Lines, flags: Sequence[Flag]) -> Markup:
    """Of what is in the drawings, and no more."""
    parts = [_swatch(_DOT, SOLID, SOLID, "a value")] if lines.dots else []
    if any(dot.beyond for dot in lines.dots):
        parts.append(_swatch(_DIAMOND, "#fff", SOLID, "in a row that is more than chance"))
    if lines.open is not None:
        parts.append(_swatch("M6 12V1M2 5 6 1 10 5", "none", SOLID, "still running"))
    if lines.median is not None:
        parts.append(_swatch("M0 6H4M8 6H12", "none", SOFT, f"median {lines.median:,.4g}"))
    if lines.goal is not None:
        parts.append(_swatch("M0 6H2M5 6H7M10 6H12", "none", AIM, f"aimed for {lines.goal:,.4g}"))
    for kind, (words, outline, ground) in FLAGS.items():
        if any(flag.kind == kind for flag in flags):
            parts.append(_swatch(outline, ground, INK, words))
    return tag("ul", *parts, class_="legend")


def _swatch(outline: str, ground: str, ink: str, words: str) -> Markup:
    drawn = tag("path", d=outline, fill=ground, stroke=ink, stroke_width=2)
    picture = tag("svg", drawn, width=14, height=14, viewBox="-1 -1 14 14", aria_hidden="true", class_="glyph")
    return joined([tag("li", picture, f" {words}", class_="legend__part")])
