"""Whether a score is one thing, and whether a unit's mean stands for its people.

`reliability` (alpha, omega) is of the items of one composite, `within` (r_wg(j)) of the people of a unit, `between` (ICC) of
units against each other. What cannot be computed is a `NotComputable` with its reason, never a number that looks like one.
Answers come with reversed items turned round and -1 for missing. NumPy only; of the house nothing.
"""

from assessments.agreement.between import Icc, icc
from assessments.agreement.not_computable import NotComputable
from assessments.agreement.reliability import Covariances, alpha, omega, spread
from assessments.agreement.within import slight_skew, uniform, within_groups

__all__ = [
    "Covariances",
    "Icc",
    "NotComputable",
    "alpha",
    "icc",
    "omega",
    "slight_skew",
    "spread",
    "uniform",
    "within_groups",
]
