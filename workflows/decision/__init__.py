"""A decision to record: what was to be decided, the values it serves, what it does to each of six aims, who was asked, what was
decided and why, and what came of it. No aim is averaged into another: a harm has a mitigation and somebody who accepts it by
name. Imports the kernel only.

`commands` can be asked, `events` have happened, `state` and `evolve` say where it stands, `decide` what it decides alone,
`joint` its part in rules over several streams, `balls` who owes what.
"""

from workflows.decision import commands, events
from workflows.decision.balls import balls
from workflows.decision.decide import decide
from workflows.decision.evolve import evolve
from workflows.kernel.noun import Noun

NOUN = Noun(
    name="decision",
    commands=(
        commands.Propose,
        commands.Rate,
        commands.NameAcceptor,
        commands.AcceptHarm,
        commands.Consult,
        commands.HandOn,
        commands.Decide,
        commands.Communicate,
        commands.NoteEvidence,
        commands.Review,
        commands.Withdraw,
        commands.Correct,
        commands.FallDue,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
