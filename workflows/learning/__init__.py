"""A learning: what a unit learns from something that went wrong or from a change it tried, what somebody tells from the field,
what a leader learns about the way they lead. Whichever way it came, it ends as a lesson that others may use. Nobody is
blamed in it: no field asks who. Imports the kernel only.

`commands` can be asked, `events` have happened, `state` and `evolve` say where it stands, `decide` what it decides, `balls`
who owes what.
"""

from workflows.kernel.noun import Noun
from workflows.learning import commands, events
from workflows.learning.balls import balls
from workflows.learning.decide import decide
from workflows.learning.evolve import evolve

NOUN = Noun(
    name="learning",
    commands=(
        commands.Open,
        commands.MarkFactors,
        commands.Choose,
        commands.FollowUp,
        commands.Conclude,
        commands.HandOn,
        commands.Try,
        commands.Predict,
        commands.Study,
        commands.Tell,
        commands.Reflect,
        commands.OpenUp,
        commands.TakeBack,
        commands.Share,
        commands.Withdraw,
        commands.Correct,
        commands.FallDue,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
