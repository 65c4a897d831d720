"""The share of a composite, with its bounds, of ballots that lie together."""

from collections.abc import Sequence
from math import isnan

from msgspec import Struct

from assessments.instrument import Answers, Composite, Instrument
from assessments.scoring.ballots import tabulated
from assessments.scoring.bootstrap import composite_share, marks

SEED = 118
"""People are drawn anew the same way each time, so that the same ballots give the same bounds."""
AGREE = "saq/1"
"""The rule of scoring under which the share of people at 75 or more is told."""


class Share(Struct, frozen=True):
    """Of a composite: the plain mean of its items' shares of positive answers, in percent; bounds by drawing people anew."""

    percent: float
    low: float
    high: float


def share_of(instrument: Instrument, composite: Composite, ballots: Sequence[Answers]) -> Share | None:
    """None where nobody answered any of it, or one person did."""
    found = composite_share(marks(instrument, composite, tabulated(instrument, ballots)), SEED)
    return None if any(map(isnan, found)) else Share(*(100 * one for one in found))
