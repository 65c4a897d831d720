"""What would another rhythm have done with a time that is past? Told from what is known alone; nothing is changed by it.

* `rhythm`   the terms that were in force, and what is tried in their place
* `climbing` the facts of a barrier told again, with the clock coming by every day under other terms
* `owing`    answers, reasons, issues and promises held against other due times, and a ladder for those that stay overdue
"""

from projections.what_if.climbing import Climb, DayOf, Difference, climbs, differences, really
from projections.what_if.owing import TERMS, Duty, Fell, duties, fell
from projections.what_if.rhythm import Adopted, Rhythm, Supposed

__all__ = [
    "TERMS",
    "Adopted",
    "Climb",
    "DayOf",
    "Difference",
    "Duty",
    "Fell",
    "Rhythm",
    "Supposed",
    "climbs",
    "differences",
    "duties",
    "fell",
    "really",
]
