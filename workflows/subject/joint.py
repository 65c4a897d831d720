"""What a subject of erasure decides together with others: its parts of the rule `erasing`."""

from workflows.kernel.grammar import Act, refused
from workflows.kernel.noun import Decision
from workflows.subject.commands import CarryOut, Erase, Redact
from workflows.subject.events import Erased, ErasureAsked, Redacted
from workflows.subject.state import Subject

MOST = 1_000
"""Words, and keys, that one fact names: it has room for no more."""


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
    longest = max(len(command.words), len(command.keys), 1)
    return tuple(_erased(command, state, start) for start in range(0, longest, MOST))


def _erased(command: CarryOut, state: Subject, start: int) -> Erased:
    """As much as one fact can name, from there on; the photos with the first."""
    words, keys = command.words[start : start + MOST], command.keys[start : start + MOST]
    photos = () if start else command.photos
    return Erased(
        about=state.about or "",
        basis=state.basis,
        approver=state.approver,
        words=words,
        keys=keys,
        photos=photos,
        count=len(words) + len(photos),
    )
