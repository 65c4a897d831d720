"""Older shapes of the facts of a concern."""

from typing import Any


def who_speaks_is_asked(body: dict[str, Any]) -> dict[str, Any]:
    """`concern.raised` 1 → 2. Before, nobody was asked who spoke, for whom, in which language or how to be reached, and what
    was said came through a page."""
    return {**body, "who": "no_answer", "for_another": False, "language": None, "came": "page", "contact": None}


def from_a_unit(body: dict[str, Any]) -> dict[str, Any]:
    """`concern.arrived` 1 → 2. Before, everything was about a unit, so that it came from one."""
    return body


STEPS = {("concern.raised", 1): who_speaks_is_asked, ("concern.arrived", 1): from_a_unit}
