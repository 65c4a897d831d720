"""What a grievance decides alone. What it decides together with its concern is in `joint`."""

from workflows.grievance import commands as c
from workflows.grievance import events as e
from workflows.grievance.balls import balls
from workflows.grievance.state import Known, Open, Over, Sent, State, climbs_after
from workflows.kernel.ball import falls
from workflows.kernel.grammar import Act, Command, Refused, refused
from workflows.kernel.moments import Day, day_after, is_day, utc_day
from workflows.kernel.noun import Decision, Nothing, foreign

Alone = c.Acknowledge | c.NoteStep | c.HandOn | c.Extend | c.Close | c.Withdraw | c.Climb | c.FallDue


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="grievance")
    match command:
        case c.Acknowledge(how=how):
            return () if state.complaint.acknowledged is not None else (e.Acknowledged(how=how),)
        case c.NoteStep(what=what):
            return refused("grievance.over") if isinstance(state, Over) else (e.StepTaken(what=what),)
        case c.HandOn():
            return _hand_on(command, state)
        case c.Extend():
            return _extend(command, state, act)
        case c.Close():
            return _close(state)
        case c.Withdraw():
            return _withdraw(command, state)
        case c.Climb():
            return _climb(state, act)
        case c.FallDue():
            return falls(command, balls(state), state.complaint.fallen, act, e.FellDue)


def _hand_on(command: c.HandOn, state: Known) -> Decision:
    if isinstance(state, Over):
        return refused("grievance.over")
    return () if command.holder == state.complaint.holder else (e.HandedOn(holder=command.holder),)


def _extend(command: c.Extend, state: Known, act: Act) -> Decision:
    """Only once the family knows, and only to a later day."""
    if not isinstance(state, Open):
        return refused("grievance.letter_is_out")
    if refusal := not_lived(command.told, state, act):
        return refusal
    if command.due == state.complaint.due:
        return ()
    if command.due < max(state.complaint.due, act.day):
        return refused("grievance.only_later", day=max(state.complaint.due, act.day))
    return (e.Extended(due=command.due, reason=command.reason, told=command.told),)


def not_lived(day: Day, state: Known, act: Act) -> Refused | None:
    """A refusal, where a day is none between the opening and today. There is a day's room: when it is tomorrow already in UTC,
    where moments are kept, it is today in the hospital."""
    if not is_day(day):
        return refused("not_a_day")
    if day > act.day:
        return refused("still_to_come")
    began = utc_day(state.began)
    return refused("before_it_began", day=began) if day < day_after(began, -1) else None


def _close(state: Known) -> Decision:
    match state:
        case Open():
            return refused("grievance.letter_owed")
        case Sent():
            return (e.Closed(),)
        case Over():
            return () if state.how == "closed" else refused("grievance.over")


def _withdraw(command: c.Withdraw, state: Known) -> Decision:
    match state:
        case Open():
            return (e.Withdrawn(why=command.why),)
        case Sent():
            return refused("grievance.letter_is_out")
        case Over():
            return () if state.how == "withdrawn" else refused("grievance.over")


def _climb(state: Known, act: Act) -> Decision:
    if not act.of_the_clock:
        return refused("only_the_clock")
    step = climbs_after(state, act.terms.of(state.unit))
    if step is None or act.day <= step[0]:
        return refused("grievance.does_not_climb")
    return (e.Climbed(below=state.complaint.holder, to=step[1], day=act.day),)
