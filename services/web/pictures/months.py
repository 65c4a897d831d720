"""Months under a picture of time: a line for each, and as many names as have room."""

from collections.abc import Iterator
from datetime import datetime

from markupsafe import Markup

from services.web.pictures.markup import tag
from services.web.pictures.sheet import LINE, SOFT, Sheet


def months(sheet: Sheet, floor: float) -> Iterator[Markup]:
    """From the top down to `floor`, names below it."""
    ticks = [(sheet.span.at(moment), day) for moment, day in sheet.span.months()]
    for x, _ in ticks:
        yield tag("path", d=f"M{x:.1f} 0V{floor:g}", stroke=LINE)
    for x, name in _names(ticks, sheet):
        yield tag("text", name, x=x, y=floor + 20, fill=SOFT, font_size=sheet.shape.text - 1)


def _names(ticks: list[tuple[float, datetime]], sheet: Sheet) -> Iterator[tuple[float, str]]:
    """Months whose name has room; the year stands at the first and each January. A month cut short gives way to the next."""
    near = len(ticks) > 1 and ticks[1][0] - ticks[0][0] < sheet.wide("Jan 2025")
    clear = 0.0
    for x, day in ticks[1:] if near else ticks:
        name = f"{day:%b %Y}" if not clear or day.month == 1 else f"{day:%b}"
        if clear <= x <= sheet.shape.width - sheet.wide(name):
            yield x, name
            clear = x + sheet.wide(name) + 4
