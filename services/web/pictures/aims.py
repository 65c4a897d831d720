"""What one decision does to each of six aims: a row per aim, a mark under one of four words. Every mark has its own shape."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from services.web.pictures.markup import joined, tag
from services.web.pictures.sheet import INK, LINE, SOFT, TYPE

EFFECTS = (("harms", "harms"), ("trade_off", "trade-off"), ("neutral", "neutral"), ("supports", "supports"))
"""From the left to the right, as they are called."""
LABEL, COLUMN, ROW, HEAD, TEXT = 164, 54, 30, 26, 13
WIDTH = LABEL + COLUMN * len(EFFECTS)
ALARM, AMBER, GOOD = "#a4241b", "#7a4700", "#17613a"


class AimMark(Struct, frozen=True):
    """`name` of the aim as people read it, and what is done to it: a key of `EFFECTS`, or "" where it was not rated."""

    name: str
    effect: str


def aims(marks: Sequence[AimMark], *, key: str = "aims") -> Markup:
    """The drawing; `key` keeps two of them on one page apart."""
    floor = HEAD + ROW * len(marks)
    return tag(
        "svg",
        tag("title", "What it does to each aim", id=f"{key}-title"),
        tag("desc", sentence(marks), id=f"{key}-desc"),
        joined(_heading(column, words) for column, (_, words) in enumerate(EFFECTS)),
        joined(_row(row, mark) for row, mark in enumerate(marks)),
        class_="aims",
        viewBox=f"0 0 {WIDTH} {floor + 2}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=TYPE,
        font_size=TEXT,
        fill=INK,
    )


def sentence(marks: Sequence[AimMark]) -> str:
    """The picture in words, for those who hear it."""
    called = dict(EFFECTS)
    return " ".join(f"{mark.name}: {called.get(mark.effect, 'not rated')}." for mark in marks)


def _heading(column: int, words: str) -> Markup:
    return tag("text", words, x=_at(column), y=16, text_anchor="middle", font_size=TEXT - 1, fill=SOFT)


def _row(row: int, mark: AimMark) -> Markup:
    top = HEAD + ROW * row
    middle = top + ROW / 2
    name = tag("text", mark.name, x=0, y=middle + 4.5, font_weight=600)
    found = next((column for column, (effect, _) in enumerate(EFFECTS) if effect == mark.effect), None)
    places = (tag("circle", cx=_at(n), cy=middle, r=2, fill=LINE) for n in range(len(EFFECTS)) if n != found)
    drawn = Markup() if found is None else _mark(mark.effect, _at(found), middle)
    return tag("g", tag("path", d=f"M0 {top}H{WIDTH}", stroke=LINE), name, joined(places), drawn)


def _at(column: int) -> float:
    return LABEL + COLUMN * (column + 0.5)


def _mark(effect: str, x: float, y: float) -> Markup:
    """A cross harms, a hatched diamond trades off, an open ring is neutral, a full disc supports."""
    match effect:
        case "harms":
            arms = f"M{x - 7:g} {y - 7:g}L{x + 7:g} {y + 7:g}M{x + 7:g} {y - 7:g}L{x - 7:g} {y + 7:g}"
            return tag("path", d=arms, stroke=ALARM, stroke_width=4)
        case "trade_off":
            d = f"M{x:g} {y - 9:g}L{x + 9:g} {y:g}L{x:g} {y + 9:g}L{x - 9:g} {y:g}Z"
            return tag("path", d=d, fill="#fff0d6", stroke=AMBER, stroke_width=2)
        case "supports":
            return tag("circle", cx=x, cy=y, r=8, fill=GOOD)
        case _:
            return tag("circle", cx=x, cy=y, r=6.5, fill="#fff", stroke=SOFT, stroke_width=2)
