"""The monthly meeting: planned, moved, held, not held, counted from rounds, and how the clock closes a month."""

from collections.abc import Iterable
from typing import Any

from workflows.kernel.grammar import Act, refused
from workflows.kernel.moments import Day
from workflows.kernel.months import Month, first_day, grace_ends, last_day, month_of, months_after
from workflows.kernel.noun import Decision
from workflows.kernel.pauses import Pause, days_paused
from workflows.partnership import commands as c
from workflows.partnership import events as e
from workflows.partnership.course import Course, Period, is_settled, missed_in_a_row, periods, standing
from workflows.partnership.state import Meeting


def schedule(day: Day, state: Meeting, act: Act) -> Decision:
    planned = state.bond.course.planned
    if planned is not None:
        return () if planned.day == day else refused("partnership.planned_already", day=planned.day)
    return refused("day_is_past", day=day) if day < act.day else (e.MeetingScheduled(day=day),)


def move(command: c.MoveMeeting, state: Meeting, act: Act) -> Decision:
    planned = state.bond.course.planned
    if planned is None:
        return refused("partnership.nothing_planned")
    if planned.day == command.day:
        return ()
    if command.day < act.day:
        return refused("day_is_past", day=command.day)
    return (e.MeetingMoved(day=command.day, reason=command.reason),)


def hold(command: c.HoldMeeting, state: Meeting, act: Act) -> Decision:
    course = state.bond.course
    if any((one.day, one.colour) == (act.day, command.colour) for one in course.met):
        return ()
    return (_held(course, act, colour=command.colour, attendees=command.attendees, agreed=command.agreed, rounds=None),)


def count_rounds(command: c.CountRounds, state: Meeting, act: Act) -> Decision:
    """Nothing where the hospital keeps the two apart."""
    course = state.bond.course
    if not act.terms.of(state.unit).rounds_are_meetings or any(one.rounds == command.rounds for one in course.met):
        return ()
    return (_held(course, act, colour=command.colour, attendees=(), agreed=None, rounds=command.rounds),)


def say_not_held(command: c.SayMeetingNotHeld, state: Meeting, act: Act) -> Decision:
    course = state.bond.course
    if course.planned is None:
        known = any((one.day, one.reason) == (act.day, command.reason) for one in course.not_met)
        return () if known or course.not_met else refused("partnership.nothing_planned")
    return (e.MeetingNotHeld(day=course.planned.day, reason=command.reason, note=command.note),)


def close(month: Month, state: Meeting, act: Act, pauses: Iterable[Pause]) -> Decision:
    """Its part of `partnering`: missed, unless somebody met or the hospital paused."""
    if not act.of_the_clock:
        return refused("only_the_clock")
    course, terms = state.bond.course, act.terms.of(state.unit)
    period = _ending(course, month)
    if period is None or act.day <= grace_ends(month, terms.rounds_grace_day):
        return refused("nothing_fell_due")
    how = standing(course, period)
    if is_settled(course, period):
        return ()
    if how in ("deputy", "team"):
        return (e.MonthPassed(month=month, how=how),)
    if days_paused(pauses, first_day(period.first), last_day(period.last)) >= terms.pause_days:
        return (e.MonthPassed(month=month, how="paused"),)
    misses = missed_in_a_row(course, period)
    at_risk = (e.PutAtRisk(misses=misses),) if misses >= terms.misses_at_risk and course.at_risk is None else ()
    return (e.MeetingMissed(month=month), *at_risk)


def last_due(act: Act) -> Month:
    """The month before the one in which it ends: that one is no longer owed."""
    return months_after(month_of(act.day), -1)


def _held(course: Course, act: Act, **what: Any) -> e.MeetingHeld:
    return e.MeetingHeld(day=act.day, month=_counts_for(course, act), **what)


def _counts_for(course: Course, act: Act) -> Month:
    """Its own month; the one before, where that was due, nobody has met for it and the days of grace are not over."""
    here = month_of(act.day)
    earlier = months_after(here, -1)
    period = _ending(course, earlier)
    if period is None or act.day > grace_ends(earlier, act.terms.rounds_grace_day):
        return here
    return here if standing(course, period) in ("executive", "late") else earlier


def _ending(course: Course, month: Month) -> Period | None:
    """The time that is due and ends with this month."""
    for period in periods(course):
        if period.last >= month:
            return period if period.last == month else None
    return None
