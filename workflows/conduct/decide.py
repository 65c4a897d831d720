"""What is decided when somebody's conduct is looked at: the house first, then the act, and by the act alone what follows."""

from workflows.conduct import commands as c
from workflows.conduct import events as e
from workflows.conduct.state import Conduct, State, balls
from workflows.kernel.ball import falls
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing

HOLDER = "role-professionalism-lead"
FOLLOWS: dict[c.Behaviour, c.Response] = {"slip": "console", "risk": "coach", "reckless": "discipline"}
"""By what was done. What came of it is asked nowhere."""


def decide(command: Command, state: State, act: Act) -> Decision:
    if isinstance(command, c.Open):
        return _open(command, act)
    if isinstance(state, Nothing):
        return refused("unknown", what="conduct")
    if isinstance(command, c.FallDue):
        return falls(command, balls(state), state.fallen, act, e.FellDue)
    if state.stage in ("closed", "withdrawn"):
        return () if isinstance(command, c.Close | c.Withdraw) else refused("conduct.ended")
    match command:
        case c.LookAtHouse(found=found):
            return refused("conduct.judged_already") if state.behaviour else (e.HouseLookedAt(found=found),)
        case c.Judge():
            return _judge(command, state)
        case c.Follow(note=note):
            return _follow(note, state)
        case c.Close():
            return (e.Closed(),) if state.stage == "followed" else refused("conduct.follow_first")
        case c.Withdraw(why=why):
            return refused("conduct.judged_already") if state.behaviour else (e.Withdrawn(why=why),)
        case c.Correct(text=text):
            return (e.Corrected(text=text),)
        case _:
            raise TypeError(command.VERB)


def _open(command: c.Open, act: Act) -> Decision:
    if command.person == act.by.id:
        return refused("conduct.not_about_oneself")
    due = act.terms.due(act.day, "respect_address_days")
    return (e.Opened(person=command.person, did=command.did, unit=command.unit, holder=HOLDER, due=due),)


def _judge(command: c.Judge, state: Conduct) -> Decision:
    if state.found is None:
        return refused("conduct.house_first")
    if state.behaviour is not None:
        return () if state.behaviour == command.behaviour else refused("conduct.judged_already")
    return (e.Judged(behaviour=command.behaviour, response=FOLLOWS[command.behaviour], why=command.why),)


def _follow(note: str, state: Conduct) -> Decision:
    if state.stage == "followed":
        return ()
    return (e.Followed(note=note),) if state.stage == "judged" else refused("conduct.judge_first")
