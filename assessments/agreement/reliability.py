"""Alpha and omega of the items of one composite, over everybody who answered all of them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from assessments.agreement.not_computable import NotComputable

LEAST_PEOPLE = 3
LEAST_LOADED = 3
ROUNDS = 300
BLOCK = 1 << 15
"""People looked at together: sums of whole numbers stay exact, and a million people need no copy of their answers."""


Covariances = NDArray[np.float64]


def spread(answers: NDArray[Any]) -> Covariances | NotComputable:
    """Covariances (n - 1 below) of `[people, items]`, -1 missing, over complete rows.

    There are none for one item, under three people, or where the sum does not vary.
    """
    items = answers.shape[1]
    if items < 2:
        return NotComputable("too_few_items")
    exact = np.float32 if int(answers.max(initial=0)) ** 2 * BLOCK < 1 << 24 else np.float64
    people, sums, products = 0, np.zeros(items), np.zeros((items, items))
    for start in range(0, len(answers), BLOCK):
        block = answers[start : start + BLOCK].T
        complete = block.min(axis=0) >= 0
        values = (block * complete).astype(exact)
        people += int(complete.sum())
        sums += values.sum(axis=1)
        products += values @ values.T
    if people < LEAST_PEOPLE:
        return NotComputable("too_few_people")
    found: Covariances = (products - np.outer(sums, sums) / people) / (people - 1)
    return found if found.sum() > 1e-9 else NotComputable("no_spread")


def alpha(spread: Covariances | NotComputable) -> float | NotComputable:
    """Cronbach's alpha: k/(k-1)·(1 - Σ variances / variance of the sum)."""
    if isinstance(spread, NotComputable):
        return spread
    items = len(spread)
    return float(items / (items - 1) * (1 - np.trace(spread) / spread.sum()))


def omega(spread: Covariances | NotComputable) -> float | NotComputable:
    """McDonald's omega (total): the share of variance of the sum that one factor accounts for.

    Loadings make the off-diagonal covariances as close as can be in least squares (the minimal residuals of Harman and
    Jones 1966), one after the other until they stand still. Needs three items, and a factor that is found and leaves no
    item a variance below nothing.
    """
    if isinstance(spread, NotComputable):
        return spread
    if len(spread) < LEAST_LOADED:
        return NotComputable("too_few_items")
    loadings = _loadings(spread)
    if loadings is None or (left := np.diag(spread) - loadings**2).min() < -1e-9:
        return NotComputable("no_one_factor")
    common = float(loadings.sum()) ** 2
    return common / (common + float(left.sum()))


def _loadings(spread: Covariances) -> NDArray[np.float64] | None:
    """`None` if they do not come to stand."""
    largest = np.linalg.eigh(spread)
    loadings: NDArray[np.float64] = np.sqrt(largest.eigenvalues[-1]) * largest.eigenvectors[:, -1]
    own = np.diag(spread)
    for _ in range(ROUNDS):
        moved = 0.0
        for item, before in enumerate(loadings):
            others = loadings @ loadings - before**2
            loadings[item] = (spread[item] @ loadings - own[item] * before) / max(float(others), 1e-12)
            moved = max(moved, abs(loadings[item] - before))
        if moved < 1e-9:
            return loadings
    return None
