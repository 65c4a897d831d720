"""What is in place and what is missing, as a grid: a row for each group, a box for each part. Every state has its own marks, so
that nothing hangs on colour."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag
from services.web.pictures.sheet import INK, SOFT, TYPE

STATES = {
    "in_place": ("in place", "#cfe8d8", "m2.5 8.5 3.7 3.7 7.3-8"),
    "gap": ("missing, with an owner and a day", "#ffe0a8", "M8 2.5 14 13.5H2z M8 6.5v3 M8 11.2v.6"),
    "lapsed": ("lapsed", "#f6cfc9", "M4 2.5h8 M4 13.5h8 M5 2.5v2L8 8l3-3.5v-2 M5 13.5v-2L8 8l3 3.5v2"),
    "set_aside": ("set aside with a reason", "#e6d6e6", "M3 8h10"),
    "absent": ("no longer so", "#ffffff", "m4 4 8 8 M12 4l-8 8"),
    "not_begun": ("not begun", "#ffffff", "M3 8h.01 M8 8h.01 M13 8h.01"),
}
"""By state: its words, its ground, its mark in a square of 16."""


class Box(Struct, frozen=True):
    """One part: its name and a key of `STATES`."""

    name: str
    state: str


class Band(Struct, frozen=True):
    """A group and its boxes."""

    name: str
    boxes: tuple[Box, ...]


class _Shape(Struct, frozen=True):
    name: str
    width: int
    across: int
    high: int
    letters: int


_SHAPES = (_Shape("wide", 1000, 4, 34, 28), _Shape("narrow", 360, 2, 34, 17))
_HEAD, _GAP, _TEXT = 30, 6, 14


def grid(bands: Sequence[Band], *, key: str = "grid") -> Markup:
    """Both drawings; the style sheet shows one. `key` keeps two grids on a page apart."""
    return joined(_drawn(bands, shape, f"{key}-{shape.name}") for shape in _SHAPES)


def sentence(bands: Sequence[Band]) -> str:
    """12 in place, 2 missing, …: what the picture shows, in words."""
    states = [box.state for band in bands for box in band.boxes]
    return ", ".join(f"{states.count(state)} {words}" for state, (words, *_) in STATES.items() if state in states)


def _drawn(bands: Sequence[Band], shape: _Shape, key: str) -> Markup:
    parts: list[Markup] = []
    top = 0.0
    for band in bands:
        parts.append(tag("text", band.name, x=0, y=top + _HEAD - 10, font_weight=700, fill=INK))
        parts += [_box(box, n, top + _HEAD, shape) for n, box in enumerate(band.boxes)]
        rows = -(-len(band.boxes) // shape.across)
        top += _HEAD + rows * (shape.high + _GAP) + _GAP
    title = tag("title", "What is in place", id=f"{key}-title")
    desc = tag("desc", f"{sentence(bands)}.", id=f"{key}-desc")
    return tag(
        "svg",
        title + desc,
        *parts,
        class_=f"lanes__{shape.name}",
        viewBox=f"0 0 {shape.width} {top:g}",
        font_family=TYPE,
        font_size=_TEXT,
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
    )


def _box(box: Box, n: int, top: float, shape: _Shape) -> Markup:
    words, ground, mark = STATES[box.state]
    wide = (shape.width - _GAP * (shape.across - 1)) / shape.across
    x, y = (n % shape.across) * (wide + _GAP), top + (n // shape.across) * (shape.high + _GAP)
    name = box.name if len(box.name) <= shape.letters else f"{box.name[: shape.letters - 1].rstrip()}…"
    dashes = "4 3" if box.state in ("not_begun", "absent") else None
    return tag(
        "g",
        tag("title", f"{box.name}: {words}"),
        tag(
            "rect",
            x=x + 0.5,
            y=y + 0.5,
            width=wide - 1,
            height=shape.high - 1,
            rx=5,
            fill=ground,
            stroke=SOFT,
            stroke_dasharray=dashes,
        ),
        tag(
            "path",
            d=mark,
            transform=f"translate({x + 9:g} {y + 9:g})",
            fill="none",
            stroke=INK,
            stroke_width=1.8,
            stroke_linecap="round",
            stroke_linejoin="round",
        ),
        tag("text", name, x=x + 32, y=y + 22, fill=INK),
    )
