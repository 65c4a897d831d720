"""Older shapes are lifted to today's."""

from typing import Any

import msgspec
import pytest

from services.ledger.mapper import FactMapper
from tests.given import the
from tests.workflows.told import scheduled
from workflows import lexicon
from workflows.concern.events import Raised
from workflows.kernel.grammar import By, Header
from workflows.rounds.events import Held, Rescheduled, Scheduled


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


def test_a_stored_fact_of_the_first_shape_is_read_as_todays() -> None:
    head = Header(
        stream=the("rounds"), version=2, name="rounds.held", v=1, by=By("person", "person-leader"), via="page", salt=b""
    )
    body = b'{"attendees":["person-partner"],"present":true,"none_raised":true,"summary_due":"2025-03-05"}'
    row = (7, "4w", 3, 1_741_000_000_000_000, "rounds.held", 1, msgspec.json.encode(head), body)
    fact = FactMapper(lexicon.EVENT_TYPES, lexicon.STEPS).fact(row)
    assert fact.event == Held(
        attendees=("person-partner",), colour="executive", none_raised=True, summary_due="2025-03-05"
    )
    assert fact.head.v == 1


def test_rounds_once_had_no_hour_and_nobody_was_asked_for_the_shift() -> None:
    body = {"unit": "4w", "day": "2025-03-10", "partner": "person-partner", "guide": "person-leader"}
    assert msgspec.convert(lexicon.STEPS["rounds.scheduled", 1](body), Scheduled) == scheduled(shift=None)
    moved = lexicon.STEPS["rounds.rescheduled", 1]({"day": "2025-03-17", "reason": "reason"})
    assert msgspec.convert(moved, Rescheduled).time is None


def test_who_spoke_was_once_not_asked() -> None:
    first = Raised(
        unit="4w",
        kind="concern",
        what="what",
        idea=None,
        source="between",
        speaker="confidential",
        urgent=False,
        rounds=None,
        due="2025-03-13",
        who="no_answer",
        for_another=False,
        language=None,
        came="page",
        contact=None,
    )
    asked_later = ("who", "for_another", "language", "came", "contact")
    body = {name: value for name, value in msgspec.structs.asdict(first).items() if name not in asked_later}
    assert msgspec.convert(lexicon.STEPS["concern.raised", 1](body), Raised) == first


def test_every_older_version_has_its_step() -> None:
    older = {(name, v) for name, event in lexicon.EVENT_TYPES.items() for v in range(1, event.V)}
    assert older == set(lexicon.STEPS)
