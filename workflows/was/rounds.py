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


def with_whom_and_when(body: dict[str, Any]) -> dict[str, Any]:
    """`rounds.scheduled` 1 → 2. Before, all rounds were with staff, and nobody was asked for the hour, the shift or the
    place."""
    return {**body, "time": None, "kind": "staff", "shift": None, "where": None}


def at_the_same_hour(body: dict[str, Any]) -> dict[str, Any]:
    """`rounds.rescheduled` 1 → 2. Rounds had no hour that could move with the day."""
    return {**body, "time": None}


STEPS = {
    ("rounds.scheduled", 1): with_whom_and_when,
    ("rounds.rescheduled", 1): at_the_same_hour,
    ("rounds.held", 1): colour_instead_of_presence,
}
