"""Older shapes are lifted to today's."""

from typing import Any

import msgspec
import pytest

from workflows import lexicon
from workflows.rounds.events import Held


@pytest.mark.parametrize(("present", "colour"), [(True, "executive"), (False, "team")])
def test_rounds_once_said_only_whether_the_executive_was_present(present: bool, colour: str) -> None:
    first: dict[str, Any] = {
        "attendees": ["person-partner"],
        "present": present,
        "none_raised": False,
        "summary_due": "2025-03-05",
    }
    lifted = msgspec.convert(lexicon.STEPS["rounds.held", 1](first), Held)
    assert (lifted.colour, lifted.attendees) == (colour, ("person-partner",))


def test_every_older_version_has_its_step() -> None:
    older = {(name, v) for name, event in lexicon.EVENT_TYPES.items() for v in range(1, event.V)}
    assert older == set(lexicon.STEPS)
