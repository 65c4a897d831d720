"""What rounds decide alone; that their unit is open is the rule `scheduling`."""

from typing import get_args

from workflows.kernel.ball import falls
from workflows.kernel.correcting import unclear
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.rounds import commands as c
from workflows.rounds import events as e
from workflows.rounds.balls import balls
from workflows.rounds.state import Held, Known, NotHeld, Scheduled, State, Summarised, Withdrawn

Alone = c.Prepare | c.Reschedule | c.Hold | c.Review | c.SayNotHeld | c.Summarise | c.Withdraw | c.Correct | c.FallDue

CHOICES = {"colour": get_args(c.Colour)}


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="rounds")
    match command:
        case c.Prepare():
            return _prepare(command, state)
        case c.Reschedule():
            return _reschedule(command, state, act)
        case c.Hold():
            return _hold(command, state, act)
        case c.Review():
            return _review(command, state)
        case c.SayNotHeld():
            return _say_not_held(command, state)
        case c.Summarise():
            return _summarise(command, state)
        case c.Withdraw():
            return _withdraw(command, state)
        case c.Correct():
            return _correct(command, state)
        case c.FallDue():
            return falls(command, balls(state), state.visit.fallen, act, e.FellDue)


def schedule(command: c.Schedule, act: Act, partner: str | None) -> Decision:
    """Their part of `scheduling`; `partner` is the executive partner of the unit."""
    if command.day < act.day and not act.imported:
        return refused("day_is_past", day=command.day)
    who = command.partner or partner
    return (e.Scheduled(unit=command.unit, day=command.day, partner=who, guide=command.guide),)


def _prepare(command: c.Prepare, state: Known) -> Decision:
    if not isinstance(state, Scheduled):
        return refused("rounds.not_scheduled")
    return () if command.item in state.visit.prepared else (e.Prepared(item=command.item, note=command.note),)


def _reschedule(command: c.Reschedule, state: Known, act: Act) -> Decision:
    if not isinstance(state, Scheduled):
        return refused("rounds.not_scheduled")
    if command.day == state.visit.day:
        return ()
    if command.day < act.day:
        return refused("day_is_past", day=command.day)
    return (e.Rescheduled(day=command.day, reason=command.reason),)


def _hold(command: c.Hold, state: Known, act: Act) -> Decision:
    match state:
        case Scheduled():
            due = act.terms.of(state.unit).due(act.day, "summarise_days")
            return (
                e.Held(
                    attendees=command.attendees,
                    colour=command.colour,
                    none_raised=command.none_raised,
                    summary_due=due,
                ),
            )
        case Held() | Summarised():
            return ()
        case NotHeld() | Withdrawn():
            return refused("rounds.not_scheduled")


def _review(command: c.Review, state: Known) -> Decision:
    if isinstance(state, NotHeld | Withdrawn):
        return refused("rounds.not_scheduled")
    known = any((seen.issue, seen.finding) == (command.issue, command.finding) for seen in state.visit.seen)
    return () if known else (e.Reviewed(issue=command.issue, finding=command.finding),)


def _say_not_held(command: c.SayNotHeld, state: Known) -> Decision:
    match state:
        case Scheduled():
            return (e.NotHeld(reason=command.reason, note=command.note),)
        case NotHeld():
            return ()
        case Held() | Summarised() | Withdrawn():
            return refused("rounds.not_scheduled")


def _summarise(command: c.Summarise, state: Known) -> Decision:
    match state:
        case Held():
            priorities = tuple(dict.fromkeys(command.priorities))
            return (e.Summarised(summary=command.summary, priorities=priorities, thanks=command.thanks),)
        case Summarised():
            return ()
        case Scheduled() | NotHeld() | Withdrawn():
            return refused("rounds.hold_first")


def _withdraw(command: c.Withdraw, state: Known) -> Decision:
    if isinstance(state, Withdrawn):
        return ()
    return (e.Withdrawn(why=command.why),) if isinstance(state, Scheduled) else refused("rounds.not_scheduled")


def _correct(command: c.Correct, state: Known) -> Decision:
    if refusal := unclear(command, CHOICES):
        return refusal
    if command.part is not None:
        here = getattr(state, command.part, None) is not None
        return (_corrected(command, None),) if here else refused("nothing_to_correct")
    if not isinstance(state, Held | Summarised):
        return refused("nothing_to_correct")
    return () if state.colour == command.now else (_corrected(command, state.colour),)


def _corrected(command: c.Correct, was: str | None) -> e.Corrected:
    return e.Corrected(part=command.part, text=command.text, field=command.field, was=was, now=command.now)
