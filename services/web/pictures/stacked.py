"""Counts side by side: a bar per name, its parts in one order, each with a paint of its own. No bar is added to another."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag
from services.web.pictures.sheet import INK, TYPE

Paint = Literal["alarm", "striped", "plain", "good", "dotted"]
PAINTS: dict[Paint, tuple[str, str, str]] = {
    "alarm": ("#a4241b", "", "#fff"),
    "striped": ("#fff0d6", "M-2 2 2 -2M0 8 8 0M6 10 10 6", INK),
    "plain": ("#e8edef", "", INK),
    "good": ("#17613a", "", "#fff"),
    "dotted": ("#ffffff", "M2 2h1M6 6h1", INK),
}
"""Ground, marks drawn on it, ink of its number: every paint differs without its colour."""
LABEL, BAR, ROW, TEXT = 164, 216, 30, 13
WIDTH = LABEL + BAR


class Part(Struct, frozen=True):
    """A part that every bar may have: its key, what it is called, how it is painted."""

    key: str
    words: str
    paint: Paint


class Stack(Struct, frozen=True):
    """One bar: its name, and how many there are of each part, by its key."""

    name: str
    counts: Mapping[str, int]


def stacked(bars: Sequence[Stack], parts: Sequence[Part], *, title: str, key: str) -> Markup:
    """The drawing with its legend; `key` keeps two of them on one page apart."""
    svg = tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", sentence(bars, parts), id=f"{key}-desc"),
        tag("defs", *(_pattern(key, part) for part in parts)),
        joined(_row(row, bar, parts, key) for row, bar in enumerate(bars)),
        class_="aims",
        viewBox=f"0 0 {WIDTH} {ROW * len(bars)}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=TYPE,
        font_size=TEXT,
        fill=INK,
    )
    return svg + tag("ul", *(_called(key, part) for part in parts), class_="legend")


def sentence(bars: Sequence[Stack], parts: Sequence[Part]) -> str:
    """The picture in words, for those who hear it."""
    return " ".join(f"{bar.name}: {', '.join(_said(bar, parts)) or 'nothing'}." for bar in bars)


def _said(bar: Stack, parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if bar.counts.get(part.key):
            yield f"{bar.counts[part.key]} {part.words}"


def _pattern(key: str, part: Part) -> Markup:
    ground, marks, _ = PAINTS[part.paint]
    rect = tag("rect", width=8, height=8, fill=ground)
    drawn = tag("path", d=marks, stroke=INK, stroke_width=1.1) if marks else ""
    return tag("pattern", rect, drawn, id=f"{key}-{part.paint}", width=8, height=8, patternUnits="userSpaceOnUse")


def _row(row: int, bar: Stack, parts: Sequence[Part], key: str) -> Markup:
    middle = ROW * (row + 0.5)
    name = bar.name if len(bar.name) <= 21 else bar.name[:20].rstrip() + "…"
    return tag("g", tag("text", name, x=0, y=middle + 4.5, font_weight=600), joined(_boxes(bar, parts, middle, key)))


def _boxes(bar: Stack, parts: Sequence[Part], middle: float, key: str) -> Iterator[Markup]:
    total, x = sum(bar.counts.values()), float(LABEL)
    for part in parts:
        count = bar.counts.get(part.key, 0)
        wide = (BAR - 1) * count / total if total else 0.0
        if count:
            paint = f"url(#{key}-{part.paint})"
            yield tag("rect", x=x, y=middle - 11, width=wide, height=22, fill=paint, stroke=INK, stroke_width=1)
            yield _number(count, x + wide / 2, middle, part.paint, wide)
        x += wide


def _number(count: int, x: float, middle: float, paint: Paint, wide: float) -> Markup:
    """In its box where it fits; the table has it anyway."""
    _, marks, ink = PAINTS[paint]
    half = 4.5 * len(str(count)) + 2
    if wide < 2 * half:
        return Markup()
    plate = tag("rect", x=x - half, y=middle - 8, width=2 * half, height=16, rx=3, fill="#fff") if marks else ""
    return plate + tag("text", str(count), x=x, y=middle + 4.5, text_anchor="middle", font_weight=700, fill=ink)


def _called(key: str, part: Part) -> Markup:
    box = tag("rect", x=0.5, y=0.5, width=15, height=15, fill=f"url(#{key}-{part.paint})", stroke=INK)
    swatch = tag("svg", box, width=16, height=16, aria_hidden="true", class_="glyph")
    return tag("li", swatch, f" {part.words}", class_="legend__part")
