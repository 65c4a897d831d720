"""What is decided about the notice of a serious event."""

from workflows.kernel.ball import falls
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing
from workflows.notice import commands as c
from workflows.notice import events as e
from workflows.notice.state import Notice, State, balls

TELLER = "role-quality-director"
"""Who sees to it that they are told, until it is handed on."""


def decide(command: Command, state: State, act: Act) -> Decision:
    if isinstance(command, c.Open):
        return _open(command, act)
    if isinstance(state, Nothing):
        return refused("unknown", what="notice")
    if isinstance(command, c.FallDue):
        return falls(command, balls(state), state.fallen, act, e.FellDue)
    if state.why is not None:
        return () if isinstance(command, c.Withdraw) else refused("notice.withdrawn")
    match command:
        case c.Tell():
            return _tell(command, state, act)
        case c.HandOn(holder=holder):
            return () if holder == state.holder else (e.HandedOn(holder=holder),)
        case c.LinkEvent(event=event):
            return () if event == state.event else (e.EventLinked(event=event),)
        case c.Withdraw(why=why):
            return (e.Withdrawn(why=why),)
        case c.Correct(text=text):
            return (e.Corrected(text=text),)
        case _:
            raise TypeError(command.VERB)


def _open(command: c.Open, act: Act) -> Decision:
    """The clock runs from the day it was known, whenever it is put on record."""
    if command.known > act.day:
        return refused("still_to_come")
    due = act.terms.due(command.known, "serious_event_days")
    opened = e.Opened(what=command.what, known=command.known, event=command.event, holder=TELLER, due=due)
    return (opened,)


def _tell(command: c.Tell, state: Notice, act: Act) -> Decision:
    if command.audience not in state.untold:
        return ()
    if command.day > act.day:
        return refused("still_to_come")
    if command.day < state.known:
        return refused("notice.not_known_yet", day=state.known)
    return (e.Told(audience=command.audience, day=command.day, how=command.how),)
