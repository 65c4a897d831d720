"""A respect incident: abuse among colleagues, violence by patients or visitors, or retaliation against somebody who spoke.
Imports the kernel only.

It stands in the compartment `respect`: its unit, whom it is about and who acted are sealed like its words, balls lie with roles
alone, and nothing outside its own readers counts it. `commands` can be asked, `events` have happened, `state` and `evolve` say
where it stands, `decide` what is decided, `balls` who owes what.
"""

from workflows.kernel.noun import Noun
from workflows.respect import commands, events
from workflows.respect.balls import balls
from workflows.respect.decide import decide
from workflows.respect.evolve import evolve

NOUN = Noun(
    name="respect",
    compartment="respect",
    commands=(
        commands.Report,
        commands.Acknowledge,
        commands.HandOn,
        commands.Weigh,
        commands.Converse,
        commands.Address,
        commands.Close,
        commands.Recur,
        commands.Withdraw,
        commands.Correct,
        commands.FallDue,
        commands.Climb,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
