"""Who held the ball, and for how long: one lane per holder, time from left to right.

Drawn twice, for a desktop with names at the left and for a phone with names above; the style sheet shows one.
"""

from collections.abc import Sequence
from datetime import UTC, tzinfo

from markupsafe import Markup

from services.web.pictures import bar as bars
from services.web.pictures.bar import Bar
from services.web.pictures.markup import joined, tag
from services.web.pictures.months import months
from services.web.pictures.sheet import INK, LINE, NARROW, SOLID, TYPE, WAIT, WIDE, Sheet
from services.web.pictures.span import Span

TITLE = "Who held the ball"


def lanes(stints: Sequence[Bar], *, start: int, end: int, today: int, zone: tzinfo = UTC, key: str = "lanes") -> Markup:
    """Both drawings of these stints between start and end (µs UTC), months as they fall in `zone`.

    Lanes stand in the order they first appear; what lies wholly outside is left out. Give each picture of a page
    a `key` of its own.
    """
    seen = [bar for bar in stints if bar.began <= end and (bar.ended is None or bar.ended >= start)]
    if not seen:
        return tag("p", "Nobody has held this yet.", class_="lanes__none")
    sheets = (
        Sheet(
            shape,
            Span(start, end, shape.left, shape.width - shape.left - shape.right, zone),
            today,
            f"{key}-{shape.name}",
        )
        for shape in (WIDE, NARROW)
    )
    return tag("div", *(_drawing(seen, sheet) for sheet in sheets), _legend(f"{key}-legend"), class_="lanes")


def described(stints: Sequence[Bar], span: Span, today: int) -> str:
    """The picture in words, for those who hear it."""
    return " ".join(
        f"{bar.lane} {'was waited on' if bar.kind == 'waits' else 'held it'} for {bar.length(today)} days, {_dates(bar, span)}."
        for bar in stints
    )


def _dates(bar: Bar, span: Span) -> str:
    began = span.day(bar.began)
    return f"since {began}" if bar.ended is None else f"{began} to {span.day(bar.ended)}"


def _drawing(stints: Sequence[Bar], sheet: Sheet) -> Markup:
    shape, key = sheet.shape, sheet.key
    names = list(dict.fromkeys(bar.lane for bar in stints))
    floor = len(names) * shape.lane
    return tag(
        "svg",
        tag("title", TITLE, id=f"{key}-title"),
        tag("desc", described(stints, sheet.span, sheet.today), id=f"{key}-desc"),
        tag("defs", bars.hatch(key)),
        tag("g", *months(sheet, floor), class_="lanes__months"),
        joined(_lane(name, row, sheet) for row, name in enumerate(names)),
        _today(sheet, floor),
        joined(bars.drawn(bar, names.index(bar.lane), _free(bar, stints, sheet), sheet) for bar in stints),
        class_=f"lanes__{shape.name}",
        viewBox=f"0 0 {shape.width} {floor + 28}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=TYPE,
        font_size=shape.text,
        fill=INK,
    )


def _lane(name: str, row: int, sheet: Sheet) -> Markup:
    shape, top = sheet.shape, row * sheet.shape.lane
    y = top + 20 if shape.above else sheet.baseline(sheet.middle(row))
    rule = tag("path", d=f"M0 {top}H{shape.width}", stroke=LINE) if row else ""
    return tag("g", rule, tag("text", _cut(name, sheet), x=0, y=y, font_weight=600), class_="lanes__lane")


def _cut(name: str, sheet: Sheet) -> str:
    """A long name ends in an ellipsis; the description and the table have it whole."""
    shape = sheet.shape
    room = int((shape.width if shape.above else shape.left - 8) / sheet.wide("x"))
    return name if len(name) <= room else name[: room - 1].rstrip() + "…"


def _free(bar: Bar, stints: Sequence[Bar], sheet: Sheet) -> float:
    """How far right of a bar its lane stays empty."""
    later = [sheet.span.at(other.began) for other in stints if other.lane == bar.lane and other.began > bar.began]
    return min(later, default=float(sheet.shape.width))


def _legend(key: str) -> Markup:
    def mark(*drawn: str) -> Markup:
        return tag("svg", *drawn, width=24, height=16, viewBox="0 0 24 16", aria_hidden="true", class_="glyph")

    def box(**paint: str) -> Markup:
        return tag("path", d="M1 2H23V14H1Z", stroke_width=1.5, **paint)

    waiting = mark(tag("defs", bars.hatch(key)), box(fill=f"url(#{key}-hatch)", stroke=WAIT))
    line = mark(tag("path", d="M12 0V16", stroke=INK, stroke_dasharray="3 3"))
    rows = ((mark(box(fill=SOLID, stroke=SOLID)), "on the desk of"), (waiting, "waiting on"), (line, "today"))
    return tag("ul", *(tag("li", drawn, f" {words}", class_="legend__part") for drawn, words in rows), class_="legend")


def _today(sheet: Sheet, floor: int) -> Markup:
    if not sheet.span.start <= sheet.today <= sheet.span.end:
        return Markup()
    x = sheet.span.at(sheet.today)
    return tag("path", d=f"M{x:.1f} 0V{floor + 6}", stroke=INK, stroke_dasharray="3 3", class_="lanes__today")
