"""What a unit, or the hospital, promises itself for a quarter: few lines, each with one thing done for the climate here, and
somebody who owns the whole. At its end each line is done, carried on, or dropped with a reason. Imports the kernel only;
storeys: `commands`, `events`, `state` (with evolve and balls), `decide`.
"""

from workflows.focus import commands, events
from workflows.focus.decide import decide
from workflows.focus.state import balls, evolve
from workflows.kernel.noun import Noun

NOUN = Noun(
    name="focus",
    commands=(
        commands.Declare,
        commands.AddLine,
        commands.CarryOn,
        commands.Review,
        commands.HandOn,
        commands.Correct,
        commands.FallDue,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
