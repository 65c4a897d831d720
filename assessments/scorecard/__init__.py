"""The four responsibilities of leaders: by which figures, and which components of maturity, one sees whether they are carried.

`scorecard.json` says it as data; `document` reads it, `judging` holds the rules: when a goal is met, how consistently,
and where what leaders say of themselves lies apart from the figures. Nothing here averages four things into one.
"""

from assessments.scorecard.document import (
    Figure,
    FigureKey,
    Horizon,
    Ready,
    Responsibility,
    ResponsibilityKey,
    Scorecard,
    scorecard,
)
from assessments.scorecard.judging import (
    LEAST,
    Against,
    Consistency,
    Period,
    Standing,
    Verdict,
    against,
    consistency,
    judged,
    standing,
)

__all__ = [
    "LEAST",
    "Against",
    "Consistency",
    "Figure",
    "FigureKey",
    "Horizon",
    "Period",
    "Ready",
    "Responsibility",
    "ResponsibilityKey",
    "Scorecard",
    "Standing",
    "Verdict",
    "against",
    "consistency",
    "judged",
    "scorecard",
    "standing",
]
