"""What a barrier decides alone. What it decides together with others is in `joint`."""

from workflows.barrier import commands as c
from workflows.barrier import events as e
from workflows.barrier.balls import balls
from workflows.barrier.joint import other_desk
from workflows.barrier.state import (
    Claimed,
    Known,
    Offered,
    Removed,
    Returned,
    Risk,
    Settled,
    State,
    Withdrawn,
    Working,
    climbs_after,
)
from workflows.kernel.ball import falls
from workflows.kernel.correcting import corrected, unclear
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign

Alone = (
    c.Assign
    | c.Entrust
    | c.Accept
    | c.Return
    | c.WaitOn
    | c.Resume
    | c.PromiseNewDate
    | c.Climb
    | c.ClaimRemoved
    | c.Verify
    | c.Reject
    | c.AcceptAsRisk
    | c.Withdraw
    | c.Correct
    | c.FallDue
)


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="barrier")
    match command:
        case c.Assign():
            return _assign(command, state, act)
        case c.Entrust():
            return _entrust(command, state)
        case c.Accept():
            return _accept(state, act)
        case c.Return():
            return _return(command, state, act)
        case c.WaitOn():
            return _wait_on(command, state, act)
        case c.Resume():
            return (e.Resumed(),) if isinstance(state, Working) and state.waiting else ()
        case c.PromiseNewDate():
            return _promise_new_date(command, state, act)
        case c.Climb():
            return _climb(state, act)
        case c.ClaimRemoved():
            return _claim_removed(command, state, act)
        case c.Verify():
            return _verify(state, act)
        case c.Reject():
            return _reject(command, state, act)
        case c.AcceptAsRisk():
            return _accept_as_risk(command, state, act)
        case c.Withdraw():
            return _withdraw(command, state)
        case c.Correct():
            return _correct(command, state)
        case c.FallDue():
            return falls(command, balls(state), state.obstacle.fallen, act, e.FellDue)


def _assign(command: c.Assign, state: Known, act: Act) -> Decision:
    if isinstance(state, Claimed | Settled):
        return refused("barrier.not_in_work")
    due = command.due or state.obstacle.due
    same = (command.holder, due) == (state.obstacle.holder, state.obstacle.due)
    if same and not isinstance(state, Returned):
        return ()
    accept_due = act.terms.of(state.unit).due(act.day, "accept_days")
    return (e.Assigned(holder=command.holder, accept_due=accept_due, due=due, why=command.why),)


def _entrust(command: c.Entrust, state: Known) -> Decision:
    if isinstance(state, Removed | Withdrawn):
        return refused("barrier.not_in_work")
    if command.answerable == state.obstacle.answerable:
        return ()
    return (e.Entrusted(answerable=command.answerable, why=command.why),)


def _accept(state: Known, act: Act) -> Decision:
    match state:
        case Offered():
            holder = state.obstacle.holder
            return (e.Accepted(),) if act.holds(holder) else refused("barrier.only_the_holder", holder=holder)
        case Working():
            return ()
        case Returned() | Claimed() | Removed() | Risk() | Withdrawn():
            return refused("barrier.not_offered")


def _return(command: c.Return, state: Known, act: Act) -> Decision:
    match state:
        case Offered() | Working():
            holder = state.obstacle.holder
            if not act.holds(holder):
                return refused("barrier.only_the_holder", holder=holder)
            terms = act.terms.of(state.unit)
            due = terms.due(act.day, "accept_days")
            return (e.Returned(reason=command.reason, to=other_desk(state.obstacle, terms), due=due),)
        case Returned():
            return ()
        case Claimed() | Removed() | Risk() | Withdrawn():
            return refused("barrier.not_in_work")


def _wait_on(command: c.WaitOn, state: Known, act: Act) -> Decision:
    if not isinstance(state, Working):
        return refused("barrier.accept_first")
    waiting = state.waiting
    if waiting is not None and (waiting.whom, waiting.until) == (command.whom, command.until):
        return ()
    if command.whom == state.obstacle.holder:
        return refused("barrier.waits_on_itself")
    if command.until < act.day:
        return refused("day_is_past", day=command.until)
    return (e.WaitedOn(whom=command.whom, until=command.until, reason=command.reason),)


def _promise_new_date(command: c.PromiseNewDate, state: Known, act: Act) -> Decision:
    if not isinstance(state, Working):
        return refused("barrier.accept_first")
    if command.due == state.obstacle.due:
        return ()
    if command.due < act.day:
        return refused("day_is_past", day=command.due)
    return (e.NewDatePromised(due=command.due, reason=command.reason),)


def _climb(state: Known, act: Act) -> Decision:
    if not act.of_the_clock:
        return refused("only_the_clock")
    step = climbs_after(state, act.terms.of(state.unit))
    if step is None or act.day <= step[0]:
        return refused("barrier.does_not_climb")
    below = state.desk if isinstance(state, Returned) else state.obstacle.holder
    return (e.Climbed(to=step[1], below=below, day=act.day),)


def _claim_removed(command: c.ClaimRemoved, state: Known, act: Act) -> Decision:
    match state:
        case Offered() | Working():
            due = act.terms.of(state.unit).due(act.day, "verify_days")
            return (e.RemovalClaimed(evidence=command.evidence, due=due),)
        case Claimed():
            return ()
        case Returned() | Removed() | Risk() | Withdrawn():
            return refused("barrier.not_in_work")


def _verify(state: Known, act: Act) -> Decision:
    match state:
        case Claimed(by=by):
            own = by is not None and by == act.by.id and not act.imported
            return refused("barrier.not_ones_own") if own else (e.RemovalVerified(),)
        case Removed():
            return ()
        case Offered() | Working() | Returned() | Risk() | Withdrawn():
            return refused("barrier.not_claimed")


def _reject(command: c.Reject, state: Known, act: Act) -> Decision:
    if not isinstance(state, Claimed):
        return refused("barrier.not_claimed")
    soonest = act.terms.of(state.unit).due(act.day, "accept_days")
    return (e.RemovalRejected(why=command.why, due=max(state.obstacle.due, soonest)),)


def _accept_as_risk(command: c.AcceptAsRisk, state: Known, act: Act) -> Decision:
    if isinstance(state, Removed | Withdrawn):
        return refused("barrier.not_in_work")
    if isinstance(state, Risk) and state.review_on == command.review_on:
        return ()
    if command.review_on <= act.day:
        return refused("day_is_past", day=command.review_on)
    return (e.AcceptedAsRisk(review_on=command.review_on, why=command.why),)


def _withdraw(command: c.Withdraw, state: Known) -> Decision:
    if isinstance(state, Withdrawn):
        return ()
    return refused("barrier.not_in_work") if isinstance(state, Settled) else (e.Withdrawn(why=command.why),)


def _correct(command: c.Correct, state: Known) -> Decision:
    if refusal := unclear(command, {}):
        return refusal
    if command.part is not None:
        here = {
            "what": True,
            "evidence": isinstance(state, Claimed | Removed),
            "why": isinstance(state, Returned | Risk),
        }
        return (corrected(e.Corrected, command),) if here[command.part] else refused("nothing_to_correct")
    cents = command.now or ""
    if not (cents.isascii() and cents.isdigit() and len(cents) <= 12):
        return refused("correct_to_cents")
    was = None if state.obstacle.money is None else str(state.obstacle.money)
    return () if was == str(int(cents)) else (corrected(e.Corrected, command, was),)
