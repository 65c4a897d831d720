"""How loops ended, side by side, with what is still owed: silence is never folded into success."""

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag

INK = "#12262d"


class Heard(Struct, frozen=True):
    """Counts of voices by how their loop ended, and those still owed an answer."""

    heard: int = 0
    disagreed: int = 0
    no_reply: int = 0
    unreachable: int = 0
    withdrawn: int = 0
    owed: int = 0


# name, words, ground, marks drawn on it: every part differs without its colour.
PARTS = (
    ("heard", "heard", "#17613a", ""),
    ("disagreed", "disagreed", "#e3c6e2", "M-2 2 2 -2M0 8 8 0M6 10 10 6"),
    ("no_reply", "no reply", "#c4cfd2", "M2 2h2M6 6h2"),
    ("unreachable", "cannot be reached", "#e8edef", "M0 0 8 8M0 8 8 0"),
    ("withdrawn", "withdrawn", "#ffffff", ""),
    ("owed", "owed an answer", "#f5b13d", "M4 0V8"),
)
GAP = 1.2  # per cent left between what has ended and what is owed


def heard_bar(counts: Heard, *, key: str = "heard") -> Markup:
    """The stacked bar and its legend, which names every part, the empty ones too. `key` keeps two bars apart."""
    title = tag("title", "How voices were answered", id=f"{key}-title")
    desc = tag("desc", sentence(counts), id=f"{key}-desc")
    svg = tag(
        "svg",
        title + desc,
        tag("defs", *(_pattern(key, *part) for part in PARTS)),
        _stack(counts, key),
        class_="heard-bar__bar",
        width="100%",
        height=24,
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
    )
    legend = tag("ul", *(_part(counts, key, name, words) for name, words, *_ in PARTS), class_="legend")
    return tag("div", svg, legend, class_="heard-bar")


def sentence(counts: Heard) -> str:
    """21 heard, 2 disagreed, … and 4 owed an answer."""
    *ended, owed = [f"{getattr(counts, name)} {words}" for name, words, *_ in PARTS]
    return f"{', '.join(ended)}; {owed}."


def _pattern(key: str, name: str, _words: str, ground: str, marks: str) -> Markup:
    rect = tag("rect", width=8, height=8, fill=ground)
    drawn = tag("path", d=marks, stroke=INK, stroke_width=1.2) if marks else ""
    return tag("pattern", rect, drawn, id=f"{key}-{name}", width=8, height=8, patternUnits="userSpaceOnUse")


def _stack(counts: Heard, key: str) -> Markup:
    numbers = {name: getattr(counts, name) for name, *_ in PARTS}
    total = sum(numbers.values())
    room = 100 - (GAP if counts.owed and total > counts.owed else 0)
    drawn, x = [], 0.0
    for name, number in numbers.items():
        if name == "owed":
            x += 100 - room
        wide = room * number / total if total else 0.0
        if number:
            drawn.append(_box(f"{key}-{name}", x, wide))
        x += wide
    return joined(drawn) or tag("rect", width="100%", height=24, fill="none", stroke="#8fa3a6", stroke_dasharray="4 4")


def _box(paint: str, x: float, wide: float) -> Markup:
    return tag(
        "rect", x=f"{x:.2f}%", y=0.5, width=f"{wide:.2f}%", height=23, fill=f"url(#{paint})", stroke=INK, stroke_width=1
    )


def _part(counts: Heard, key: str, name: str, words: str) -> Markup:
    number = getattr(counts, name)
    swatch = tag(
        "svg",
        tag("rect", x=0.5, y=0.5, width=15, height=15, fill=f"url(#{key}-{name})", stroke=INK),
        width=16,
        height=16,
        aria_hidden="true",
        class_="glyph",
    )
    figure = tag("span", str(number), class_="legend__number")
    quiet = "" if number else " legend__part--none"
    return tag("li", swatch, figure, f" {words}", class_=f"legend__part legend__part--{name}{quiet}")
