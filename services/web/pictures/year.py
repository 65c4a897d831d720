"""A year of meetings, month by month: who came for the leadership, what was late, missed, paused or is still due.

Drawn twice, twelve in a row for a desktop and four for a phone; every standing has marks of its own beside its colour.
"""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag
from services.web.pictures.sheet import INK, SOFT, TYPE

TITLE = "Meetings of the year"
BOX, GAP, HIGH, LABEL, BAND = 76, 6, 44, 22, 5
GREY = "#8fa3a6"


class MonthBox(Struct, frozen=True):
    """`name` stands under the box ("Mar", "Jan 2026"), `note` in it (the day of the meeting); `said` is the whole in words.
    `paused` are parts of the month, from 0 to 1, in which the hospital paused."""

    name: str
    standing: str
    note: str
    said: str
    paused: tuple[tuple[float, float], ...] = ()


class Look(NamedTuple):
    """Words for the legend, ground, ink of the note, marks of a tile of 8 units, edge and its dashes."""

    words: str
    ground: str
    ink: str
    marks: str
    edge: str
    dashes: str | None = None


LOOKS = {
    "executive": Look("with the executive", "#0b5563", "#fff", "", "#0b5563"),
    "late": Look("with the executive, late", "#0b5563", "#fff", "M4 0V8", "#0b5563", "5 3"),
    "deputy": Look("with a deputy", "#d4e4e8", INK, "M-2 2 2 -2M0 8 8 0M6 10 10 6", "#0b5563"),
    "team": Look("the team alone", "#ffffff", INK, "M2 2h2M6 6h2", "#3f5159"),
    "not_held": Look("not held, with a reason", "#f4e7f4", INK, "M0 2H8M0 6H8", "#6a2c69"),
    "missed": Look("missed", "#fbe7e4", "#a4241b", "M0 0 8 8M0 8 8 0", "#a4241b"),
    "paused": Look("the hospital paused", "#c4cfd2", INK, "", "#8fa3a6"),
    "open": Look("still due", "#ffffff", SOFT, "", "#0b5563", "4 3"),
    "not_due": Look("not due", "#f4f6f6", SOFT, "", "#d3dcdb"),
    "not_adopted": Look("not adopted", "#f4f6f6", SOFT, "", "#8fa3a6", "2 3"),
}
"""Every one differs without its colour."""


def year_strip(months: Sequence[MonthBox], *, key: str = "year", title: str = TITLE) -> Markup:
    """Both drawings and the legend of what is in them. `key` keeps two on a page apart."""
    drawings = (
        _drawing(months, 12, (f"{key}-wide", title), "year__wide"),
        _drawing(months, 4, (f"{key}-narrow", title), "year__narrow"),
    )
    shown = [name for name in LOOKS if any(month.standing == name for month in months)]
    bands = any(month.paused for month in months)
    return tag("div", *drawings, _legend(shown, f"{key}-legend", bands=bands), class_="year")


def _drawing(months: Sequence[MonthBox], in_a_row: int, named: tuple[str, str], class_: str) -> Markup:
    """`named` by its key and its title."""
    key, title = named
    rows = -(-len(months) // in_a_row)
    place = [
        ((n % in_a_row) * (BOX + GAP) + 1, (n // in_a_row) * (HIGH + LABEL + BAND + GAP) + 1)
        for n in range(len(months))
    ]
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", " ".join(f"{month.said}." for month in months), id=f"{key}-desc"),
        tag("defs", *(_pattern(key, name) for name in LOOKS)),
        *(_month(month, x, y, key) for month, (x, y) in zip(months, place, strict=True)),
        class_=class_,
        viewBox=f"0 0 {in_a_row * (BOX + GAP) - GAP + 2} {rows * (HIGH + LABEL + BAND + GAP)}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=TYPE,
        font_size=14,
        fill=INK,
    )


def _month(month: MonthBox, x: float, y: float, key: str) -> Markup:
    look = LOOKS[month.standing]
    box = tag(
        "rect",
        x=x,
        y=y,
        width=BOX - 2,
        height=HIGH,
        rx=4,
        fill=f"url(#{key}-{month.standing})",
        stroke=look.edge,
        stroke_width=1.5,
        stroke_dasharray=look.dashes,
    )
    bands = (
        tag(
            "rect",
            x=x + begins * BOX,
            y=y + HIGH + 2,
            width=max((ends - begins) * BOX, 2),
            height=BAND - 1,
            fill=GREY,
        )
        for begins, ends in month.paused
    )
    middle = x + BOX / 2 - 1
    name = tag("text", month.name, x=middle, y=y + HIGH + BAND + 15, text_anchor="middle", fill=SOFT, font_size=13)
    return tag("g", tag("title", month.said), box, _note(month, look, middle, y), *bands, name)


def _note(month: MonthBox, look: Look, middle: float, y: float) -> Markup:
    """On a plate of its own where the box has marks."""
    if not month.note:
        return Markup()
    wide = len(month.note) * 8.4 + 6
    plate = tag("rect", x=middle - wide / 2, y=y + HIGH / 2 - 10, width=wide, height=20, rx=4, fill=look.ground)
    words = tag("text", month.note, x=middle, y=y + HIGH / 2 + 5, text_anchor="middle", fill=look.ink, font_weight=700)
    return joined((plate if look.marks else Markup(), words))


def _pattern(key: str, name: str) -> Markup:
    look = LOOKS[name]
    stroke = "#fff" if name == "late" else look.edge
    marks = tag("path", d=look.marks, stroke=stroke, stroke_width=1.1, opacity=0.7) if look.marks else Markup()
    ground = tag("rect", width=8, height=8, fill=look.ground)
    return tag("pattern", ground, marks, id=f"{key}-{name}", width=8, height=8, patternUnits="userSpaceOnUse")


def _legend(shown: Sequence[str], key: str, *, bands: bool) -> Markup:
    parts = [_part(name, key) for name in shown]
    if bands:
        band = tag("rect", x=1, y=6, width=22, height=4, fill=GREY)
        swatch = tag("svg", band, width=24, height=16, aria_hidden="true", class_="glyph")
        parts.append(tag("li", swatch, " days of a pause", class_="legend__part"))
    return tag("ul", *parts, class_="legend")


def _part(name: str, key: str) -> Markup:
    look = LOOKS[name]
    box = tag(
        "rect",
        x=1,
        y=1,
        width=22,
        height=14,
        rx=3,
        fill=f"url(#{key}-{name})",
        stroke=look.edge,
        stroke_width=1.5,
        stroke_dasharray=look.dashes,
    )
    swatch = tag("svg", tag("defs", _pattern(key, name)), box, width=24, height=16, aria_hidden="true", class_="glyph")
    return tag("li", swatch, f" {look.words}", class_="legend__part")
