"""What a subject of erasure decides alone."""

from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, Nothing, foreign
from workflows.subject.commands import Correct, Forget, Withdraw
from workflows.subject.events import Corrected, Forgotten, Withdrawn
from workflows.subject.state import State, Subject

Alone = Withdraw | Forget | Correct


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(command, Forget):
        return (
            (Forgotten(basis=command.basis, approver=command.approver),)
            if act.of_the_clock
            else refused("only_the_clock")
        )
    if isinstance(state, Nothing):
        return refused("unknown", what="subject")
    if isinstance(command, Withdraw):
        return _withdraw(state)
    if state.basis is None:
        return refused("nothing_to_correct")
    return () if command.basis == state.basis else (Corrected(was=state.basis, now=command.basis),)


def _withdraw(state: Subject) -> Decision:
    """A redaction is read at once, so there is nothing to take back."""
    if state.withdrawn:
        return ()
    return refused("subject.done") if state.erased or state.passage else (Withdrawn(),)
