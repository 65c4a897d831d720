"""What a grievance decides together with the concern it came from: the part of each rule that stands on its own stream."""

from typing import get_args

from workflows.grievance import commands as c
from workflows.grievance import events as e
from workflows.grievance.decide import not_lived
from workflows.grievance.state import ADVOCATE, Open, State
from workflows.kernel.correcting import corrected, unclear
from workflows.kernel.grammar import Act, refused
from workflows.kernel.noun import Decision, Nothing

CHOICES = {"language": get_args(c.Language)}


def begin(command: c.Open, act: Act) -> e.Opened:
    return e.Opened(
        unit=command.unit,
        concern=command.concern,
        complaint=command.complaint,
        language=command.language,
        holder=ADVOCATE,
        due=act.terms.of(command.unit).due(act.day, "grievance_days"),
    )


def write(command: c.WriteLetter, state: State, act: Act) -> Decision:
    """Once; what is wrong with it is put right afterwards, as long as it is not out."""
    if isinstance(state, Nothing):
        return refused("unknown", what="grievance")
    if not isinstance(state, Open):
        return refused("grievance.letter_is_out")
    if state.complaint.letter is not None:
        return refused("grievance.letter_is_written")
    if refusal := not_lived(command.completed, state, act):
        return refusal
    return (
        e.LetterWritten(
            contact=command.contact,
            steps=command.steps,
            results=command.results,
            outcome=command.outcome,
            completed=command.completed,
        ),
    )


def send(command: c.SendLetter, state: State) -> Decision:
    if isinstance(state, Nothing):
        return refused("unknown", what="grievance")
    if not isinstance(state, Open):
        return refused("grievance.letter_is_out")
    if state.complaint.letter is None:
        return refused("grievance.no_letter")
    return (e.LetterSent(how=command.how, to=command.to),)


def correct(command: c.Correct, state: State, act: Act) -> Decision:
    """The words of a letter that is out stay as they were sent."""
    if isinstance(state, Nothing):
        return refused("unknown", what="grievance")
    if refusal := unclear(command, CHOICES):
        return refusal
    complaint = state.complaint
    of_the_letter = command.part in ("contact", "steps", "results") or command.field == "completed"
    if of_the_letter and complaint.letter is None:
        return refused("grievance.no_letter")
    if (of_the_letter or command.field == "language") and not isinstance(state, Open):
        return refused("grievance.letter_is_out")
    was = None
    if command.field == "completed" and complaint.letter is not None:
        was = complaint.letter.completed
        if (refusal := not_lived(command.now or "", state, act)) is not None:
            return refusal
    elif command.field is not None:
        was = complaint.language
    if command.field is not None and was == command.now:
        return ()
    return (corrected(e.Corrected, command, was),)
