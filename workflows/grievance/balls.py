"""Who owes what around one grievance."""

from typing import assert_never

from workflows.grievance.state import Open, Over, Sent, State
from workflows.kernel.ball import Ball
from workflows.kernel.noun import Nothing


def balls(state: State) -> tuple[Ball, ...]:
    """The letter with its day; once it is out, somebody still says that nothing more is to be done."""
    match state:
        case Nothing() | Over():
            return ()
        case Open(complaint=complaint):
            why = "climbed" if complaint.below else None
            to = f"voice-{complaint.about.partition('-')[2]}"
            return (Ball(complaint.holder, "letter", to, state.since, complaint.due, complaint.first_due, why=why),)
        case Sent(complaint=complaint):
            return (Ball(complaint.holder, "close", None, state.since),)
        case _:
            assert_never(state)
