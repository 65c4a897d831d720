"""Where a score lies among published ones. Percentiles of others are relative: they say who is ahead, not who is safe."""

from collections.abc import Mapping

from msgspec import Struct


class Band(Struct, frozen=True):
    """Between which published percentiles a score lies; `None` below the lowest or above the highest that is published."""

    above: int | None
    below: int | None


def band(score: float, published: Mapping[int, float]) -> Band:
    """`published` gives the score at each percentile, 0 the least seen and 100 the most. A score equal to one reaches it."""
    reached = [percentile for percentile, at in sorted(published.items()) if at <= score]
    ahead = [percentile for percentile, at in sorted(published.items()) if at > score]
    return Band(reached[-1] if reached else None, ahead[0] if ahead else None)
