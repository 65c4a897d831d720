"""A partnership between a unit and an executive: nominated, eligible, agreed, active, graduated, ended. One for each pair, and
one active in a unit at a time. Imports the kernel only; beside the storeys of every noun, `course` reckons which months are
due, `meeting` and `graduating` decide about those.
"""

from workflows.kernel.noun import Noun
from workflows.partnership import commands, events
from workflows.partnership.balls import balls
from workflows.partnership.decide import decide
from workflows.partnership.evolve import evolve

NOUN = Noun(
    name="partnership",
    commands=(
        commands.Nominate,
        commands.Confirm,
        commands.Sign,
        commands.ScheduleMeeting,
        commands.MoveMeeting,
        commands.HoldMeeting,
        commands.SayMeetingNotHeld,
        commands.CountRounds,
        commands.CloseMonth,
        commands.HandOver,
        commands.ProposeGraduation,
        commands.AgreeGraduation,
        commands.DeclineGraduation,
        commands.RevokeGraduation,
        commands.FlagRelapse,
        commands.End,
        commands.Withdraw,
        commands.Correct,
    ),
    events=events.ALL,
    decide=decide,
    evolve=evolve,
    balls=balls,
)
