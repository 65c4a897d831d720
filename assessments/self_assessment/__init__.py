"""A self-assessment: leaders say how far the organisation has come, each alone and sealed. When all are in, or the time is
over, the ratings are opened together; they come to one stage for each component, and whoever disagrees is on record.

What one leader said lies on a stream of their own (`assessments.rating`), which nobody else reads; here stands who rates, who
has handed in, and what was agreed. Imports the kernel, `assessments.maturity` and `assessments.rating`; storeys: `commands`,
`events`, `state`, `evolve`, `decide`, `joint` (its part in rules over several streams), `balls`.
"""

from assessments.self_assessment import commands, events
from assessments.self_assessment.balls import balls
from assessments.self_assessment.decide import decide
from assessments.self_assessment.evolve import evolve
from assessments.self_assessment.state import Standing
from workflows.kernel.noun import Noun

__all__ = ["NOUN", "Standing", "commands", "events"]

NOUN = Noun(
    name="assessment",
    commands=(
        commands.Open,
        commands.Rate,
        commands.HandIn,
        commands.Extend,
        commands.Reveal,
        commands.Agree,
        commands.Dissent,
        commands.Publish,
        commands.Correct,
        commands.HandOn,
        commands.Withdraw,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
