"""Older shapes of the facts of promises."""

from typing import Any


def without_a_kind_of_work(body: dict[str, Any]) -> dict[str, Any]:
    """`promise.made` 1 → 2. The first shape did not ask whether a step was technical or socio-adaptive work."""
    return {**body, "work": None}


STEPS = {("promise.made", 1): without_a_kind_of_work}
