"""Rounds: leaders walk a unit and listen. They may move or not be held, with a reason; they are never silently cancelled.
Imports the kernel only; storeys as in every noun: `commands`, `events`, `state`, `evolve`, `decide`, `balls`.
"""

from workflows.kernel.noun import Noun
from workflows.rounds import commands, events
from workflows.rounds.balls import balls
from workflows.rounds.decide import decide
from workflows.rounds.evolve import evolve

NOUN = Noun(
    name="rounds",
    commands=(
        commands.Schedule,
        commands.Prepare,
        commands.NameGuide,
        commands.PreBrief,
        commands.BriefProviders,
        commands.Orient,
        commands.AcknowledgeOrientation,
        commands.Reschedule,
        commands.Entrust,
        commands.Hold,
        commands.NoteExchange,
        commands.Review,
        commands.LookOver,
        commands.AgreePriorities,
        commands.SayNotHeld,
        commands.Summarise,
        commands.Withdraw,
        commands.Correct,
        commands.FallDue,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
