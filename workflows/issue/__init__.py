"""An issue is a line of the tracking log: what voices and barriers meet on, and what was done about it. Imports the kernel
only; storeys as in every noun: `commands`, `events`, `state`, `evolve`, `decide` (alone) and `joint` (in rules), `balls`.
"""

from workflows.issue import commands, events
from workflows.issue.balls import balls
from workflows.issue.decide import decide
from workflows.issue.evolve import evolve
from workflows.kernel.noun import Noun

NOUN = Noun(
    name="issue",
    commands=(
        commands.List,
        commands.Triage,
        commands.Prioritise,
        commands.Assign,
        commands.Plan,
        commands.CoAuthor,
        commands.Answer,
        commands.Resolve,
        commands.Settle,
        commands.Decline,
        commands.GiveReason,
        commands.Defer,
        commands.Close,
        commands.Reopen,
        commands.Unlist,
        commands.MarkSame,
        commands.Move,
        commands.Correct,
        commands.FallDue,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
