"""What a subject of erasure decides together with others: its parts of the rule `erasing`."""

from workflows.kernel.grammar import Act, refused
from workflows.kernel.noun import Decision
from workflows.subject.commands import CarryOut, Erase, Redact
from workflows.subject.events import Erased, ErasureAsked, Redacted
from workflows.subject.state import Subject


def ask(command: Erase, act: Act) -> Decision:
    """Its part of the rule `erasing`."""
    if act.by.id == command.approver:
        return refused("subject.another_approves")
    return (ErasureAsked(about=command.about, basis=command.basis, approver=command.approver),)


def redact(command: Redact) -> Decision:
    """Its part of the rule `erasing`."""
    return (
        Redacted(about=command.about, seq=command.seq, part=command.part, text=command.text, reason=command.reason),
    )


def carry_out(command: CarryOut, state: Subject) -> Decision:
    """Its part of the rule `erasing`, which knows the holds."""
    if not state.waits or state.about is None:
        return ()
    return (
        Erased(
            about=state.about,
            basis=state.basis,
            approver=state.approver,
            words=command.words,
            keys=command.keys,
            photos=command.photos,
            count=len(command.words) + len(command.photos),
        ),
    )
