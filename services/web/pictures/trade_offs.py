"""What many decisions do to each of six aims: a bar per aim, its parts side by side. No aim is added to another."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag
from services.web.pictures.sheet import INK, TYPE

PARTS = (
    ("harms", "harms", "#a4241b", "", "#fff"),
    ("trade_off", "trade-off", "#fff0d6", "M-2 2 2 -2M0 8 8 0M6 10 10 6", INK),
    ("neutral", "neutral", "#e8edef", "", INK),
    ("supports", "supports", "#17613a", "", "#fff"),
    ("", "not rated", "#ffffff", "M2 2h1M6 6h1", INK),
)
"""Key, words, ground, marks drawn on it, ink of its number: every part differs without its colour."""
LABEL, BAR, ROW, TEXT = 164, 216, 30, 13
WIDTH = LABEL + BAR


class AimBar(Struct, frozen=True):
    """`name` of an aim, and how many decisions do what to it, by the keys of `PARTS`."""

    name: str
    counts: Mapping[str, int]


def trade_offs(bars: Sequence[AimBar], *, key: str = "trade-offs") -> Markup:
    """The drawing with its legend; `key` keeps two of them on one page apart."""
    svg = tag(
        "svg",
        tag("title", "What decisions do to each aim", id=f"{key}-title"),
        tag("desc", sentence(bars), id=f"{key}-desc"),
        tag("defs", *(_pattern(key, name, ground, marks) for name, _, ground, marks, _ in PARTS)),
        joined(_row(row, bar, key) for row, bar in enumerate(bars)),
        class_="aims",
        viewBox=f"0 0 {WIDTH} {ROW * len(bars)}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=TYPE,
        font_size=TEXT,
        fill=INK,
    )
    legend = tag("ul", *(_part(key, name, words) for name, words, *_ in PARTS), class_="legend")
    return svg + legend


def sentence(bars: Sequence[AimBar]) -> str:
    """The picture in words, for those who hear it."""
    return " ".join(f"{bar.name}: {', '.join(_said(bar)) or 'nothing'}." for bar in bars)


def _said(bar: AimBar) -> Iterator[str]:
    for name, words, *_ in PARTS:
        if bar.counts.get(name):
            yield f"{bar.counts[name]} {words}"


def _pattern(key: str, name: str, ground: str, marks: str) -> Markup:
    rect = tag("rect", width=8, height=8, fill=ground)
    drawn = tag("path", d=marks, stroke=INK, stroke_width=1.1) if marks else ""
    return tag("pattern", rect, drawn, id=f"{key}-{name or 'none'}", width=8, height=8, patternUnits="userSpaceOnUse")


def _row(row: int, bar: AimBar, key: str) -> Markup:
    middle = ROW * (row + 0.5)
    return tag(
        "g",
        tag("text", bar.name, x=0, y=middle + 4.5, font_weight=600),
        joined(_boxes(bar, middle, key)),
    )


def _boxes(bar: AimBar, middle: float, key: str) -> Iterator[Markup]:
    total, x = sum(bar.counts.values()), float(LABEL)
    for name, _, _, marks, ink in PARTS:
        count = bar.counts.get(name, 0)
        wide = (BAR - 1) * count / total if total else 0.0
        if count:
            paint = f"url(#{key}-{name or 'none'})"
            yield tag("rect", x=x, y=middle - 11, width=wide, height=22, fill=paint, stroke=INK, stroke_width=1)
            yield _number(count, x + wide / 2, middle, ink, wide, plate=bool(marks))
        x += wide


def _number(count: int, x: float, middle: float, ink: str, wide: float, *, plate: bool) -> Markup:
    """In its box where it fits; the table has it anyway."""
    half = 4.5 * len(str(count)) + 2
    if wide < 2 * half:
        return Markup()
    ground = tag("rect", x=x - half, y=middle - 8, width=2 * half, height=16, rx=3, fill="#fff") if plate else ""
    return ground + tag("text", str(count), x=x, y=middle + 4.5, text_anchor="middle", font_weight=700, fill=ink)


def _part(key: str, name: str, words: str) -> Markup:
    box = tag("rect", x=0.5, y=0.5, width=15, height=15, fill=f"url(#{key}-{name or 'none'})", stroke=INK)
    swatch = tag("svg", box, width=16, height=16, aria_hidden="true", class_="glyph")
    return tag("li", swatch, f" {words}", class_="legend__part")
