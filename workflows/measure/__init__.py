"""A measure of harm or process: what is counted, from where, by whom, how often; its values, each for one day, week or month;
and why it was given up. How many a place has at a time its panel knows. Imports the kernel only.

`commands` can be asked, `events` have happened, `state` and `evolve` say where it stands, `decide` what it decides alone,
`joint` its part in rules over several streams, `balls` whose
number is still to come.
"""

from workflows.kernel.noun import Noun
from workflows.measure import commands, events
from workflows.measure.balls import balls
from workflows.measure.decide import decide
from workflows.measure.evolve import evolve

NOUN = Noun(
    name="measure",
    commands=(
        commands.Register,
        commands.Record,
        commands.CorrectValue,
        commands.WithdrawValue,
        commands.Aim,
        commands.Serve,
        commands.HandOn,
        commands.Retire,
        commands.Resume,
        commands.Correct,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
