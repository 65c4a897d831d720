"""What may be shown of a survey, so that nobody can be found in it.

**The attacker** knows who works here, who came and who left, what everybody's unit and role is, and everything that was ever
released from the campaign: pages, exports, views of past days. They do not know the ballots. They may add and subtract
released figures as they like.

**The promise** is exact over everything released from one campaign: no such sum depends on the answers of fewer than `least`
people. Across anonymous waves only frames and denominators can be held to it, for answers change in between; the page says so.

`limits` is the one table of how many is enough; `releases` holds what has been shown and says whether one more cell may be;
`isolating` is the search behind it; `publishing` shows as much of a cut as may be shown; `settling` says it once, of the groups
of a wave beside the whole of it, and of the positions in each group, and guards what is told as a bound; `scales` says the same
of means; `binning` keeps "all" and "nobody" of a small group from being read off; `places` puts places together in which few
answered, where each person's answers are handed out. Nothing of the house is imported.
"""

from assessments.disclosure.binning import SMALL, Bound, Shown, mean_shown, share_shown
from assessments.disclosure.limits import FEW, MOST_CAREFUL, ORDINARY, Limits
from assessments.disclosure.places import REST, put_together
from assessments.disclosure.publishing import Published, published
from assessments.disclosure.releases import Cell, Releases, Withheld, opened, released
from assessments.disclosure.scales import Sum, settled_means
from assessments.disclosure.settling import WHOLE, Tally, enough, parted, settled

__all__ = [
    "FEW",
    "MOST_CAREFUL",
    "ORDINARY",
    "REST",
    "SMALL",
    "WHOLE",
    "Bound",
    "Cell",
    "Limits",
    "Published",
    "Releases",
    "Shown",
    "Sum",
    "Tally",
    "Withheld",
    "enough",
    "mean_shown",
    "opened",
    "parted",
    "published",
    "put_together",
    "released",
    "settled",
    "settled_means",
    "share_shown",
]
