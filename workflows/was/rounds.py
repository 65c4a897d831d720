"""Older shapes of the facts of rounds."""

from typing import Any


def colour_instead_of_presence(body: dict[str, Any]) -> dict[str, Any]:
    """`rounds.held` 1 → 2. The first shape said only whether the executive partner was `present`. Deputies could not be
    recorded then, so rounds without the executive were those of the team alone; since deputies come too, `colour` says
    which of the three it was."""
    colour = "executive" if body["present"] else "team"
    return {
        "attendees": body["attendees"],
        "colour": colour,
        "none_raised": body["none_raised"],
        "summary_due": body["summary_due"],
    }


STEPS = {("rounds.held", 1): colour_instead_of_presence}
