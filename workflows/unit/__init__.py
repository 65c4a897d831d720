"""A unit: who belongs to it in which role, since when. Its stream is `unit-<slug>`, the slug is for ever. Imports the kernel
only; storeys: `commands`, `events`, `state` (with evolve), `decide`.
"""

from workflows.kernel.noun import Noun
from workflows.unit import commands, events
from workflows.unit.decide import decide
from workflows.unit.state import evolve

NOUN = Noun(
    name="unit",
    commands=(
        commands.Open,
        commands.Rename,
        commands.Close,
        commands.GoOnAs,
        commands.Reopen,
        commands.Appoint,
        commands.Dismiss,
        commands.Deputise,
        commands.JoinTeam,
        commands.LeaveTeam,
        commands.RecogniseLeader,
        commands.WithdrawRecognition,
        commands.AdoptPractice,
        commands.EndPractice,
        commands.EnterSurvey,
        commands.TakeBackSurvey,
        commands.CountCommitment,
        commands.Correct,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
)
