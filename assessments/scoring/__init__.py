"""Answers become scores, by rules that are named beside every score.

`ballots` lays answers out as numbers, `counting` says of each group how its answers fall, `persons` gives each person a score
on a composite, `groups` each group its scores, `bootstrap` how sure the share of a composite is (`shares`: of ballots),
`scores` all of it with where it comes from; `change` compares waves, `benchmarks` places a score among published ones,
`response` says how many answered, `structural` counts a checklist of which no part is enough. Answers are turned round here and
nowhere else. Imports `assessments.instrument`, `intervals` and `agreement`, and NumPy.
"""

from assessments.scoring.ballots import MISSING, answered, straight_lined, tabulated
from assessments.scoring.benchmarks import Band, band
from assessments.scoring.bootstrap import Marks, composite_share, composite_shift, marks
from assessments.scoring.change import PRACTICAL, Change, Verdict, mean_changed, share_changed, verdict
from assessments.scoring.counting import Cut
from assessments.scoring.persons import POSITIVE_SAQ, pomp
from assessments.scoring.response import rate, rounded_rate
from assessments.scoring.scores import SCORING, CompositeScore, ItemScore, Provenance, Scores, score, scored_apart
from assessments.scoring.shares import AGREE, Share, share_of
from assessments.scoring.structural import all_or_nothing

__all__ = [
    "AGREE",
    "MISSING",
    "POSITIVE_SAQ",
    "PRACTICAL",
    "SCORING",
    "Band",
    "Change",
    "CompositeScore",
    "Cut",
    "ItemScore",
    "Marks",
    "Provenance",
    "Scores",
    "Share",
    "Verdict",
    "all_or_nothing",
    "answered",
    "band",
    "composite_share",
    "composite_shift",
    "marks",
    "mean_changed",
    "pomp",
    "rate",
    "rounded_rate",
    "score",
    "scored_apart",
    "share_changed",
    "share_of",
    "straight_lined",
    "tabulated",
    "verdict",
]
