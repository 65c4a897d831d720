"""What follows for the answer where somebody is kept from it."""

from workflows.concern import commands as c
from workflows.concern import events as e
from workflows.concern.state import Answered, Known, Owed, first_to_answer
from workflows.kernel.noun import Decision


def wall(command: c.Wall, state: Known) -> Decision:
    """Whoever it is about cannot owe the answer to it: the unit does."""
    walled = e.Walled(person=command.person)
    match state:
        case Owed() if state.voice.answerer == command.person:
            return walled, e.HandedOn(holder=first_to_answer(state.unit))
        case Answered() if state.answer.holder == command.person:
            return walled, e.HandedOn(holder=first_to_answer(state.unit))
        case _:
            return (walled,)
