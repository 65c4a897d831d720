"""What an issue decides alone. What it decides together with others is in `joint`."""

from typing import get_args

from workflows.issue import commands as c
from workflows.issue import events as e
from workflows.issue.balls import balls
from workflows.issue.joint import reopened
from workflows.issue.state import Closed, Declined, Deferred, Known, Open, Resolved, State, Unlisted, Weight
from workflows.kernel.ball import falls
from workflows.kernel.correcting import corrected, unclear
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.roles import EXECUTIVES, TEAM
from workflows.kernel.words import Category, Source

Alone = (
    c.Triage
    | c.Prioritise
    | c.Assign
    | c.Plan
    | c.CoAuthor
    | c.Decline
    | c.GiveReason
    | c.Defer
    | c.Reopen
    | c.MarkSame
    | c.Correct
    | c.FallDue
)

CHOICES = {"category": get_args(Category), "source": get_args(Source)}


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="issue")
    if isinstance(state, Unlisted):
        return refused("issue.unlisted")
    match command:
        case c.Triage():
            return _triage(command, state)
        case c.Prioritise():
            return () if command.rank == state.matter.rank else (e.Prioritised(rank=command.rank),)
        case c.Assign():
            return _assign(command, state)
        case c.Plan():
            return _plan(command, state, act)
        case c.CoAuthor():
            return _co_author(state, act)
        case c.Decline():
            return _decline(command, state, act)
        case c.GiveReason():
            return _give_reason(command, state)
        case c.Defer():
            return _defer(command, state, act)
        case c.Reopen():
            return () if isinstance(state, Open) else (reopened(state, act, command.why),)
        case c.MarkSame():
            return () if command.other in state.matter.alike else (e.MarkedSame(other=command.other),)
        case c.Correct():
            return _correct(command, state)
        case c.FallDue():
            return falls(command, balls(state), state.matter.fallen, act, e.FellDue)


def _triage(command: c.Triage, state: Known) -> Decision:
    matter = state.matter
    weight = Weight(command.severity, command.likelihood, command.ease)
    if (matter.category, matter.weight) == (command.category, weight):
        return ()
    return (
        e.Triaged(
            category=command.category,
            severity=command.severity,
            likelihood=command.likelihood,
            ease=command.ease,
        ),
    )


def _plan(command: c.Plan, state: Known, act: Act) -> Decision:
    """Whoever writes it is its first author, where they are of either side; it waits for the other."""
    if isinstance(state, Closed):
        return refused("issue.closed")
    planned, side = e.Planned(plan=command.plan), _side(act)
    return (planned, e.CoAuthored(side=side)) if side else (planned,)


def _co_author(state: Known, act: Act) -> Decision:
    if isinstance(state, Closed):
        return refused("issue.closed")
    if state.matter.plan is None:
        return refused("issue.no_plan")
    if any(one.person == act.by.id for one in state.matter.authors):
        return ()
    side = _side(act)
    return (e.CoAuthored(side=side),) if side else refused("issue.author_of_no_side")


def _side(act: Act) -> c.Side | None:
    """By the roles somebody holds here; who stands in for a role is not the one who holds it."""
    if act.by.kind != "person":
        return None
    if act.roles & EXECUTIVES:
        return "executive"
    return "unit" if act.roles & TEAM else None


def _assign(command: c.Assign, state: Known) -> Decision:
    if isinstance(state, Closed):
        return refused("issue.closed")
    due = command.due or state.matter.due
    if (command.owner, due) == (state.matter.owner, state.matter.due):
        return ()
    return (e.Assigned(owner=command.owner, due=due),)


def _decline(command: c.Decline, state: Known, act: Act) -> Decision:
    match state:
        case Open() | Deferred():
            lacks = command.reason is None
            due = act.terms.of(state.unit).due(act.day, "reason_days") if lacks else None
            return (e.Declined(reason=command.reason, reason_due=due),)
        case Declined():
            return ()
        case Resolved() | Closed() | Unlisted():
            return refused("issue.not_open")


def _give_reason(command: c.GiveReason, state: Known) -> Decision:
    if not isinstance(state, Declined):
        return refused("issue.no_reason_owed")
    return (e.ReasonGiven(reason=command.reason),) if state.reason is None else ()


def _defer(command: c.Defer, state: Known, act: Act) -> Decision:
    match state:
        case Deferred() if state.until == command.until:
            return ()
        case Open() | Deferred():
            if command.until <= act.day:
                return refused("day_is_past", day=command.until)
            return (e.Deferred(until=command.until, reason=command.reason),)
        case Resolved() | Declined() | Closed() | Unlisted():
            return refused("issue.not_open")


def _correct(command: c.Correct, state: Known) -> Decision:
    if refusal := unclear(command, CHOICES):
        return refusal
    if command.field is not None:
        was = getattr(state.matter, command.field)
        return () if was == command.now else (corrected(e.Corrected, command, was),)
    there: object = state if command.part in ("evidence", "reason") else state.matter
    here = getattr(there, command.part or "", None) is not None
    return (corrected(e.Corrected, command),) if here else refused("nothing_to_correct")
