"""Who can answer, in numbers: several units that are asked together are counted as one group."""

from collections.abc import Mapping
from typing import Literal

from assessments.campaign.events import RosterFrozen

SPARE = 10
"""Cards more than people, at least, for those who come later."""
SHARE = 4
"""Or one more for so many people, where that is more."""


def frozen(mode: Literal["confidential", "anonymous"], people: Mapping[str, int], least: int) -> RosterFrozen | None:
    """`people` of each unit, in the order asked; None where all of them together are fewer than `least`."""
    every = sum(people.values())
    if every < least:
        return None
    return RosterFrozen(
        mode=mode,
        units=tuple(people),
        eligible=tuple(people.values()),
        groups=(0,) * len(people),
        cards=(every if mode == "confidential" else every + max(SPARE, -(-every // SHARE)),),
    )
