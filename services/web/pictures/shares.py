"""Shares, or other figures from 0 to 100, with how sure they are: a row each, a dot at it, a line between its bounds."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag
from services.web.pictures.sheet import INK, LINE, SOFT, TYPE

LEFT, SCALE, RIGHT = 18, 280, 124
ROW, TEXT, FLOOR = 44, 13, 22
LONGEST = 46
"""Letters of a name that have room; the table beside has all of them."""
WIDTH = LEFT + SCALE + RIGHT


class Mark(Struct, frozen=True):
    """`name` as people read it; a figure with its bounds, and as it is `told`."""

    name: str
    percent: int
    low: int
    high: int
    told: str


def shares(marks: Sequence[Mark], *, title: str, key: str = "shares", of: str = " %") -> Markup:
    """The drawing; `key` keeps two of them on one page apart, `of` follows the figures of the axis."""
    height = ROW * len(marks) + FLOOR
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", sentence(marks), id=f"{key}-desc"),
        joined(_line(percent, height, of) for percent in (0, 25, 50, 75, 100)),
        joined(_row(number, mark) for number, mark in enumerate(marks)),
        class_="shares",
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=TYPE,
        font_size=TEXT,
        fill=INK,
    )


def sentence(marks: Sequence[Mark]) -> str:
    return "; ".join(f"{one.name}: {one.told}, between {one.low} and {one.high}" for one in marks) + "."


def _line(percent: int, height: int, of: str) -> Markup:
    x = _x(percent)
    return tag("line", x1=x, y1=4, x2=x, y2=height - FLOOR, stroke=LINE) + tag(
        "text", f"{percent}{of}", x=x, y=height - 6, fill=SOFT, text_anchor="middle"
    )


def _row(number: int, mark: Mark) -> Markup:
    top = ROW * number
    middle = top + 31
    return joined(
        (
            tag("text", _cut(mark.name), x=LEFT, y=top + 16),
            tag("line", x1=_x(mark.low), y1=middle, x2=_x(mark.high), y2=middle, stroke=INK, stroke_width=3),
            tag("circle", cx=_x(mark.percent), cy=middle, r=6, fill=INK),
            tag("text", mark.told, x=LEFT + SCALE + 8, y=middle + 5, font_weight="bold"),
        )
    )


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else name[:LONGEST].rsplit(" ", 1)[0] + " …"


def _x(percent: int) -> float:
    return LEFT + SCALE * percent / 100
