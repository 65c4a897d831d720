"""Many comparisons at once: which of them stand when the share of false alarms among them is held down."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def discoveries(p: ArrayLike, rate: float = 0.05) -> NDArray[np.bool_]:
    """Which of these p-values stand with at most `rate` false alarms among those that do (Benjamini and Hochberg 1995).

    `nan` (no comparison could be made) never stands and is not counted among the comparisons.
    """
    values = np.asarray(p, float)
    made = np.flatnonzero(~np.isnan(values))
    order = made[np.argsort(values[made], kind="stable")]
    under = np.flatnonzero(values[order] <= rate * np.arange(1, len(order) + 1) / max(len(order), 1))
    stands = np.zeros(values.shape, bool)
    if len(under):
        stands[order[: under[-1] + 1]] = True
    return stands
