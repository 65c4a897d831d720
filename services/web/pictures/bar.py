"""One bar of a lane: solid on a desk, hatched while waiting on someone, pointed while it goes on."""

from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import tag
from services.web.pictures.sheet import INK, SOLID, WAIT, Sheet
from services.web.pictures.span import days

POINT = 9


class Bar(Struct, frozen=True):
    """A stint. began, ended: µs UTC; ended None is still going on. label: what the bar says when pointed at."""

    lane: str
    kind: Literal["holds", "waits"]
    began: int
    ended: int | None
    label: str

    def length(self, today: int) -> int:
        """Whole days, up to today while it goes on."""
        return days(self.began, today if self.ended is None else self.ended)


def drawn(bar: Bar, row: int, free: float, sheet: Sheet) -> Markup:
    """The bar in its row, its label for the pointer, its days in it or beside it; `free` is where the next one starts."""
    left = sheet.span.at(bar.began)
    right = max(sheet.span.at(sheet.today if bar.ended is None else bar.ended), left + 3)
    middle = sheet.middle(row)
    paint = f"url(#{sheet.key}-hatch)" if bar.kind == "waits" else SOLID
    return tag(
        "g",
        tag("title", bar.label),
        tag("path", d=_outline(left, right, middle, bar, sheet), fill=paint, stroke=_edge(bar), stroke_width=1.5),
        _count(bar, (left, right, free), middle, sheet),
        class_=f"lanes__bar lanes__bar--{bar.kind}",
    )


def hatch(key: str) -> Markup:
    """The pattern of waiting, defined once for a drawing."""
    ground = tag("rect", width=8, height=8, fill="#fff")
    stripe = tag("path", d="M-2 2 2 -2M0 8 8 0M6 10 10 6", stroke=WAIT, stroke_width=1.6)
    return tag("pattern", ground, stripe, id=f"{key}-hatch", width=8, height=8, patternUnits="userSpaceOnUse")


def _edge(bar: Bar) -> str:
    return WAIT if bar.kind == "waits" else SOLID


def _outline(left: float, right: float, middle: float, bar: Bar, sheet: Sheet) -> str:
    half = sheet.shape.bar / 2
    point = f"L{right + POINT:.1f} {middle:g}" if bar.ended is None else ""
    return f"M{left:.1f} {middle - half:g}H{right:.1f}{point}L{right:.1f} {middle + half:g}H{left:.1f}Z"


def _count(bar: Bar, room: tuple[float, float, float], middle: float, sheet: Sheet) -> Markup:
    """Days inside when they fit, else beside it, else only in its label and the table."""
    words = f"{bar.length(sheet.today)} d"
    wide, (left, right, free) = sheet.wide(words), room
    tip = right + (POINT if bar.ended is None else 0)
    if right - left >= wide + (24 if bar.kind == "waits" else 6):
        return _inside(bar, words, (left + right) / 2, middle, sheet)
    if free - tip >= wide + 8:
        return tag("text", words, x=tip + 5, y=sheet.baseline(middle), font_weight=700)
    return Markup()


def _inside(bar: Bar, words: str, x: float, middle: float, sheet: Sheet) -> Markup:
    """Light on a solid bar; on a hatched one dark, on a plate of its own."""
    paint, half = ("#fff" if bar.kind == "holds" else INK), sheet.wide(words) / 2 + 3
    text = tag("text", words, x=x, y=sheet.baseline(middle), text_anchor="middle", font_weight=700, fill=paint)
    if bar.kind == "holds":
        return text
    return tag("rect", x=x - half, y=middle - 10, width=2 * half, height=20, rx=4, fill="#fff") + text
