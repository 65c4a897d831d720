"""How swiftly disrespect is answered: who still waits counts as waiting, and small numbers are not taken apart."""

import pytest
from msgspec.structs import replace

from projections.respect import RespectRow
from projections.swiftness import LEAST, half_within, swiftness
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import moment_of, utc_day
from workflows.respect.state import Incident

INCIDENT = Incident(
    voice="voice-x",
    kind="colleague",
    what=Ref(1, "what"),
    unit=None,
    where=None,
    who=None,
    danger=False,
    speaker="confidential",
    holder="role-professionalism-lead",
    reported=moment_of("2025-03-03"),
    first_due="2025-03-05",
)


def answered(day: str, **more: object) -> RespectRow:
    incident = replace(INCIDENT, responded=moment_of(day), tier="conversation", **more)
    return RespectRow(state="addressed", since=0, incident=incident)


def waiting(since: str) -> RespectRow:
    return RespectRow(state="reported", since=0, incident=replace(INCIDENT, reported=moment_of(since)))


@pytest.mark.parametrize(
    ("waits", "half"),
    [
        ([], None),
        ([(3, True)], 3),
        ([(1, True), (9, True)], 1),
        ([(1, True), (9, False), (9, False)], None),
        ([(1, False), (2, True), (4, True)], 2),
        ([(0, True), (0, True), (5, False)], 0),
    ],
)
def test_half_of_them_waited_at_most_so_long(waits: list[tuple[int, bool]], half: int | None) -> None:
    assert half_within(waits) == half


def test_a_mean_of_the_answered_alone_would_flatter() -> None:
    rows = [answered("2025-03-04"), waiting("2025-02-01"), waiting("2025-02-01")]
    said = swiftness(rows, "2025-03-10", utc_day)
    assert (said.days, said.waiting, said.reported) == (None, 2, 3)


def test_what_came_back_and_what_was_in_time_are_counted_with_their_whole() -> None:
    late = answered("2025-03-12", fallen=(("respond", "2025-03-05"),), recurred=(Ref(9, "what"),))
    said = swiftness([answered("2025-03-04"), late, waiting("2025-03-09")], "2025-03-12", utc_day)
    assert (said.in_time.part, said.in_time.whole) == (1, 2), "one is not due yet"
    assert (said.again.part, said.again.whole) == (1, 2)


def test_steps_are_said_of_enough_incidents_alone() -> None:
    few, enough = ([answered("2025-03-04")] * count for count in (LEAST - 1, LEAST))
    assert swiftness(few, "2025-03-10", utc_day).tiers is None
    tiers = swiftness(enough, "2025-03-10", utc_day).tiers
    assert tiers is not None
    assert tiers["conversation"] == LEAST


def test_what_was_taken_back_unanswered_counts_nowhere() -> None:
    gone = RespectRow(state="withdrawn", since=0, incident=INCIDENT)
    assert swiftness([gone], "2025-03-10", utc_day).reported == 0
