"""What a measure decides alone. Being added, taken up again and given up is in `joint`."""

from typing import get_args

from workflows.kernel.correcting import corrected, unclear
from workflows.kernel.grammar import Act, Command, Refused, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.periods import Every, kind_of, last_day
from workflows.measure import commands as c
from workflows.measure import events as e
from workflows.measure.state import Gauge, Known, Retired, State

Alone = c.Record | c.CorrectValue | c.WithdrawValue | c.Aim | c.HandOn | c.Correct


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="measure")
    match command:
        case c.Record():
            return _record(command, state, act)
        case c.CorrectValue():
            return _correct_value(command, state, act)
        case c.WithdrawValue():
            return _withdraw_value(command, state)
        case c.Aim(goal=goal):
            return () if goal == state.gauge.goal else (e.Aimed(goal=goal),)
        case c.HandOn(owner=owner):
            return () if owner == state.gauge.owner else (e.HandedOn(owner=owner),)
        case c.Correct():
            return _correct(command, state)


def _record(command: c.Record, state: Known, act: Act) -> Decision:
    """One value for each day, week or month; another one is a correction."""
    if isinstance(state, Retired):
        return refused("measure.retired")
    if amiss := _amiss(state.gauge, command.period, command.count, command.of, act):
        return amiss
    there = state.value(command.period)
    if there is not None:
        same = (there.count, there.of) == (command.count, command.of)
        return () if same else refused("measure.recorded_already", period=command.period)
    return (e.Recorded(period=command.period, count=command.count, of=command.of),)


def _correct_value(command: c.CorrectValue, state: Known, act: Act) -> Decision:
    there, to = state.value(command.period), command.to or command.period
    if there is None:
        return refused("measure.no_value", period=command.period)
    if amiss := _amiss(state.gauge, to, command.count, command.of, act):
        return amiss
    if to != command.period and state.value(to) is not None:
        return refused("measure.recorded_already", period=to)
    if (there.period, there.count, there.of) == (to, command.count, command.of):
        return ()
    return (
        e.ValueCorrected(
            period=command.period, was_count=there.count, was_of=there.of, to=to, count=command.count, of=command.of
        ),
    )


def _withdraw_value(command: c.WithdrawValue, state: Known) -> Decision:
    if state.value(command.period) is not None:
        return (e.ValueWithdrawn(period=command.period, why=command.why),)
    gone = any(one.period == command.period for one in state.values)
    return () if gone else refused("measure.no_value", period=command.period)


def _amiss(gauge: Gauge, period: str, count: int | None, of: int | None, act: Act) -> Refused | None:
    """Why this is no value of this measure: another kind of time, one to come, or numbers that do not fit."""
    every = "day" if gauge.kind == "days_since" else gauge.every
    if kind_of(period) != every:
        return _goes_by(every)
    if last_day(period) > act.day:
        return refused("measure.not_yet", period=period)
    match gauge.kind:
        case "days_since":
            return refused("measure.no_number") if (count, of) != (None, None) else None
        case "count" if count is None:
            return refused("measure.how_many")
        case "count":
            return refused("measure.is_no_rate") if of is not None else None
        case "rate":
            return None if count is not None and of else refused("measure.out_of_how_many")


def _goes_by(every: Every) -> Refused:
    match every:
        case "day":
            return refused("measure.by_day")
        case "week":
            return refused("measure.by_week")
        case "month":
            return refused("measure.by_month")


def _correct(command: c.Correct, state: Known) -> Decision:
    if refusal := unclear(command, {"better": get_args(c.Better)}):
        return refusal
    if command.part == "per_what" and state.gauge.per_what is None:
        return refused("measure.is_no_rate")
    was = None if command.field is None else state.gauge.better
    if was is not None and was == command.now:
        return ()
    return (corrected(e.Corrected, command, was),)
