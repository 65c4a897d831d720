"""What is decided about a goal; `agreed` is its part of the rule that asks whether the unit is open."""

from assessments.goal.commands import Agree, Correct, FallDue, HandOn, Retarget, Retire
from assessments.goal.events import Agreed, Corrected, FellDue, HandedOn, Retargeted, Retired
from assessments.goal.state import Goal, State, balls
from workflows.kernel.ball import falls
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign

Alone = Retarget | Retire | HandOn | Correct | FallDue


def agreed(command: Agree, state: State, act: Act) -> Decision:
    """Its part of the rule that asks whether the unit is open. One that is over can be agreed on anew."""
    if isinstance(state, Goal) and state.came is None:
        return refused("goal.agreed_already", target=state.target.percent, due=state.target.due)
    if command.due < act.day:
        return refused("day_is_past", day=command.due)
    return (
        Agreed(
            unit=command.unit,
            figure=command.figure,
            horizon=command.horizon,
            baseline=command.baseline,
            target=command.target,
            due=command.due,
            owner=command.owner,
            why=command.why,
        ),
    )


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="goal")
    match command:
        case Correct(text=text):
            return (Corrected(text=text),)
        case FallDue():
            return falls(command, balls(state), state.fallen, act, FellDue)
        case HandOn(owner=owner):
            return () if owner == state.owner else (HandedOn(owner=owner),)
        case Retire(came=came, why=why):
            return (Retired(came=came, why=why),) if state.came is None else ()
        case Retarget():
            return _retarget(command, state, act)


def _retarget(command: Retarget, state: Goal, act: Act) -> Decision:
    if state.came is not None:
        return refused("goal.over")
    if (command.target, command.due) == (state.target.percent, state.target.due):
        return ()
    if command.due < act.day:
        return refused("day_is_past", day=command.due)
    return (Retargeted(target=command.target, due=command.due, why=command.why),)
