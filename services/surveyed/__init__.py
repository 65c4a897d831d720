"""What those who were asked said, once it was counted: shares of enough of them, with how sure they are.

Ballots are opened here and nowhere else, and only figures that may be told leave this package: pages, API, exports, scorecard
and views of past days ask it and hold no ballots. Of a wave it tells what was settled when it was counted, item by item; the
parts of it nothing before it was published.

* `saying`  one item of one group in figures
* `waves`   a wave, group beside group and the whole of it; `positions` the same by what people do
* `reliable` whether a scale is one thing, and whether units differ
* `results` a campaign, or the part of a wave that is a unit's
"""

from services.surveyed.positions import Held
from services.surveyed.reliable import Figure, Reliable
from services.surveyed.results import STEP, Result, result, told
from services.surveyed.saying import Said, Scaled, scale, share
from services.surveyed.waves import Found, Group, found

__all__ = [
    "STEP",
    "Figure",
    "Found",
    "Group",
    "Held",
    "Reliable",
    "Result",
    "Said",
    "Scaled",
    "found",
    "result",
    "scale",
    "share",
    "told",
]
