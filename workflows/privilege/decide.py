"""What the register of the privileged decides alone."""

from workflows.kernel.grammar import Act, Command, refused
from workflows.kernel.noun import Decision, foreign
from workflows.privilege.commands import Correct, EndDefault
from workflows.privilege.events import Corrected, DefaultEnded
from workflows.privilege.state import State, register

Alone = EndDefault | Correct


def decide(command: Command, state: State, _: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    known = register(state)
    if isinstance(command, EndDefault):
        there = any((one.kind, one.in_unit) == (command.kind, command.unit) for one in known.defaults)
        return (DefaultEnded(kind=command.kind, in_unit=command.unit),) if there else ()
    if command.about not in known.now:
        return refused("privilege.not_designated")
    return (Corrected(about=command.about, text=command.text),)
