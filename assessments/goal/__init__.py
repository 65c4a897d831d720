"""A goal: which share a place wants to reach, in one figure of the scorecard, by which day; every figure there is better the
higher it is. It stands once for each place and figure. Where the target moves, the one before stays, and the time it was in
force is judged by it. Imports the kernel and `assessments.scorecard`; storeys: `commands`, `events`, `state` (with evolve and
balls), `decide`."""

from assessments.goal import events
from assessments.goal.commands import Agree, Correct, FallDue, HandOn, Retarget, Retire, stream_of
from assessments.goal.decide import agreed, decide
from assessments.goal.state import Goal, Target, balls, evolve
from workflows.kernel.noun import Noun

__all__ = [
    "NOUN",
    "Agree",
    "Correct",
    "FallDue",
    "Goal",
    "HandOn",
    "Retarget",
    "Retire",
    "Target",
    "agreed",
    "events",
    "stream_of",
]

NOUN = Noun(
    name="goal",
    commands=(Agree, Retarget, Retire, HandOn, Correct, FallDue),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
