"""What the two who open a name decide, step by step."""

from workflows.identity.commands import Agree, Correct, Decline, Show
from workflows.identity.events import Agreed, Corrected, Declined, Shown
from workflows.identity.state import Opening, State
from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.moments import MICRO
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.kernel.roles import stood_for

GUARDIAN = "privacy_officer"
"""One of the two acts as this; which other roles may take part, the table of rights says."""

SHOWN_WITHIN = 60 * 60 * MICRO

Alone = Agree | Decline | Show | Correct


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="identity")
    match command:
        case Agree():
            return _agree(state, act)
        case Decline():
            return () if state.declined else _decline(state, act)
        case Show():
            return _show(state, act)
        case Correct(text=text):
            return (Corrected(text=text),) if act.by.id == state.asker.id else refused("identity.only_who_asked")


def _agree(state: Opening, act: Act) -> Decision:
    """Another person, in another role, one of the two the guardian of privacy."""
    if refusal := _over(state, act, "asked"):
        return () if state.agreed and act.by.id == state.agreed.id else refusal
    role = stood_for(act.by.capacity or "")
    if act.by.id is None or act.by.id == state.asker.id:
        return refused("identity.another_person")
    if role == state.asker.role or GUARDIAN not in (role, state.asker.role):
        return refused("identity.another_role")
    return (Agreed(until=act.at + SHOWN_WITHIN),)


def _decline(state: Opening, act: Act) -> Decision:
    return _over(state, act, "asked") or (Declined(),)


def _show(state: Opening, act: Act) -> Decision:
    if act.by.id != state.asker.id:
        return refused("identity.only_who_asked")
    return _over(state, act, "agreed") or (Shown(),)


def _over(state: Opening, act: Act, wanted: str) -> Decision | None:
    """Why this step cannot be taken, if so."""
    match state.stands(act.at):
        case stands if stands == wanted:
            return None
        case "asked":
            return refused("identity.not_agreed")
        case "lapsed":
            return refused("identity.lapsed")
        case "declined":
            return refused("identity.declined")
        case "shown":
            return refused("identity.shown")
        case _:
            return refused("identity.agreed")
