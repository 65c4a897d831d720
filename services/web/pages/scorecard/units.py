"""Units side by side in one figure: a funnel around the share of all, and no ranking."""

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

from assessments.scorecard import FigureKey, scorecard
from assessments.scorecard.funnel import SMALLEST, bounds, is_beyond, share_of_all
from projections.share import Share
from services.web.pictures import Bound, Place, funnel

FIGURE: FigureKey = "answered"
"""Voices are what every unit has; of all else most have too little to lie anywhere."""


class Beside(Struct, frozen=True):
    """The picture, what it is of, and its table."""

    picture: Markup
    title: str
    rows: tuple[tuple[str, str, str, str], ...]


def beside(shares: Mapping[str, Share]) -> Beside | None:
    """By the name of the unit, in its own order; None where fewer than two units speak of enough."""
    drawn = {name: one for name, one in shares.items() if one.whole >= SMALLEST}
    middle = share_of_all([(one.part, one.whole) for one in drawn.values()])
    if middle is None or len(drawn) < 2:
        return None
    title = scorecard().figures[FIGURE].title
    found = bounds(middle, max(one.whole for one in drawn.values()))
    places = [
        Place(name, one.whole, 100 * one.part / one.whole, is_beyond(one.part, one.whole, middle))
        for name, one in drawn.items()
    ]
    picture = funnel(
        places, [Bound(one.whole, one.low, one.high) for one in found], 100 * middle, title=title, key="funnel"
    )
    rows = tuple(
        (one.name, f"{one.percent:.0f} %", f"{one.whole}", "more than chance" if one.is_beyond else "within chance")
        for one in places
    )
    return Beside(picture, title, rows)
