"""How many still wait, day by day: a curve that steps down whenever something comes to its end."""

from collections.abc import Sequence

from markupsafe import Markup

from services.web.pictures.markup import joined, tag
from services.web.pictures.sheet import INK, LINE, SOFT, SOLID, TYPE

WIDE, HIGH, LEFT, TOP, UNDER = 420, 220, 44, 12, 46
TICKS = 6
"""At most so many days stand under the curve."""

Points = Sequence[tuple[int, float]]
"""Days, and the share from 0 to 1 that still waits from that day on; in order, without the beginning at (0, 1)."""


def curve(points: Points, longest: int, *, key: str, title: str, said: str) -> Markup:
    """`longest` is the last day that anything was seen at: there the line ends. `said` is the whole in words."""
    end = max(longest, 1)
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", said, id=f"{key}-desc"),
        *_shares(),
        *_days(end),
        tag("path", d=_line(points, end), fill="none", stroke=SOLID, stroke_width=3, stroke_linejoin="round"),
        class_="curve",
        viewBox=f"0 0 {WIDE} {HIGH}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=TYPE,
        font_size=15,
        fill=INK,
    )


def _line(points: Points, end: int) -> str:
    """Level until a day with an end, then straight down."""
    steps = (f"H{_x(day, end)}V{_y(share)}" for day, share in points)
    return f"M{_x(0, end)} {_y(1)}{''.join(steps)}H{_x(end, end)}"


def _shares() -> list[Markup]:
    lines = []
    for part, words in ((1.0, "all"), (0.5, "half"), (0.0, "none")):
        y = _y(part)
        rule = tag("path", d=f"M{LEFT} {y}H{WIDE - 8}", stroke=LINE, stroke_dasharray=None if part == 0 else "4 4")
        lines.append(joined((rule, tag("text", words, x=LEFT - 8, y=y + 5, text_anchor="end", fill=SOFT))))
    return lines


def _days(end: int) -> list[Markup]:
    step = next(step for step in _ROUND if step * TICKS >= end or step == _ROUND[-1])
    marks = [
        tag("text", str(day), x=_x(day, end), y=HIGH - UNDER + 20, text_anchor="middle", fill=SOFT)
        for day in range(0, end + 1, step)
    ]
    return [*marks, tag("text", "days", x=WIDE - 8, y=HIGH - 4, text_anchor="end", fill=SOFT)]


_ROUND = (1, 2, 5, 7, 14, 30, 60, 90, 180, 365, 730)


def _x(day: int, end: int) -> float:
    return round(LEFT + day / end * (WIDE - LEFT - 24), 1)


def _y(share: float) -> float:
    return round(TOP + (1 - share) * (HIGH - TOP - UNDER), 1)
