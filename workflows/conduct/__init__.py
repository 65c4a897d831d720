"""What one person did at work, looked at by the path of a just culture: first at how things are set up, then at what was done,
never at what came of it. Imports the kernel only.

It stands in the compartment `respect`: whom it is about, the unit and who acted are sealed like its words. Nothing here names a
concern, an issue or a voice, and nothing could: no field takes one. `commands`, `events`, `state` (with evolve and balls),
`decide`.
"""

from workflows.conduct import commands, events
from workflows.conduct.decide import decide
from workflows.conduct.state import balls, evolve
from workflows.kernel.noun import Noun

NOUN = Noun(
    name="conduct",
    compartment="respect",
    commands=(
        commands.Open,
        commands.LookAtHouse,
        commands.Judge,
        commands.Follow,
        commands.Close,
        commands.Withdraw,
        commands.Correct,
        commands.FallDue,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
