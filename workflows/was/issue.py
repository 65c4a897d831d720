"""Older shapes of the facts of an issue."""

from typing import Any


def without_its_sheet(body: dict[str, Any]) -> dict[str, Any]:
    """`issue.listed` 1 → 2. Before, what a sheet says beside the issue itself was not kept."""
    return {**body, "sheet": None}


STEPS = {("issue.listed", 1): without_its_sheet}
