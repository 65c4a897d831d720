"""Who owes what in a partnership: a yes, a signature, an answer to the team's wish, the meeting of the month."""

from typing import assert_never

from workflows.kernel.ball import Ball
from workflows.kernel.moments import moment_of
from workflows.kernel.months import first_day, last_day
from workflows.kernel.noun import Nothing
from workflows.partnership.course import owed
from workflows.partnership.state import Active, Agreed, Eligible, Ended, Graduated, Meeting, Nominated, State

QUALITY = "role-quality-director"


def balls(state: State) -> tuple[Ball, ...]:
    match state:
        case Nominated(bond=bond, since=since):
            return (Ball(QUALITY, "confirm", f"unit-{bond.unit}", since),)
        case Eligible(bond=bond, since=since):
            return (Ball(bond.executive, "sign", f"unit-{bond.unit}", since),)
        case Active():
            return (*_meeting(state), *_wish(state))
        case Graduated():
            return _meeting(state)
        case Nothing() | Agreed() | Ended():
            return ()
        case _:
            assert_never(state)


def _meeting(state: Meeting) -> tuple[Ball, ...]:
    """The day that is planned, where that lies in the time that is due; else its last day."""
    course = state.bond.course
    period = owed(course)
    if period is None:
        return ()
    planned = course.planned if course.planned and period.holds(course.planned.day[:7]) else None
    due = planned.day if planned else last_day(period.last)
    first = planned.first_day if planned else due
    since = max(state.since, moment_of(first_day(period.first)))
    return (Ball(state.bond.executive, "meet", f"unit-{state.bond.unit}", since, due, first, turn=period.last),)


def _wish(state: Active) -> tuple[Ball, ...]:
    if state.proposal is None:
        return ()
    unit, since = f"unit-{state.bond.unit}", state.proposal.since
    sides = (("executive", state.bond.executive), ("quality", QUALITY))
    return tuple(Ball(who, "agree", unit, since) for side, who in sides if side not in state.proposal.agreed)
