"""A barrier is what a unit cannot remove alone. Its status lives here and nowhere else, however many issues wait for it.
Imports the kernel only; storeys: `commands`, `events`, `state`, `evolve`, `decide` (alone) and `joint` (in rules), `balls`.
"""

from workflows.barrier import commands, events
from workflows.barrier.balls import balls
from workflows.barrier.decide import decide
from workflows.barrier.evolve import evolve
from workflows.kernel.noun import Noun

NOUN = Noun(
    name="barrier",
    commands=(
        commands.Log,
        commands.BlockAlso,
        commands.Unblock,
        commands.Assign,
        commands.Entrust,
        commands.Accept,
        commands.Return,
        commands.WaitOn,
        commands.Resume,
        commands.PromiseNewDate,
        commands.Climb,
        commands.ClaimRemoved,
        commands.Verify,
        commands.Reject,
        commands.AcceptAsRisk,
        commands.Withdraw,
        commands.Move,
        commands.Correct,
        commands.FallDue,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
