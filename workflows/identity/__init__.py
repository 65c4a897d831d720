"""Whose voice it was, opened by two: one asks and says why, another in another role agrees, and the name is shown once to the
one who asked. Every step is a fact; the name is in none. Imports the kernel only; storeys: `commands`, `events`, `state` (with
evolve), `decide` (alone) and `joint` (in rules).
"""

from workflows.identity import commands, events
from workflows.identity.decide import decide
from workflows.identity.state import evolve
from workflows.kernel.noun import Noun

NOUN = Noun(
    name="identity",
    commands=(
        commands.Ask,
        commands.Agree,
        commands.Decline,
        commands.Show,
        commands.Correct,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
)
